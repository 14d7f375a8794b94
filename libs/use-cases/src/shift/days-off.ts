import { addDays, type Holidays, type LocalDate } from '#domain';
import type { UnitOfWork } from '../ports/index.js';

/** Public holidays and the company's closing days between two days, both inclusive. */
export async function daysOff(
  unit: UnitOfWork,
  companyId: string,
  from: LocalDate,
  to: LocalDate,
): Promise<Holidays> {
  const off = new Set(await unit.holidays(from, to));
  const closed = await unit.closingDays.list({ companyId, from: { to }, to: { from } });
  for (const days of closed) {
    for (let day = days.from; day <= days.to; day = addDays(day, 1)) off.add(day);
  }
  return off;
}
