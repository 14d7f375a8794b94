import { NO_CONTACT, type AssignmentProblem, type CompanyBounds, type Plan } from './problem.js';

/** A plan that is made by putting one citizen after another on a free seat, and never moving anybody. */
export class Seating implements Plan {
  readonly jobOf: Int32Array;
  readonly filledOf: Int32Array;
  readonly usedOf: Int32Array;
  filled = 0;
  objective = 0;

  private readonly ofCompany: Int32Array;

  constructor(
    private readonly problem: AssignmentProblem,
    private readonly bounds?: CompanyBounds,
  ) {
    this.ofCompany = new Int32Array(bounds?.most.length ?? 0);
    this.jobOf = new Int32Array(problem.citizens).fill(-1);
    this.filledOf = new Int32Array(problem.seats.length);
    this.usedOf = new Int32Array(problem.room.length);
  }

  /** A seat is free, and the company has room. */
  hasFreeSeat(job: number): boolean {
    return this.filledOf[job]! < this.problem.seats[job]! && !this.isFullCompany(job);
  }

  /** The citizen is free, a seat too, and the contact has room if the citizen is somebody new. */
  takes(job: number, pair: number): boolean {
    return (
      this.jobOf[this.problem.citizen[pair]!] === -1 && this.hasFreeSeat(job) && this.hasPlace(job, pair)
    );
  }

  seat(job: number, pair: number): void {
    const { citizen, value, counts, contact } = this.problem;
    this.jobOf[citizen[pair]!] = job;
    this.filledOf[job]! += 1;
    if (contact[job] !== NO_CONTACT) this.usedOf[contact[job]!]! += counts[pair]!;
    if (this.bounds) this.ofCompany[this.bounds.company[job]!]! += 1;
    this.filled += 1;
    this.objective += value[pair]!;
  }

  private hasPlace(job: number, pair: number): boolean {
    const { counts, contact, room } = this.problem;
    const one = contact[job]!;
    return one === NO_CONTACT || this.usedOf[one]! + counts[pair]! <= room[one]!;
  }

  private isFullCompany(job: number): boolean {
    if (!this.bounds) return false;
    const company = this.bounds.company[job]!;
    return this.ofCompany[company]! >= this.bounds.most[company]!;
  }
}
