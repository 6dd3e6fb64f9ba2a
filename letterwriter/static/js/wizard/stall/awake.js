// Keeps the screen on where the device lets a page do that.

function hold() {
  if (!navigator.wakeLock || document.hidden) return;
  navigator.wakeLock.request('screen').catch(() => {}); // on a low battery, say
}

export function stayAwake() {
  hold();
  document.addEventListener('visibilitychange', hold); // a page that was hidden has lost it
}
