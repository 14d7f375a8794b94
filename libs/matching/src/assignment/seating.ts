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

  isFree(citizen: number): boolean {
    return this.jobOf[citizen] === -1;
  }

  /** A seat is free, and contact and company have room. */
  takesOneMore(job: number): boolean {
    const { seats, contact, room } = this.problem;
    const one = contact[job]!;
    const hasRoom = one === NO_CONTACT || this.usedOf[one]! < room[one]!;
    return this.filledOf[job]! < seats[job]! && hasRoom && !this.isFullCompany(job);
  }

  private isFullCompany(job: number): boolean {
    if (!this.bounds) return false;
    const company = this.bounds.company[job]!;
    return this.ofCompany[company]! >= this.bounds.most[company]!;
  }

  seat(citizen: number, job: number, value: number): void {
    const contact = this.problem.contact[job]!;
    this.jobOf[citizen] = job;
    this.filledOf[job]! += 1;
    if (contact !== NO_CONTACT) this.usedOf[contact]! += 1;
    if (this.bounds) this.ofCompany[this.bounds.company[job]!]! += 1;
    this.filled += 1;
    this.objective += value;
  }
}
