// Copying words, in browsers new and old.

function copyTheOldWay(text) {
  const box = document.createElement('textarea');
  box.className = 'hidden';
  box.value = text;
  document.body.appendChild(box);
  box.focus();
  box.setSelectionRange(0, text.length); // select() alone does nothing on old iPads
  const copied = document.execCommand('copy');
  document.body.removeChild(box);
  return copied ? Promise.resolve() : Promise.reject(new Error('copy refused'));
}

// Rejects where the browser would not.
export function copy(text) {
  const clipboard = navigator.clipboard;
  if (!clipboard || !clipboard.writeText) return copyTheOldWay(text);
  return clipboard.writeText(text).catch(() => copyTheOldWay(text));
}
