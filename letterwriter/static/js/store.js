// The one draft that this device may hold, and what this tab knows about it. Browsers
// may refuse storage, so every function answers rather than throws.

const DRAFT = 'letterwriter.draft';
const TAB = 'letterwriter.tab'; // this tab wrote the draft
const CLEARED = 'letterwriter.cleared'; // and nobody has begun again
const SENT = 'letterwriter.sent'; // a form was just sent, so the next page is the newest

function attempt(action, otherwise) {
  try { return action(); } catch (refused) { return otherwise; }
}

// {path, time, shape, fields: [[name, value], ...]}, or null.
export function readDraft() {
  const draft = attempt(() => JSON.parse(localStorage.getItem(DRAFT)), null);
  return draft && /^\/(?!\/)/.test(draft.path) && Array.isArray(draft.fields) ? draft : null;
}

// Whether the browser kept it.
export function writeDraft(draft) {
  return attempt(() => {
    localStorage.setItem(DRAFT, JSON.stringify(draft));
    sessionStorage.setItem(TAB, '1');
    return true;
  }, false);
}

export function wipeDraft() {
  attempt(() => localStorage.removeItem(DRAFT));
  attempt(() => { sessionStorage.removeItem(TAB); sessionStorage.removeItem(SENT); });
}

export function wipeAll() {
  attempt(() => localStorage.clear());
  attempt(() => sessionStorage.clear());
}

// Marks that this tab was cleared, so that its Back brings nothing up again; asks; forgets.
export function markCleared() {
  attempt(() => sessionStorage.setItem(CLEARED, '1'));
}

export function wasCleared() {
  return attempt(() => sessionStorage.getItem(CLEARED) === '1', false);
}

export function forgetCleared() {
  attempt(() => sessionStorage.removeItem(CLEARED));
}

export function isOurs() {
  return attempt(() => sessionStorage.getItem(TAB) === '1', false);
}

export function claim() {
  attempt(() => sessionStorage.setItem(TAB, '1'));
}

export function markSent() {
  attempt(() => sessionStorage.setItem(SENT, '1'));
}

// Whether this page answers a form just sent; asking forgets it. Reload and Back do not count.
export function takeSent() {
  const sent = attempt(() => sessionStorage.getItem(SENT) === '1', false);
  attempt(() => sessionStorage.removeItem(SENT));
  return sent && performance.navigation.type === 0;
}

export function whenWipedElsewhere(action) {
  window.addEventListener('storage', event => {
    if ((event.key === DRAFT || event.key === null) && !event.newValue) action();
  });
}
