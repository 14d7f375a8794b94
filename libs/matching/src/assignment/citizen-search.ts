import type { ByCitizen, CitizenPairs } from './citizen-pairs.js';
import type { ContactJobs } from './contact-jobs.js';
import { BEGINNING, contactOfWay, Distances, viaContact } from './distances.js';
import { NearestFirst } from './nearest-first.js';
import { FREE, type Standing } from './standing.js';

/**
 * One more citizen who wants a seat, or one place less at a contact: the cheapest chain of people who move, until
 * somebody finds a free seat or goes without. The mirror image of `SeatSearch`; keeps the prices right.
 */
export class CitizenSearch {
  private readonly heap = new NearestFirst();
  private readonly jobs = new Distances();
  private readonly citizens = new Distances();
  private readonly contacts = new Distances();
  private best = Infinity;
  private lastCitizen = FREE;
  private lastContact = -1;
  private newcomer = FREE;

  private standing!: Standing;
  private ofContact!: ContactJobs;
  private pairs!: CitizenPairs;
  /** Per citizen the first of its pairs. */
  private firstPair!: Int32Array;

  /** From now on about this standing. */
  on(standing: Standing, ofContact: ContactJobs, { pairs, first }: ByCitizen): this {
    this.standing = standing;
    this.ofContact = ofContact;
    this.pairs = pairs;
    this.firstPair = first;
    this.jobs.fit(standing.jobs);
    this.citizens.fit(standing.citizens);
    this.contacts.fit(standing.contacts + 1);
    return this;
  }

  /** Lets somebody in who was away, at the highest price that any job offers. */
  letIn(who: number): void {
    const { standing } = this;
    const { job, next, value } = this.pairs;
    let price = 0;
    for (let pair = this.firstPair[who]!; pair >= 0; pair = next[pair]!) {
      if (!this.isHeld(pair)) continue;
      const offered = value[pair]! * standing.scale + 1 - standing.y[job[pair]!]!;
      if (offered > price) price = offered;
    }
    standing.u[who] = price;
    if (price === 0) return;
    this.begin(who);
    this.expandCitizen(who, 0);
    this.run();
  }

  /** Takes away one place of a contact that is full: the seat that is worth least goes. */
  takePlace(contact: number): void {
    this.begin(FREE);
    this.contacts.reach(contact, 0, BEGINNING);
    this.heap.push(0, this.standing.jobs + contact);
    this.run();
    this.standing.openRoom[contact]! -= 1;
  }

  private begin(newcomer: number): void {
    this.heap.clear();
    this.best = Infinity;
    this.lastCitizen = FREE;
    this.lastContact = -1;
    this.newcomer = newcomer;
  }

  private run(): void {
    const { standing, heap, jobs, contacts } = this;
    for (let distance = heap.distance; distance < this.best; distance = heap.distance) {
      const node = heap.pop();
      if (node < standing.jobs) {
        if (distance === jobs.of[node]) this.expandJob(node, distance);
      } else if (distance === contacts.of[node - standing.jobs]) {
        this.expandContact(node - standing.jobs, distance);
      }
    }
    this.walk();
    jobs.move(standing.y, this.best, 1);
    this.citizens.move(standing.u, this.best, -1);
    contacts.move(standing.z, this.best, 1);
  }

  /** Somebody without a seat: goes without, or asks every job. */
  private expandCitizen(who: number, distance: number): void {
    const { standing, jobs } = this;
    const { job, next, value } = this.pairs;
    const price = standing.u[who]!;
    this.citizens.reach(who, distance, BEGINNING);
    if (distance + price < this.best) {
      this.best = distance + price;
      this.lastCitizen = who;
    }
    const own = standing.jobOf[who]!;
    const offer = distance + price - 1;
    for (let pair = this.firstPair[who]!; pair >= 0; pair = next[pair]!) {
      const other = job[pair]!;
      if (other === own || !this.isHeld(pair)) continue;
      const away = offer + standing.y[other]! - value[pair]! * standing.scale;
      if (away >= this.best || away >= jobs.of[other]!) continue;
      jobs.reach(other, away, who);
      this.heap.push(away, other);
    }
  }

  /** A job with one too many: it uses a free seat, or lets one of its own go. */
  private expandJob(job: number, distance: number): void {
    const { standing } = this;
    if (standing.filled[job]! < standing.open[job]!) this.askContact(job, distance);
    const { citizen } = this.pairs;
    let left = standing.filled[job]!;
    for (let pair = standing.from[job]!; left > 0; pair += 1) {
      const who = citizen[pair]!;
      if (standing.jobOf[who] !== job) continue;
      left -= 1;
      if (this.citizens.of[who] === Infinity) this.expandCitizen(who, distance);
    }
  }

  private askContact(job: number, distance: number): void {
    const { standing, contacts } = this;
    const contact = standing.contact[job]!;
    const away = distance + standing.z[contact]! - standing.y[job]!;
    if (away >= this.best || away >= contacts.of[contact]!) return;
    contacts.reach(contact, away, job);
    if (standing.used[contact]! < standing.openRoom[contact]!) {
      this.best = away;
      this.lastContact = contact;
      this.lastCitizen = FREE;
    } else this.heap.push(away, standing.jobs + contact);
  }

  /** A contact with one too many: any of its jobs with somebody may give a place back. */
  private expandContact(contact: number, distance: number): void {
    const { standing, jobs, ofContact } = this;
    const price = distance - standing.z[contact]!;
    for (let job = ofContact.first[contact]!; job >= 0; job = ofContact.next[job]!) {
      if (standing.filled[job] === 0) continue;
      const away = price + standing.y[job]!;
      if (away >= this.best || away >= jobs.of[job]!) continue;
      jobs.reach(job, away, viaContact(contact));
      this.heap.push(away, job);
    }
  }

  /** A pair of a stretch that its job has not left. */
  private isHeld(pair: number): boolean {
    const { standing } = this;
    const job = this.pairs.job[pair]!;
    return pair >= standing.from[job]! && pair < standing.to[job]!;
  }

  /** From the end of the path to its beginning. */
  private walk(): void {
    const { standing, jobs, contacts, newcomer } = this;
    const { jobOf, filled, used } = standing;
    let job: number;
    if (this.lastCitizen !== FREE) {
      if (this.lastCitizen === newcomer) return;
      job = jobOf[this.lastCitizen]!;
      jobOf[this.lastCitizen] = FREE;
    } else {
      used[this.lastContact]! += 1;
      job = contacts.through[this.lastContact]!;
      filled[job]! += 1;
    }
    for (;;) {
      const through = jobs.through[job]!;
      if (through >= 0) {
        const left = jobOf[through]!;
        jobOf[through] = job;
        if (through === newcomer) return;
        job = left;
      } else {
        filled[job]! -= 1;
        const contact = contactOfWay(through);
        job = contacts.through[contact]!;
        if (job === BEGINNING) {
          used[contact]! -= 1;
          return;
        }
        filled[job]! += 1;
      }
    }
  }
}
