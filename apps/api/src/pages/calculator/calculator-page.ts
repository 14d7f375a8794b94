import { danishMunicipalities, rateGroups, type CitizenBenefit, type Language } from '#domain';
import {
  FormView,
  inKroner,
  noFaults,
  type ChoiceView,
  type ErrorSummaryView,
  type Faults,
  type InputView,
  type Typed,
} from '../frame/form/index.js';
import { fragment, page, type About, type ShownPage } from '../frame/page.js';
import { calculatorWords } from '../words/calculator.js';
import { inNumbers } from './amounts.js';
import type { MoneyAnswerView } from './money-answer.js';

interface CalculatorView {
  heading: string;
  intro: string;
  job: string;
  errors: ErrorSummaryView | null;
  answer: MoneyAnswerView | null;
  again: string;
  action: string;
  live: string;
  on: string;
  fields: {
    rate: ChoiceView;
    benefit: InputView;
    hours: InputView;
    wage: InputView;
    municipality: ChoiceView;
    church: ChoiceView;
    pension: InputView;
    freeCard: InputView;
  };
  more: { label: string; open: boolean };
  show: string;
  binding: string;
}

const calculatorPage = page<CalculatorView>('calculator/calculator');

/** What stands beside the form while somebody is typing. */
export const liveAnswer = fragment<{ text: string }>('calculator/live');

/** What is known before anybody has typed. */
export interface Beginning {
  municipality?: string;
  job?: { title: string; hoursPerWeek: number; hourlyWageOre: number } | null;
  benefit?: CitizenBenefit | null;
  on?: string;
}

export interface CalculatorShown {
  language: Language;
  path: string;
  beginning?: Beginning;
  typed?: Typed;
  faults?: Faults;
  answer?: MoneyAnswerView | null;
  about?: Partial<About>;
}

export function showCalculator(shown: CalculatorShown): ShownPage {
  const { language, path, beginning = {}, typed = {}, faults = noFaults, answer = null, about } = shown;
  const w = calculatorWords[language];
  const form = new FormView(language, typed, faults);
  const fields = fieldsOf(form, beginning, language);
  const { pension, freeCard } = fields;
  return calculatorPage({
    title: w.title,
    readAloud: true,
    ...about,
    heading: w.title,
    intro: w.intro,
    job: beginning.job ? w.ofJob(beginning.job.title) : '',
    errors: form.errors(),
    answer,
    again: answer ? w.again : '',
    action: path,
    live: '/beregn/svar',
    on: typeof typed['on'] === 'string' ? typed['on'] : (beginning.on ?? ''),
    fields,
    more: {
      label: w.more,
      open: [pension, freeCard].some(({ value, error }) => value !== '' || error !== ''),
    },
    show: w.show,
    binding: w.binding,
  });
}

function fieldsOf(
  form: FormView,
  { job, benefit, municipality }: Beginning,
  language: Language,
): CalculatorView['fields'] {
  const w = calculatorWords[language];
  const names = Object.entries(danishMunicipalities).sort(([, a], [, b]) => a.localeCompare(b, 'da-DK'));
  return {
    rate: form.choice('rate', w.rate, {
      hint: w.rateHint,
      value: benefit?.rate ?? '',
      options: rateGroups.map((value) => ({ value, label: w.rates[value], hint: w.rateHints[value] })),
    }),
    benefit: form.money('benefit', w.benefit, {
      hint: w.benefitHint,
      optional: true,
      value: benefit ? inKroner(benefit.benefitBeforeOre) : '',
    }),
    hours: form.number('hours', w.hours, {
      inputmode: 'decimal',
      value: job ? inNumbers(job.hoursPerWeek, 'da') : '',
    }),
    wage: form.money('wage', w.wage, {
      hint: w.wageHint,
      value: job ? inKroner(job.hourlyWageOre) : '',
    }),
    municipality: form.choice('municipality', w.municipality, {
      value: municipality ?? '',
      options: [
        { value: '', label: w.chooseMunicipality },
        ...names.map(([value, label]) => ({ value, label })),
      ],
    }),
    church: form.choices('church', w.church, {
      value: benefit?.churchMember ? 'ja' : '',
      options: [{ value: 'ja', label: w.paysChurch }],
    }),
    pension: form.number('pension', w.pension, {
      hint: w.pensionHint,
      inputmode: 'decimal',
      optional: true,
      suffix: '%',
    }),
    freeCard: form.money('freeCard', w.freeCard, {
      optional: true,
      value: benefit?.freeCardLeftOre ? inKroner(benefit.freeCardLeftOre) : '',
    }),
  };
}
