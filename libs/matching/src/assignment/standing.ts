import { NO_CONTACT, type AssignmentProblem, type Pairs } from './problem.js';

export const FREE = -1;
const NO_BOUND = 0x7fffffff;

/**
 * Who sits where, and the prices that prove it is best. Value is won by a citizen (price `u`) at a job (price `y`, of
 * a seat together with a place at its contact) whose contact has a place (price `z`). For every pair u + y is at
 * least the value, and exactly the value where somebody sits; a citizen who is free, and a contact with places left,
 * cost nothing; a job that is not full costs no more than its contact, and one with somebody no less.
 *
 * Prices are in parts of a point: each pair counts `scale` times its value and one more, so that of all the best
 * plans one with the most seats filled is found. Whole numbers below 2^53 throughout.
 */
export class Standing {
  readonly scale: number;
  readonly citizens: number;
  /** Contacts, and after them one without bound for the jobs that have none. */
  readonly contacts: number;

  private constructor(
    public pairs: Pairs,
    citizens: number,
    contacts: number,
    public from: Int32Array,
    public to: Int32Array,
    public contact: Int32Array,
    public seats: Int32Array,
    /** Seats that take part: all of them once a job is settled. */
    public open: Int32Array,
    public filled: Int32Array,
    public y: Float64Array,
    readonly room: Int32Array,
    /** Places that take part. */
    readonly openRoom: Int32Array,
    readonly used: Int32Array,
    readonly z: Float64Array,
    readonly jobOf: Int32Array,
    readonly u: Float64Array,
  ) {
    this.citizens = citizens;
    this.contacts = contacts;
    this.scale = scaleFor(citizens);
  }

  /** Nobody sits anywhere. The pairs are not copied: they must not be changed afterwards. */
  static empty({ citizens, from, citizen, value, seats, contact, room }: AssignmentProblem): Standing {
    const jobs = seats.length;
    const nobody = room.length;
    const rooms = new Int32Array(nobody + 1);
    rooms.set(room);
    rooms[nobody] = NO_BOUND;
    return new Standing(
      { citizen, value },
      citizens,
      nobody,
      from.slice(0, jobs),
      from.slice(1),
      contact.map((one) => (one === NO_CONTACT ? nobody : one)),
      seats.slice(),
      new Int32Array(jobs),
      new Int32Array(jobs),
      new Float64Array(jobs),
      rooms,
      new Int32Array(nobody + 1),
      new Int32Array(nobody + 1),
      new Float64Array(nobody + 1),
      new Int32Array(citizens).fill(FREE),
      new Float64Array(citizens),
    );
  }

  get jobs(): number {
    return this.seats.length;
  }

  /** The same standing to go on from; the pairs are shared. */
  copy(): Standing {
    return new Standing(
      this.pairs,
      this.citizens,
      this.contacts,
      this.from.slice(),
      this.to.slice(),
      this.contact.slice(),
      this.seats.slice(),
      this.open.slice(),
      this.filled.slice(),
      this.y.slice(),
      this.room,
      this.openRoom.slice(),
      this.used.slice(),
      this.z.slice(),
      this.jobOf.slice(),
      this.u.slice(),
    );
  }

  /** What is known of a job from now on; seats and contact stay when nothing is said. */
  write(
    job: number,
    { from, to, seats, contact }: { from: number; to: number; seats?: number; contact?: number },
  ): void {
    this.from[job] = from;
    this.to[job] = to;
    if (seats !== undefined) this.seats[job] = seats;
    if (contact !== undefined) this.contact[job] = contact === NO_CONTACT ? this.contacts : contact;
  }

  /** A job more, with no seats and no pairs yet. */
  addJob(): void {
    this.from = longer(this.from, 0);
    this.to = longer(this.to, 0);
    this.contact = longer(this.contact, this.contacts);
    this.seats = longer(this.seats, 0);
    this.open = longer(this.open, 0);
    this.filled = longer(this.filled, 0);
    const y = new Float64Array(this.y.length + 1);
    y.set(this.y);
    this.y = y;
  }
}

/** A power of two, and more than the seats that can be filled, twice over: no tie of filled seats outweighs a point. */
function scaleFor(citizens: number): number {
  let scale = 8;
  while (scale < 4 * (citizens + 2)) scale *= 2;
  return scale;
}

function longer(array: Int32Array, last: number): Int32Array {
  const copy = new Int32Array(array.length + 1);
  copy.set(array);
  copy[array.length] = last;
  return copy;
}
