import type { SmallJobFacts } from '#matching';
import { maskOf, type Encoding } from '../table/encoding.js';
import { onSphere } from '../table/places.js';
import { mutualRows } from '../table/rows.js';
import { multirange } from './tuned-columns.js';

/** Every value a job can be asked for, by the name of its parameter. */
export function valuesOf(facts: SmallJobFacts, encoding: Encoding): Record<string, unknown> {
  const { job } = facts;
  const { levels, categories, needs, people } = encoding;
  const { position } = job.workplace;
  const [x, y, z] = onSphere(position);
  const late = job.startFlexibilityMinutes;
  const value: Record<string, unknown> = {
    ...position,
    ...{ x, y, z },
    at: `(${position.lon},${position.lat}),(${position.lon},${position.lat})`,
    required: multirange(facts.shifts.map(({ from, to }) => ({ from: Math.min(from + late, to - 1), to }))),
    shifts: multirange(facts.shifts),
    category: categories.get(job.category) ?? categories.size,
    noise: job.demands.noise,
    paid: facts.paidMinutes,
    grow: Math.round((job.roomToGrowHours ?? 0) * 60),
    contact: job.fixedContactId === null ? null : (people.get(job.fixedContactId) ?? -1),
    lacking: ((1 << needs.size) - 1) & ~maskOf(job.accommodationsOffered, needs),
  };
  for (let n = 0; n < encoding.shiftsAtMost; n += 1) {
    value[`start${n}`] = facts.shifts[n]?.from ?? null;
    value[`end${n}`] = facts.shifts[n]?.to ?? null;
  }
  levels.job(facts).forEach((needed, at) => (value[`needs${at}`] = needed));
  for (const { column, comparison } of [...levels.wideNumbers, ...levels.wideSets])
    value[column] = comparison.job(facts);
  for (const { column, comparison } of mutualRows()) {
    value[`${column}_as`] = comparison.job(facts).id;
    value[column] = comparison.job(facts).ruledOut;
  }
  return value;
}
