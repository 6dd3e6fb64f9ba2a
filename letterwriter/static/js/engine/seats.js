// The seats that are here, with their members: at first a few, later all. The twin of the
// Parliament in letterwriter/parliament/members.py.

// {whole: whether all are here, all, of(code): seat or undefined, inCountry(country): seats by name,
//  add(seats), addAll(seats)}
export class Seats {
  constructor(seats) {
    this.whole = false;
    this.byCode = new Map();
    this.add(seats);
  }

  get all() {
    return Array.from(this.byCode.values());
  }

  add(seats) {
    seats.forEach(seat => this.byCode.set(seat.code, seat));
  }

  // Every seat there is, in the server's order.
  addAll(seats) {
    this.whole = true;
    this.byCode.clear();
    this.add(seats);
  }

  of(code) {
    return this.byCode.get(code);
  }

  inCountry(country) {
    return this.all
      .filter(seat => seat.country === country)
      .sort((one, other) => (one.name < other.name ? -1 : Number(one.name > other.name)));
  }
}
