// How long nothing has happened, by two clocks. The steady one (performance.now) cannot be set,
// but many tablets stop it while they sleep. The wall clock (Date.now) goes on through sleep, but
// anybody, and the network, may set it. So of each stretch of time the longer of the two counts:
// a clock that was set back or stood still makes none shorter. Each stretch is looked at by
// itself, so that an hour that was set back does not eat up what a later sleep shows.

const SLACK = 5000; // ms between the two clocks; more, and one of them slept or was set

const look = () => ({ wall: Date.now(), steady: performance.now() });

export class Quiet {
  // doubtful: how many ms there are at most where somebody may have set the wall clock.
  constructor(doubtful) {
    this.doubtful = doubtful;
    this.away = document.hidden;
    this.restart();
  }

  // Something happened: the count begins anew.
  restart() {
    this.ms = 0;
    this.last = look();
  }

  // To be told when the page goes out of sight and comes back: only then can the device have slept.
  turned(away) {
    this.count();
    this.away = away;
  }

  // Milliseconds since the last restart.
  count() {
    const now = look();
    const wall = now.wall - this.last.wall;
    const steady = now.steady - this.last.steady;
    this.last = now;
    this.ms = Math.max(this.ms + steady, this.byTheWall(wall, wall - steady));
    return this.ms;
  }

  // The same by the wall clock alone. A leap while the page is in sight was no sleep. A leap back
  // out of sight tells nothing of how long that was, so it may have been long.
  byTheWall(wall, leap) {
    if (leap < -SLACK) return this.away ? this.doubtful : 0;
    const all = this.ms + wall;
    return leap > SLACK && !this.away ? Math.min(all, this.doubtful) : all;
  }
}
