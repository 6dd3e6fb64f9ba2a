// Asks before a page is left by Back or Close while it holds words that would be lost:
// form[data-ask-before-leaving] once something is typed in it, or from the start where the
// value is "at-once", for pages that hold what was typed on an earlier one.

let typed = false;
let leaving = false;

// Our own buttons and links may leave. The pause is short because a download stays here.
export function letGo() {
  leaving = true;
  window.setTimeout(() => { leaving = false; }, 1000);
}

// Nothing on this page is worth asking about any more.
export function nothingToLose() {
  typed = false;
  document.querySelectorAll('[data-ask-before-leaving]')
    .forEach(part => part.removeAttribute('data-ask-before-leaving'));
}

function wouldLose() {
  const kept = document.querySelector('[data-keep-draft]:checked');
  return !leaving && !kept && (typed || document.querySelector('[data-ask-before-leaving="at-once"]'));
}

export function startGuarding() {
  document.addEventListener('input', event => {
    const form = event.target.form;
    const setting = event.target.hasAttribute('data-keep-draft');
    if (form && !setting && form.hasAttribute('data-ask-before-leaving')) typed = true;
  });
  document.addEventListener('submit', letGo);
  document.addEventListener('click', event => {
    const link = event.target.closest('a[href]');
    if (link && /^(mailto|sms):/.test(link.getAttribute('href'))) letGo();
  });
  window.addEventListener('beforeunload', event => {
    if (!wouldLose()) return;
    event.preventDefault();
    event.returnValue = ''; // older browsers ask only when this is set
  });
}
