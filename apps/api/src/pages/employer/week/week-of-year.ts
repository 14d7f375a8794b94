import { addDays, mondayOfWeek, Temporal, type LocalDate } from '#domain';

/** A week as people and addresses name it. */
export interface NamedWeek {
  /** `2026-W48`. */
  key: string;
  number: number;
  from: LocalDate;
  to: LocalDate;
}

export function weekOf(date: LocalDate): NamedWeek {
  const day = Temporal.PlainDate.from(date);
  const [year, number] = [day.yearOfWeek!, day.weekOfYear!];
  const from = mondayOfWeek(year, number);
  return { key: `${year}-W${String(number).padStart(2, '0')}`, number, from, to: addDays(from, 6) };
}

/** What stands in an address; undefined for anything but a week that exists. */
export function readWeek(text: unknown): NamedWeek | undefined {
  const parts = /^(20\d\d)-W(\d\d)$/.exec(typeof text === 'string' ? text : '');
  if (!parts) return undefined;
  const week = weekOf(mondayOfWeek(Number(parts[1]), Number(parts[2])));
  return week.key === text ? week : undefined;
}
