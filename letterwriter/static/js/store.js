// The one draft that this device may hold. Browsers may refuse storage, so every function answers
// rather than throws.

const DRAFT = 'letterwriter.draft';

function attempt(action, otherwise) {
  try { return action(); } catch (refused) { return otherwise; }
}

// Whether it was to be kept for a while only, which is over. A clock that was set back tells nothing.
function isPast({ time, until }) {
  const now = Date.now();
  return Boolean(until) && (now >= until || now < time);
}

// {time, screen, fields: [[name, value], ...]}, and perhaps `until`; or null. What is past its time
// is removed. Before 2.0 a draft had the path of a page instead of a screen.
export function readDraft() {
  const draft = attempt(() => JSON.parse(localStorage.getItem(DRAFT)), null);
  if (draft && isPast(draft)) {
    wipeDraft();
    return null;
  }
  return draft && Array.isArray(draft.fields) && (draft.screen || draft.path) ? draft : null;
}

// Whether the browser kept it.
export function writeDraft(draft) {
  return attempt(() => {
    localStorage.setItem(DRAFT, JSON.stringify(draft));
    return true;
  }, false);
}

export function wipeDraft() {
  attempt(() => localStorage.removeItem(DRAFT));
}

export function whenWipedElsewhere(action) {
  window.addEventListener('storage', event => {
    if ((event.key === DRAFT || event.key === null) && !event.newValue) action();
  });
}
