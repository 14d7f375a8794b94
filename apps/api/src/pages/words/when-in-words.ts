import {
  addDays,
  dayInWords,
  hoursInWords,
  localDateOf,
  localTimeOf,
  minutesBetween,
  timeInWords,
  weekdayName,
  weekdayOf,
  type Temporal,
} from '#domain';

/** "kl. 9.02", "i morgen kl. 8", "torsdag kl. 9", "i går kl. 15", "mandag den 30. november kl. 9": as one says it at `now`. */
export function whenInWords(at: Temporal.Instant, now: Temporal.Instant): string {
  const time = `kl. ${timeInWords(localTimeOf(at))}`;
  const [day, today] = [localDateOf(at), localDateOf(now)];
  if (day === today) return time;
  if (day === addDays(today, 1)) return `i morgen ${time}`;
  if (day === addDays(today, -1)) return `i går ${time}`;
  if (day > today && day < addDays(today, 6)) return `${weekdayName(weekdayOf(day))} ${time}`;
  return `${dayInWords(day)} ${time}`;
}

/** "12 min.", "2 timer", "3 dage": how long it has been. */
export function sinceInWords(at: Temporal.Instant, now: Temporal.Instant): string {
  const minutes = Math.max(1, minutesBetween(at, now));
  if (minutes < 60) return hoursInWords(minutes);
  if (minutes < 24 * 60) return hoursInWords(Math.floor(minutes / 60) * 60);
  const days = Math.floor(minutes / (24 * 60));
  return days === 1 ? '1 dag' : `${days} dage`;
}
