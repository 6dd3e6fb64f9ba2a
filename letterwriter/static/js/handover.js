// Copy, share and print: buttons that are shown only where they can work.

function textOf(id) {
  const part = document.getElementById(id);
  return part.value === undefined ? part.innerText : part.value;
}

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

// The words that a button says stand on it, as data-copied and data-failed.
function say(button, what) {
  const status = document.querySelector('[data-handover-status]');
  if (status) status.textContent = button.getAttribute('data-' + what) || '';
}

// `done` is called once the letter is copied.
export function startCopying(button, done) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const told = what => { say(button, what); button.focus(); };
    say(button, '');
    copy(textOf(button.getAttribute('data-copy'))).then(() => {
      told('copied');
      if (done) done();
    }, () => told('failed'));
  });
}

function startSharing(button) {
  if (!navigator.share) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    const title = button.getAttribute('data-share-title') || document.title;
    navigator.share({ title, text: textOf(button.getAttribute('data-share')) })
      .catch(() => {}); // the person closed the share sheet
  });
}

function startPrinting(button) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

export function startHandingOver() {
  document.querySelectorAll('[data-copy]').forEach(button => startCopying(button));
  document.querySelectorAll('[data-share]').forEach(startSharing);
  document.querySelectorAll('[data-print]').forEach(startPrinting);
}
