import type { Actor, Company, Temporal } from '#domain';
import { Transactor, type CompanyPlacements } from '../ports/index.js';
import { refuseUnlessStaff } from '../wiring/permissions.js';

export interface CompanyPlacementsRow extends Omit<CompanyPlacements, 'companyId'> {
  company: Pick<Company, 'id' | 'name'>;
  /** Two or more begun, and paid hours came of none (R73: be ready to end the cooperation). */
  onlyUnpaid: boolean;
}

export interface PlacementsReport {
  at: Temporal.Instant;
  /** Most placements first. */
  companies: CompanyPlacementsRow[];
  totals: { placements: number; becamePaid: number; endedUnpaid: number; unpaidMinutes: number };
}

/** Several, so that one that did not work out is no mark. */
const TOO_MANY_UNPAID = 2;

/** Unpaid hours per company, and whether paid ones come of them (R73, R74). */
export class ReportPlacements {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async execute(actor: Actor): Promise<PlacementsReport> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const at = await unit.now();
      const rows = await unit.figures.placements(at);
      const ids = rows.map(({ companyId }) => companyId);
      const names = new Map(
        (await unit.companies.list({ id: { in: ids } })).map(({ id, name }) => [id, name]),
      );
      return {
        at,
        companies: rows
          .map(({ companyId, ...row }) => ({
            company: { id: companyId, name: names.get(companyId)! },
            ...row,
            onlyUnpaid: isOnlyUnpaid(row),
          }))
          .sort((a, b) => b.placements - a.placements || a.company.name.localeCompare(b.company.name, 'da')),
        totals: placementTotals(rows),
      };
    });
  }
}

export const isOnlyUnpaid = ({
  placements,
  becamePaid,
}: Pick<CompanyPlacements, 'placements' | 'becamePaid'>): boolean =>
  placements >= TOO_MANY_UNPAID && becamePaid === 0;

export function placementTotals(rows: readonly CompanyPlacements[]): PlacementsReport['totals'] {
  const sum = (of: keyof PlacementsReport['totals']): number => rows.reduce((all, row) => all + row[of], 0);
  return {
    placements: sum('placements'),
    becamePaid: sum('becamePaid'),
    endedUnpaid: sum('endedUnpaid'),
    unpaidMinutes: sum('unpaidMinutes'),
  };
}
