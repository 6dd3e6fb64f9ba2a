// Which screens a person has come by, in step with the browser's own Back and Forward. History
// entries hold a mark and a number, never a word.

const newMark = () => String(Math.random()).slice(2);

// The page as it stands is where a new history begins. Entries of an earlier history have another
// mark, so that Back never shows one of an earlier person's screens.
export class StepHistory {
  constructor(first) {
    this.first = first;
    history.scrollRestoration = 'manual'; // each screen begins at its top, Back too
    this.begin();
  }

  begin() {
    this.mark = newMark();
    this.names = [this.first];
    this.step = 0;
    this.noteHere();
  }

  get at() {
    return this.names[this.step];
  }

  add(name) {
    this.names = this.names.slice(0, this.step + 1).concat(name);
    this.step += 1;
    history.pushState(this.entry, '', location.pathname);
  }

  // Another screen in the place of this one.
  instead(name) {
    this.names[this.step] = name;
  }

  // Follows the browser to one of its entries, or to the first screen if that is not ours.
  follow(entry) {
    const ours = Boolean(entry) && entry.mark === this.mark && entry.step < this.names.length;
    this.step = ours ? entry.step : 0;
    if (!ours) this.noteHere();
  }

  get entry() {
    return { mark: this.mark, step: this.step };
  }

  noteHere() {
    history.replaceState(this.entry, '', location.pathname);
  }
}
