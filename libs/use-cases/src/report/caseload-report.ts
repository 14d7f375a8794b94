import type { Actor, Staff, Temporal } from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { refuseUnlessStaff } from '../wiring/permissions.js';

/** Where a caseload stands to the two thresholds (R30). They are there to share the load, not to compare people. */
export type LoadMark = 'below' | 'over-target' | 'over-limit';

export interface Caseload {
  staff: Pick<Staff, 'id' | 'name' | 'role'>;
  citizens: number;
  mark: LoadMark;
}

export interface CaseloadFigure {
  target: number;
  limit: number;
  /** Everybody who works here now, by name. */
  people: Caseload[];
  /** Citizens whom nobody follows, or somebody who does not work here any more. */
  withoutBroker: number;
}

export interface CaseloadReport extends CaseloadFigure {
  at: Temporal.Instant;
}

/** How many citizens each person follows, beside target and limit. By name: this is no ranking of employees. */
export class ReportCaseloads {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async execute(actor: Actor): Promise<CaseloadReport> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => ({
      at: await unit.now(),
      ...(await caseloadFigure(unit)),
    }));
  }
}

export async function caseloadFigure(unit: UnitOfWork): Promise<CaseloadFigure> {
  const { target, limit } = (await unit.municipality()).settings.caseload;
  const staff = await unit.staff.list({ active: true }, { order: [{ by: 'name' }] });
  const loads = await unit.figures.caseloads();
  const people = staff.map(({ id, name, role }): Caseload => {
    const citizens = loads.get(id) ?? 0;
    return { staff: { id, name, role }, citizens, mark: loadMark(citizens, target, limit) };
  });
  const all = [...loads.values()].reduce((sum, citizens) => sum + citizens, 0);
  const followed = people.reduce((sum, { citizens }) => sum + citizens, 0);
  return { target, limit, people, withoutBroker: all - followed };
}

export function loadMark(citizens: number, target: number, limit: number): LoadMark {
  if (citizens > limit) return 'over-limit';
  return citizens > target ? 'over-target' : 'below';
}
