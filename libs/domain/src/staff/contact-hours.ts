import {
  addDays,
  instantOf,
  isBefore,
  localDateOf,
  weekdayOf,
  type Holidays,
  Temporal,
} from '../kernel/index.js';
import type { ContactHours } from './staff.js';

/** When the person calls: now within the contact hours, otherwise when they next begin. */
export function nextContactTime(
  hours: ContactHours,
  wanted: Temporal.Instant,
  holidays: Holidays,
): Temporal.Instant {
  for (let day = 0; day < 21; day++) {
    const date = addDays(localDateOf(wanted), day);
    if (!hours.weekdays.includes(weekdayOf(date)) || holidays.has(date)) continue;
    const from = instantOf(date, hours.from);
    if (isBefore(wanted, from)) return from;
    if (isBefore(wanted, instantOf(date, hours.to))) return wanted;
  }
  return wanted;
}
