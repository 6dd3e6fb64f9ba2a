// The tallies that this device has been given: lines, each once. Counts and nothing else; wiped by
// a button. Browsers may refuse storage, so every function answers.

const PLACE = 'letterwriter.tallies';

export function keptLines() {
  try {
    const lines = JSON.parse(localStorage.getItem(PLACE));
    return Array.isArray(lines) ? lines.filter(line => typeof line === 'string') : [];
  } catch (refused) { return []; }
}

// Whether the browser kept them.
export function keepLines(lines) {
  try {
    if (lines.length) localStorage.setItem(PLACE, JSON.stringify(lines));
    else localStorage.removeItem(PLACE);
    return true;
  } catch (refused) { return false; }
}
