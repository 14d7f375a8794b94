import {
  dayInWords,
  hoursInWords,
  timeInWords,
  weekInWords,
  weeklyMinutes,
  type Agreement,
  type HoursPeriod,
} from '#domain';
import { seenMark } from '../../frame/form/index.js';
import { agreementsWords as w } from '../../words/desk-agreements.js';

/** What is agreed, as the page, the print and the journal say it. */
export interface AgreedFact {
  label: string;
  lines: string[];
  /** The citizen's own words. */
  quote: string;
}

export function agreedFacts(agreement: Agreement): AgreedFact[] {
  const { startDate, paidFrom, hours, unpaid, expectations, callAgreement, firstDay } = agreement;
  const fact = (label: string, lines: string[], quote = ''): AgreedFact => ({ label, lines, quote });
  return [
    fact(w.facts.startDate, [dayInWords(startDate)]),
    ...(paidFrom === startDate ? [] : [fact(w.facts.paidFrom, [dayInWords(paidFrom)])]),
    fact(w.facts.week, periodLines(hours)),
    fact(
      w.facts.unpaid,
      unpaid.length === 0 ? [w.none] : unpaid.map((slot) => `${weekInWords([slot])}: ${slot.task}`),
    ),
    fact(w.facts.firstDay, [firstDay ? firstDayInWords(firstDay) : w.notAgreed]),
    fact(w.facts.call, callAgreement ? [] : [w.notAgreed], callAgreement ?? ''),
    fact(w.facts.expectations, expectations.length === 0 ? [w.notAgreed] : expectations),
  ];
}

/** "man, ons og fre kl. 8-12 · 12 timer om ugen", and from when where there are several. */
export const periodLines = (hours: readonly HoursPeriod[]): string[] =>
  hours.map((period) => {
    const from = hours.length > 1 ? ` ${w.weekFrom(dayInWords(period.from))}` : '';
    return `${weekInWords(period.paid)} · ${w.aWeek(hoursInWords(weeklyMinutes(period.paid)))}${from}`;
  });

const firstDayInWords = ({ meet, where, at }: NonNullable<Agreement['firstDay']>): string =>
  w.firstDayAt(w.meets[meet], where, timeInWords(at));

/** Of all that somebody signs: a signature given to other words is none. */
export const markOfTerms = (agreement: Agreement): string => {
  const { startDate, paidFrom, hours, unpaid, expectations, callAgreement, firstDay } = agreement;
  return seenMark({ startDate, paidFrom, hours, unpaid, expectations, callAgreement, firstDay });
};
