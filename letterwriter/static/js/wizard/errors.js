// What is wrong is said beside the box, and the box is where the keyboard goes next.

// what: {key, box, words}: the error's key, the id of its box if it has one, and the words
// where the template has none of its own.
export function showError(view, what) {
  view.querySelectorAll('[data-error]').forEach(part => {
    const mine = part.getAttribute('data-error') === what.key
      && (!what.box || part.id === `${what.box}-${what.key}`);
    part.hidden = !mine;
    if (mine && what.words) part.lastChild.textContent = ` ${what.words}`;
  });
  view.querySelectorAll('[data-value]').forEach(box => {
    const mine = box.id === what.box;
    const told = mine ? `${box.id}-${what.key}` : box.getAttribute('data-described');
    if (document.getElementById(told)) box.setAttribute('aria-describedby', told);
    else box.removeAttribute('aria-describedby');
    if (mine) box.setAttribute('aria-invalid', 'true');
    else box.removeAttribute('aria-invalid');
    box.closest('.field').classList.toggle('wrong', mine);
  });
  const box = what.box ? document.getElementById(what.box) : view.querySelector('fieldset input');
  if (box) box.focus();
}
