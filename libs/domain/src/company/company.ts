import type { Address, Entity, LocalDate, Position, Temporal } from '../kernel/index.js';

export interface CompanyPerson {
  name: string;
  /** E.164. */
  phone: string;
  email: string | null;
}

export interface Company extends Entity {
  /** Eight digits. */
  cvr: string;
  name: string;
  address: Address;
  position: Position | null;
  industry: string | null;
  contact: CompanyPerson;
  ruledOutCitizenIds: string[];
  createdAt: Temporal.Instant;
}

/** Days when the company is closed (holidays, stocktaking); both inclusive. */
export interface ClosingDays extends Entity {
  companyId: string;
  from: LocalDate;
  to: LocalDate;
  reason: string | null;
  /** The shifts that were cancelled by it: these come back when it is undone, and no others. */
  cancelledShiftIds: string[];
}

/** What holds somebody up, seen on a tour of the company (R61). */
export interface Observation {
  bottleneck: string;
  whoIsHeldUp: string;
  minutesPerWeek: number;
  idea: string;
  smallJobId: string | null;
}

export interface CompanyVisit extends Entity {
  companyId: string;
  on: LocalDate;
  observations: Observation[];
  byStaffId: string | null;
  createdAt: Temporal.Instant;
}
