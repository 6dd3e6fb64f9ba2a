// The bar at the foot of the letter lies over what scrolls under it: what has the keyboard is
// moved out from under it. Browsers since 2021 do most of this by themselves (scroll-padding).

const ROOM = 8; // px between the bar and what stands above it

const writesAtTheEnd = box => 'selectionEnd' in box && box.selectionEnd === box.value.length;

// Where something stands: an open part of the letter with its buttons, if there is room for them.
function placeOf(part, room) {
  const whole = part.closest('.opened');
  const place = whole && whole.getBoundingClientRect();
  return place && place.height + 2 * ROOM < room ? place : part.getBoundingClientRect();
}

export function bringIntoSight(part, bar) {
  const floats = getComputedStyle(bar).position.includes('sticky');
  if (!floats || bar.contains(part)) return;
  const foot = bar.getBoundingClientRect().top;
  const place = placeOf(part, foot);
  const under = place.bottom + ROOM - foot;
  const most = writesAtTheEnd(part) ? under : place.top - ROOM; // a long one is read from its top
  if (under > 0 && most > 0) window.scrollBy(0, Math.min(under, most));
  if (place.top < 0 && place.bottom < foot / 2) window.scrollBy(0, place.top - ROOM);
}

export function keepInSight(form, bar) {
  const look = event => bringIntoSight(event.target, bar);
  form.addEventListener('focusin', look);
  form.addEventListener('input', look);
}
