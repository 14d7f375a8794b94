import type { Language } from '#domain';
import { DomainError } from '#domain';
import type { CalculateMoney, MoneyAnswer } from '#use-cases';
import { submit, type Typed } from '../frame/form/index.js';
import type { SeeOther, ShownPage } from '../frame/page.js';
import { calculatorDa } from '../words/calculator-da.js';
import { calculatorWords } from '../words/calculator.js';
import { CalculatorForm } from './calculator-form.js';
import { showCalculator, type Beginning, type CalculatorShown } from './calculator-page.js';
import { moneyAnswer, type Confirmed } from './money-answer.js';

export const answerTo = (
  calculate: CalculateMoney,
  { rate, benefit, hours, wage, municipality, church, pension, freeCard, on }: CalculatorForm,
): Promise<MoneyAnswer> =>
  calculate.execute({
    rate,
    hoursPerWeek: hours,
    hourlyWageOre: wage,
    municipality,
    churchMember: church,
    ...(benefit !== undefined && { benefitBeforeOre: benefit }),
    ...(pension !== undefined && { ownPensionPct: pension }),
    ...(freeCard !== undefined && { freeCardLeftOre: freeCard }),
    ...(on !== undefined && { on }),
  });

/** The calculator as it is before somebody has typed. */
export type Frame = Omit<CalculatorShown, 'typed' | 'faults' | 'answer'>;

/** With the sums of what is known already. */
export async function showBeginning(calculate: CalculateMoney, frame: Frame): Promise<ShownPage> {
  const { beginning = {}, language } = frame;
  return showCalculator({ ...frame, answer: await answerOfBeginning(calculate, beginning, language) });
}

/** The sums of what was typed. Nothing is kept, so the answer is the page itself and no other address. */
export function showTyped(
  calculate: CalculateMoney,
  typed: Typed,
  frame: Frame,
): Promise<SeeOther | ShownPage> {
  const benefitUnknown = { da: calculatorDa.benefitUnknown, en: calculatorWords.en.benefitUnknown };
  return submit(CalculatorForm, typed, {
    do: async (form) =>
      showCalculator({
        ...frame,
        typed,
        answer: moneyAnswer(await answerTo(calculate, form), frame.language),
      }),
    again: (faults) => showCalculator({ ...frame, typed, faults }),
    at: {
      'benefit.amount-unknown': { field: 'benefit', text: benefitUnknown },
      'benefit.municipality-unknown': 'municipality',
    },
  });
}

/** Null while something is missing, or no rates are there for the day. */
export async function answerOfBeginning(
  calculate: CalculateMoney,
  { job, benefit, municipality, on }: Beginning,
  language: Language,
): Promise<ReturnType<typeof moneyAnswer> | null> {
  if (!job || !benefit || municipality === undefined) return null;
  try {
    const answer = await calculate.execute({
      rate: benefit.rate,
      benefitBeforeOre: benefit.benefitBeforeOre,
      churchMember: benefit.churchMember ?? false,
      freeCardLeftOre: benefit.freeCardLeftOre ?? 0,
      hoursPerWeek: job.hoursPerWeek,
      hourlyWageOre: job.hourlyWageOre,
      municipality,
      ...(on !== undefined && { on }),
    });
    const confirmed: Confirmed | null = benefit.confirmedBy
      ? { by: benefit.confirmedBy, at: benefit.confirmedAt ?? null }
      : null;
    return moneyAnswer(answer, language, confirmed);
  } catch (error) {
    if (error instanceof DomainError && error.kind === 'rule') return null;
    throw error;
  }
}
