import { addDays, localDateOf, localTimeOf, monthName, timeInWords, weekdayName, weekdayOf } from '#domain';
import { Temporal, type LocalDate } from '#domain';

/** "i dag", "i morgen", "i går", "fre 27. nov.", and the year where it is another one: short enough for a list. */
export function shortDay(date: LocalDate, today: LocalDate): string {
  if (date === today) return 'i dag';
  if (date === addDays(today, 1)) return 'i morgen';
  if (date === addDays(today, -1)) return 'i går';
  const { day, month, year } = Temporal.PlainDate.from(date);
  const name = monthName(month);
  const short = name.length > 4 ? `${name.slice(0, 3)}.` : name;
  const otherYear = date.slice(0, 4) === today.slice(0, 4) ? '' : ` ${year}`;
  return `${weekdayName(weekdayOf(date)).slice(0, 3)} ${day}. ${short}${otherYear}`;
}

/** "i dag kl. 9.12", "fre 27. nov. kl. 12". */
export const shortTime = (at: Temporal.Instant, now: Temporal.Instant): string =>
  `${shortDay(localDateOf(at), localDateOf(now))} kl. ${timeInWords(localTimeOf(at))}`;
