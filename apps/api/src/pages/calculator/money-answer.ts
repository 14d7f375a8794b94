import { dayInWords, Temporal, type Language, type LocalDate } from '#domain';
import type { MoneyAnswer } from '#use-cases';
import { calculatorWords } from '../words/calculator.js';
import { downToHundreds, exactKroner, inNumbers, wholeKroner } from './amounts.js';
import { gainChart, type ChartView } from './gain-chart.js';

export interface MoneyAnswerView {
  heading: string;
  about: string;
  guide: string;
  facts: string[];
  how: string;
  what: string;
  kroner: string;
  lines: { text: string; amount: string }[];
  total: { text: string; amount: string };
  also: string[];
  whence: string;
  ratesFrom: string;
  sources: { text: string; source: string; sure: string }[];
  notHeading: string;
  notIncluded: string[];
  binding: string;
  print: string;
  chart: ChartView;
}

export interface Confirmed {
  by: string;
  at: LocalDate | null;
}

export function moneyAnswer(
  { estimate, series, hoursPerWeek, benefitAssumed }: MoneyAnswer,
  language: Language,
  confirmed: Confirmed | null = null,
): MoneyAnswerView {
  const w = calculatorWords[language];
  const whole = (ore: number) => wholeKroner(ore, language);
  const { gainOre } = estimate;
  return {
    heading: w.answer,
    about: aboutInWords(gainOre, language),
    guide: w.guide,
    facts: [
      w.before(whole(estimate.netBeforeOre)),
      w.after(whole(estimate.netAfterOre)),
      ...(benefitAssumed ? [w.assumed(whole(estimate.benefitBeforeOre))] : []),
      ...(confirmed ? [confirmedInWords(confirmed, language)] : []),
    ],
    how: w.how,
    what: w.what,
    kroner: w.kroner,
    lines: estimate.lines.map(({ text, ore }) => ({
      text: text[language].replace(/(\d) %/g, '$1\u00a0%'),
      amount: exactKroner(ore, language),
    })),
    total: { text: w.left, amount: exactKroner(gainOre, language) },
    also:
      hoursPerWeek > 0
        ? [w.saved(whole(estimate.holidayPayOre)), w.duty(inNumbers(hoursPerWeek, language))]
        : [],
    whence: w.whence,
    ratesFrom: w.ratesFrom(dayWithYear(estimate.ratesFrom, language)),
    sources: estimate.lines.flatMap(({ text, source, status }) =>
      status ? [{ text: text[language], source, sure: w.sure[status] }] : [],
    ),
    notHeading: w.notIncluded,
    notIncluded: estimate.notIncluded.map((sentence) => sentence[language]),
    binding: w.binding,
    print: w.print,
    chart: gainChart(series, hoursPerWeek, gainOre, language),
  };
}

/** "ca. 2.900 kr.": rounded down, because a promise of too much is worse than one of too little. */
export function aboutInWords(gainOre: number, language: Language): string {
  const w = calculatorWords[language];
  if (gainOre === 0) return w.nothing;
  const about = downToHundreds(gainOre);
  return about === 0 ? w.little : w.about(wholeKroner(about, language));
}

export function confirmedInWords({ by, at }: Confirmed, language: Language): string {
  const w = calculatorWords[language];
  return at === null ? w.confirmed(by) : w.confirmedOn(by, dayInWords(at, language));
}

/** "1. januar 2026": the day of the week is of no interest. */
function dayWithYear(date: LocalDate, language: Language): string {
  const words = dayInWords(date, language);
  const withoutWeekday = language === 'da' ? words.replace(/^.* den /, '') : words.replace(/^\S+ /, '');
  return `${withoutWeekday} ${Temporal.PlainDate.from(date).year}`;
}
