import {
  areaOf,
  monthName,
  moneyInWords,
  proposedStart,
  type Language,
  type LocalDate,
  type PostingAnswers,
} from '#domain';
import { int, oneOf, text } from '../../../http/fields/index.js';
import {
  day,
  inKroner,
  kroner,
  type ChoiceView,
  type FormView,
  type InputView,
} from '../../frame/form/index.js';
import { numbered, step, withChoice, type StepContext } from './step-form.js';

const agreements = ['den', 'ingen', 'anden'] as const;

class PayForm {
  @kroner({ min: 1, max: 100_000, optional: true }) wage?: number;
  @oneOf(agreements, { optional: true }) agreement?: (typeof agreements)[number];
  @text({ max: 300, optional: true, example: 'Serviceoverenskomsten' }) agreementName?: string;
  @day({ optional: true }) startDate?: LocalDate;
  @day({ optional: true }) endDate?: LocalDate;
  @int({ min: 1, max: 1000, optional: true }) positions?: number;
  @int({ min: 0, max: 168, optional: true }) grow?: number;
}

interface PayStepView {
  wage: InputView;
  floor: string;
  floorNote: string;
  agreement: ChoiceView;
  agreementName: InputView;
  startDate: InputView;
  endDate: InputView;
  positions: ChoiceView;
  grow: ChoiceView;
  more: string;
  moreOpen: boolean;
}

const MOST_IN_LIST = 10;

export const payStep = step<PayForm, PayStepView>({
  type: PayForm,
  view,
  lead: (_, { w }) => w.payLead,
  at: () => ({
    'small-job.start-in-past': 'startDate',
    'small-job.dates-invalid': 'endDate',
    'small-job.positions-below-taken': 'positions',
  }),
  answers: (fields, answers) => ({
    hourlyWageOre: fields.wage,
    collectiveAgreement: agreementOf(fields, answers),
    startDate: fields.startDate,
    endDate: fields.endDate ?? null,
    positions: fields.positions,
    roomToGrowHours: fields.grow ? fields.grow : null,
  }),
  needed: ({ wage, startDate, positions, agreement, agreementName }) => [
    ...(wage === undefined ? ['wage' as const] : []),
    ...(agreement === 'anden' && !agreementName ? ['agreementName' as const] : []),
    ...(startDate === undefined ? ['startDate' as const] : []),
    ...(positions === undefined ? ['positions' as const] : []),
  ],
});

function view(
  f: FormView,
  answers: PostingAnswers,
  { w, language, guide: { floor }, today, posted }: StepContext,
): PayStepView {
  const wage = answers.hourlyWageOre ?? floor?.ore;
  const area = areaOf(answers.category ?? '');
  const own = answers.collectiveAgreement;
  const isOther = typeof own === 'string' && own !== area?.agreement;
  const chosen = isOther ? 'anden' : own === null || !area ? 'ingen' : 'den';
  const passed = answers.startDate !== undefined && answers.startDate < today && !posted;
  const positions = answers.positions ?? 1;
  const agreementName = f.input('agreementName', w.agreementName, {
    optional: true,
    max: 300,
    value: isOther ? own : '',
    lang: 'da',
  });
  const endDate = f.date('endDate', w.endDate, {
    optional: true,
    hint: w.endHint,
    value: answers.endDate ?? '',
  });
  const grow = f.choice('grow', w.grow, {
    value: String(answers.roomToGrowHours ?? 0),
    options: withChoice(
      numbered(w.growths),
      answers.roomToGrowHours ?? 0,
      w.growthOther(String(answers.roomToGrowHours)),
    ),
  });
  return {
    wage: f.money('wage', w.wage, {
      value: wage === undefined ? '' : inKroner(wage),
      hint: answers.hourlyWageOre === undefined && floor ? w.wagePrefilled : '',
    }),
    floor: floor
      ? w.floor(moneyInWords(floor.ore, language), floor.agreement, longDate(floor.from, language))
      : w.noFloor,
    floorNote: floor ? w.floorNote : '',
    agreement: f.choice('agreement', w.agreement, {
      value: chosen,
      options: [
        ...(area ? [{ value: 'den', label: area.agreement }] : []),
        { value: 'ingen', label: w.agreementNone },
        { value: 'anden', label: w.agreementOther },
      ],
    }),
    agreementName,
    startDate: f.date('startDate', w.startDate, {
      value: answers.startDate && !passed ? answers.startDate : proposedStart(today),
      hint: passed ? w.startPassed : answers.startDate ? '' : w.startProposed,
    }),
    endDate,
    positions: f.choice('positions', w.positions, {
      value: String(positions),
      options: Array.from({ length: Math.max(MOST_IN_LIST, positions) }, (_, at) => String(at + 1)).map(
        (value) => ({
          value,
          label: value,
        }),
      ),
    }),
    grow,
    more: w.morePay,
    moreOpen: endDate.value !== '' || endDate.error !== '' || grow.value !== '0',
  };
}

/** "15. marts 2026": a wage of another year is another wage. */
function longDate(date: LocalDate, language: Language): string {
  const [year, month, dayOfMonth] = date.split('-').map(Number) as [number, number, number];
  const dot = language === 'da' ? '.' : '';
  return `${dayOfMonth}${dot} ${monthName(month, language)} ${year}`;
}

function agreementOf(
  { agreement, agreementName }: PayForm,
  answers: PostingAnswers,
): string | null | undefined {
  if (agreement === 'ingen') return null;
  if (agreement === 'anden') return agreementName;
  return agreement === 'den' ? areaOf(answers.category ?? '')?.agreement : undefined;
}
