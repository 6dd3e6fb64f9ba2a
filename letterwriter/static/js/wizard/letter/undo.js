// The changes to a letter, the last one first to be undone: each with what it was ("up"), the key
// of its part, and the letter before it. They are held with the person's words and go with them.

const MOST = 100; // steps back; a letter before a change is a few kilobytes

export function note(state, what, key) {
  state.changes = state.changes.concat({ what, key, letter: state.letter }).slice(-MOST);
}

export function lastChange(state) {
  return state.changes[state.changes.length - 1];
}

// Undoes the last change, and answers which it was.
export function undo(state) {
  const change = lastChange(state);
  state.changes = state.changes.slice(0, -1);
  state.letter = change.letter;
  return change;
}
