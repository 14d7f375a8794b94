import { addDays, localDateOf, type Actor, type Language, type LocalDate } from '#domain';
import { Transactor } from '../ports/index.js';
import { ledgerLineOf, type LedgerLine } from '../records/shift-records.js';
import { ownRecord } from './own-record.js';

/** The months that are shown: this one and so many before it. */
const MONTHS_BACK = 5;

/** Paid and unpaid hours of a month, never as one sum. */
export interface MonthOfHours {
  /** `2026-11`. */
  month: string;
  paidMinutes: number;
  unpaidMinutes: number;
  /** Of the paid ones: what has been confirmed, and stands. */
  confirmedMinutes: number;
  lines: LedgerLine[];
}

export interface MyHours {
  language: Language;
  /** Newest first; a month without shifts is left out. */
  months: MonthOfHours[];
}

/** What somebody has worked, month by month. Shifts that are still to come count nothing here. */
export class ShowMyHours {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async execute(actor: Actor, language?: Language): Promise<MyHours> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const citizen = await ownRecord(unit, actor, 'my.hours', language);
      const now = await unit.now();
      const shifts = await unit.shifts.list(
        {
          citizenId: citizen.id,
          startsAt: { before: now },
          date: { from: firstDay(localDateOf(now)) },
          state: { notIn: ['cancelled'] },
        },
        { order: [{ by: 'startsAt' }] },
      );
      const months = new Map<string, LedgerLine[]>();
      for (const line of shifts.map(ledgerLineOf)) {
        const month = line.shift.date.slice(0, 7);
        months.set(month, [...(months.get(month) ?? []), line]);
      }
      return { language: citizen.language, months: [...months].map(summed).reverse() };
    });
  }
}

function firstDay(today: LocalDate): LocalDate {
  let first = `${today.slice(0, 7)}-01`;
  for (let back = 0; back < MONTHS_BACK; back += 1) first = `${addDays(first, -1).slice(0, 7)}-01`;
  return first;
}

function summed([month, lines]: [string, LedgerLine[]]): MonthOfHours {
  const sum = (pick: (line: LedgerLine) => number) => lines.reduce((total, line) => total + pick(line), 0);
  return {
    month,
    paidMinutes: sum(({ paidMinutes }) => paidMinutes),
    unpaidMinutes: sum(({ unpaidMinutes }) => unpaidMinutes),
    confirmedMinutes: sum(({ shift, paidMinutes }) => (shift.confirmedAt === null ? 0 : paidMinutes)),
    lines,
  };
}
