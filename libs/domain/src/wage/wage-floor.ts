import type { LocalDate } from '../kernel/index.js';
import type { RateStatus, RateTable } from '../rates/index.js';
import type { PostingWarning, SmallJob } from '../small-job/index.js';
import { areaOf } from './agreement-areas.js';

/** The lowest wage of an agreement on a day. There is no minimum wage by law: it warns, and stops nobody. */
export interface WageFloor {
  area: string;
  agreement: string;
  /** Øre an hour. */
  ore: number;
  from: LocalDate;
  source: string;
  status: RateStatus;
  note: string | null;
}

/** Undefined when no agreement or no wage of that day is known. */
export function wageFloor(category: string, table: RateTable): WageFloor | undefined {
  const area = areaOf(category);
  const rate = area && table.find('wage-minimum', area.id);
  if (!area || typeof rate?.value !== 'number') return undefined;
  const { from, source, status, note } = rate;
  return { area: area.id, agreement: area.agreement, ore: rate.value, from, source, status, note };
}

export function wageWarning(
  { category, hourlyWageOre }: Pick<SmallJob, 'category' | 'hourlyWageOre'>,
  table: RateTable,
): PostingWarning[] {
  const floor = wageFloor(category, table);
  if (!floor || hourlyWageOre >= floor.ore) return [];
  const { agreement } = floor;
  return [{ code: 'wage-below-floor', wageOre: hourlyWageOre, floorOre: floor.ore, agreement }];
}
