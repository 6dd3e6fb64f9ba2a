// What a stall's tablet keeps between people: that it is a stall's, how many letters there were,
// at which stall, and how often its code was asked for in vain. Nothing that a visitor typed. Browsers may refuse storage, so every function answers.

const PLACES = {
  stall: 'letterwriter.stall', tally: 'letterwriter.tally', about: 'letterwriter.tally-about', tries: 'letterwriter.tries',
};

export function recall(what) {
  try { return JSON.parse(localStorage.getItem(PLACES[what])); } catch (refused) { return null; }
}

// Whether the browser kept it.
export function keep(what, value) {
  try {
    localStorage.setItem(PLACES[what], JSON.stringify(value));
    return true;
  } catch (refused) { return false; }
}

export function drop(what) {
  try { localStorage.removeItem(PLACES[what]); } catch (refused) { /* nothing was kept either */ }
}
