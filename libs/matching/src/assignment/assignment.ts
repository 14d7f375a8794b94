import { CitizenPairs, type ByCitizen } from './citizen-pairs.js';
import { CitizenSearch } from './citizen-search.js';
import { ContactJobs } from './contact-jobs.js';
import { highestOffer, openAll, openRoom, openSeats, takeOut } from './one-by-one.js';
import { assertChange, assertProblem, type AssignmentProblem, type JobChange, type Plan } from './problem.js';
import { SeatSearch } from './seat-search.js';
import { Standing } from './standing.js';

/** Prices in points that prove the plan best: nothing can be worth more than what these add up to. */
export interface Prices {
  citizen: Int32Array;
  /** One seat more, beyond what a place at its contact costs. */
  job: Int32Array;
  contact: Int32Array;
}

/**
 * The best use of all free seats together: every citizen at most once, no job beyond its seats, no contact beyond
 * her or his room, the sum of the values as high as it can be, and of equally good plans one with the most seats
 * filled. Exact, for problems in which every pair takes a place of its contact (`everyPairCounts`). The same problem in
 * the same order gives the same plan; callers put jobs and citizens into the order of their ids.
 *
 * Shortest augmenting paths with prices: the seats come in one at a time, job by job, and each moves people until
 * nothing can be gained. A changed job is taken out and put in again the same way, from where the prices stand.
 */
export class Assignment implements Plan {
  private constructor(
    private readonly standing: Standing,
    private readonly seatSearch: SeatSearch,
    private readonly citizenSearch = new CitizenSearch(),
    private byCitizen?: ByCitizen,
  ) {}

  /** @throws RangeError when the problem cannot be meant */
  static solve(problem: AssignmentProblem): Assignment {
    assertProblem(problem);
    const standing = Standing.empty(problem);
    const search = new SeatSearch().on(standing, ofContacts(standing));
    openAll(standing, search);
    return new Assignment(standing, search);
  }

  get jobOf(): Int32Array {
    return this.standing.jobOf;
  }
  get filledOf(): Int32Array {
    return this.standing.filled;
  }
  get usedOf(): Int32Array {
    return this.standing.used.subarray(0, this.standing.contacts);
  }
  get filled(): number {
    return this.filledOf.reduce((sum, seats) => sum + seats, 0);
  }
  get objective(): number {
    const { jobOf, from, to, pairs } = this.standing;
    let sum = 0;
    for (let job = 0; job < from.length; job += 1) {
      for (let pair = from[job]!; pair < to[job]!; pair += 1) {
        if (jobOf[pairs.citizen[pair]!] === job) sum += pairs.value[pair]!;
      }
    }
    return sum;
  }

  get prices(): Prices {
    const { u, y, z, contact, contacts, scale } = this.standing;
    const points = (price: number): number => Math.round(price / scale);
    return {
      citizen: Int32Array.from(u, points),
      job: Int32Array.from(y, (price, job) => Math.max(0, points(price) - points(z[contact[job]!]!))),
      contact: Int32Array.from(z.subarray(0, contacts), points),
    };
  }

  /** Per contact the points that exactly one more place would win. */
  worthOfOnePlaceMore(): Int32Array {
    const { standing } = this;
    const search = this.seatSearch.on(standing, ofContacts(standing));
    return Int32Array.from({ length: standing.contacts }, (_, contact) => {
      const price = standing.z[contact]!;
      if (price === 0) return 0;
      const won = price - search.fromContact(contact);
      search.forget();
      return Math.floor(won / standing.scale);
    });
  }

  /** The best plan after a change of one job, found from this one. @throws RangeError as `solve` */
  withJob(change: JobChange): Assignment {
    const { job } = change;
    const { pairs, first: firstBefore } = this.lookUp(change.pairs?.citizen.length ?? 0);
    const lookup = { pairs, first: firstBefore.slice() };
    const standing = this.standing.copy();
    if (job === standing.jobs) standing.addJob();
    assertChange(change, standing);

    const contactBefore = standing.contact[job]!;
    const stretch = { from: standing.from[job]!, to: standing.to[job]! };
    const left = takeOut(standing, job);
    const people = this.citizenSearch.on(standing, ofContacts(standing), lookup);
    for (const who of left) people.letIn(who);

    if (change.pairs) {
      stretch.from = pairs.add(job, change.pairs, lookup.first);
      stretch.to = stretch.from + change.pairs.citizen.length;
    }
    standing.write(job, { ...stretch, seats: change.seats, contact: change.contact });
    standing.y[job] = highestOffer(standing, job);
    const ofContact = ofContacts(standing);
    const seats = this.seatSearch.on(standing, ofContact);
    openSeats(standing, seats, job, people.on(standing, ofContact, lookup));
    openRoom(standing, seats, contactBefore);
    openRoom(standing, seats, standing.contact[job]!);
    return new Assignment(standing, seats, people, lookup);
  }

  /** The pairs by citizen, with space for some more: made at the first change, and again when the space is used up. */
  private lookUp(space: number): ByCitizen {
    if (!this.byCitizen?.pairs.hasSpaceFor(space)) this.byCitizen = CitizenPairs.index(this.standing, space);
    return this.byCitizen;
  }
}

const ofContacts = ({ contact, contacts }: Standing): ContactJobs => new ContactJobs(contact, contacts);
