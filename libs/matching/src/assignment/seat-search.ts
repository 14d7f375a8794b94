import type { ContactJobs } from './contact-jobs.js';
import { BEGINNING, contactOfWay, Distances, viaContact } from './distances.js';
import { NearestFirst } from './nearest-first.js';
import { FREE, type Standing } from './standing.js';

/**
 * One more seat, or one more place at a contact: the cheapest chain of people who move to each other's seats, until
 * somebody free sits down or a place is given up. A shortest path by reduced prices; keeps them right.
 */
export class SeatSearch {
  private readonly heap = new NearestFirst();
  private readonly jobs = new Distances();
  private readonly citizens = new Distances();
  private readonly contacts = new Distances();
  /** The nearest end found so far. */
  private best = Infinity;
  private lastCitizen = FREE;
  private lastJob = -1;
  private lastContact = -1;
  /** The job whose new seat is being brought in: for everybody else it is taken. */
  private beginning = -1;

  private standing!: Standing;
  private ofContact!: ContactJobs;

  /** From now on about this standing. */
  on(standing: Standing, ofContact: ContactJobs): this {
    this.standing = standing;
    this.ofContact = ofContact;
    this.jobs.fit(standing.jobs);
    this.citizens.fit(standing.citizens);
    this.contacts.fit(standing.contacts + 1);
    return this;
  }

  /** How much of the price of a new seat of this job is not won: 0 when the price is right. */
  fromJob(job: number): number {
    this.begin(job);
    this.jobs.reach(job, 0, BEGINNING);
    this.heap.push(0, job);
    return this.run();
  }

  /** The same for a new place at this contact. */
  fromContact(contact: number): number {
    this.begin(-1);
    this.reachContact(contact, 0, BEGINNING);
    return this.run();
  }

  /** Moves everybody along the path that was found. */
  commit(): void {
    const { standing, best } = this;
    this.walk();
    this.jobs.move(standing.y, best, -1);
    this.citizens.move(standing.u, best, 1);
    this.contacts.move(standing.z, best, -1);
  }

  /** Leaves everything as it was. */
  forget(): void {
    this.jobs.clear();
    this.citizens.clear();
    this.contacts.clear();
  }

  private begin(job: number): void {
    this.beginning = job;
    this.heap.clear();
    this.best = Infinity;
    this.lastCitizen = FREE;
    this.lastJob = -1;
    this.lastContact = -1;
  }

  private run(): number {
    const { heap, jobs, contacts } = this;
    const jobCount = this.standing.jobs;
    for (;;) {
      const distance = heap.distance;
      if (distance >= this.best) return this.best;
      const node = heap.pop();
      if (node < jobCount) {
        if (distance === jobs.of[node]) this.expandJob(node, distance);
      } else if (distance === contacts.of[node - jobCount]) {
        this.expandContact(node - jobCount, distance);
      }
    }
  }

  /** A job that lost a citizen: it takes another, or gives its place back. */
  private expandJob(job: number, distance: number): void {
    const { standing, jobs, citizens, heap } = this;
    const { jobOf, u, scale } = standing;
    if (job === this.beginning || standing.filled[job]! > 0) {
      const contact = standing.contact[job]!;
      const given = distance + standing.y[job]! - standing.z[contact]!;
      if (given < this.contacts.of[contact]!) this.reachContact(contact, given, job);
    }
    const { citizen, value } = standing.pairs;
    const asked = distance + standing.y[job]! - 1;
    const end = standing.to[job]!;
    let best = this.best;
    for (let pair = standing.from[job]!; pair < end; pair += 1) {
      const who = citizen[pair]!;
      const away = asked - value[pair]! * scale + u[who]!;
      if (away >= best) continue;
      const seat = jobOf[who]!;
      if (seat === job) {
        // Who sits here stays, and her or his price moves against that of the job.
        if (away < citizens.of[who]!) citizens.reach(who, away, job);
      } else if (seat === FREE) {
        best = away;
        this.lastCitizen = who;
        this.lastJob = job;
      } else if (away < citizens.of[who]!) {
        citizens.reach(who, away, job);
        if (away < jobs.of[seat]!) {
          jobs.reach(seat, away, who);
          heap.push(away, seat);
        }
      }
    }
    this.best = best;
  }

  /** A place that was given back: any job of the contact with a free seat may use it. */
  private expandContact(contact: number, distance: number): void {
    const { standing, jobs, ofContact } = this;
    const { filled, open, y } = standing;
    const price = distance + standing.z[contact]!;
    for (let job = ofContact.first[contact]!; job >= 0; job = ofContact.next[job]!) {
      if (filled[job]! >= open[job]! || job === this.beginning) continue;
      const away = price - y[job]!;
      if (away >= this.best || away >= jobs.of[job]!) continue;
      jobs.reach(job, away, viaContact(contact));
      this.heap.push(away, job);
    }
  }

  private reachContact(contact: number, distance: number, through: number): void {
    const { standing } = this;
    this.contacts.reach(contact, distance, through);
    const price = standing.z[contact]!;
    if (distance + price < this.best) {
      this.best = distance + price;
      this.lastCitizen = FREE;
      this.lastContact = contact;
    }
    if (price > 0 && distance < this.best) this.heap.push(distance, standing.jobs + contact);
  }

  /** From the end of the path to its beginning. */
  private walk(): void {
    const { standing, jobs, citizens, contacts } = this;
    const { jobOf, filled, used } = standing;
    let job: number;
    if (this.lastCitizen !== FREE) {
      job = this.lastJob;
      jobOf[this.lastCitizen] = job;
    } else {
      used[this.lastContact]! -= 1;
      job = contacts.through[this.lastContact]!;
      if (job === BEGINNING) {
        used[this.lastContact]! += 1;
        return;
      }
      filled[job]! -= 1;
    }
    for (;;) {
      const through = jobs.through[job]!;
      if (through >= 0) {
        job = citizens.through[through]!;
        jobOf[through] = job;
      } else if (through === BEGINNING) {
        filled[job]! += 1;
        used[standing.contact[job]!]! += 1;
        return;
      } else {
        filled[job]! += 1;
        const contact = contactOfWay(through);
        job = contacts.through[contact]!;
        if (job === BEGINNING) {
          used[contact]! += 1;
          return;
        }
        filled[job]! -= 1;
      }
    }
  }
}
