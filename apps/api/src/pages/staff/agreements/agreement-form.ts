import type { Agreement, Citizen, FirstDay, LocalDate, PaidSlot, SmallJob } from '#domain';
import type { AgreementTerms } from '#use-cases';
import { list, listOf, oneOf, text } from '../../../http/fields/index.js';
import { ShapeError, type Fault } from '../../../http/shape-error.js';
import {
  clockTime,
  day,
  FormView,
  said,
  type ChoiceView,
  type ErrorSummaryView,
  type Faults,
  type FieldsOfRefusals,
  type InputView,
  type TextareaView,
  type Typed,
} from '../../frame/form/index.js';
import { page } from '../../frame/page.js';
import { agreementsWords as w } from '../../words/desk-agreements.js';
import {
  PaidRow,
  paidRows,
  paidSlots,
  UnpaidRow,
  unpaidRows,
  unpaidSlots,
  type PaidRowView,
  type UnpaidRowView,
} from './slot-rows.js';

const meets = ['home', 'stop', 'workplace'] as const;

export class AgreementForm {
  @day() start!: string;
  @day({ optional: true }) loen?: string;
  @listOf(PaidRow, { max: 40, optional: true }) uge: PaidRow[] = [];
  @listOf(UnpaidRow, { max: 40, optional: true }) ulon: UnpaidRow[] = [];
  @list(text({ max: 500, example: 'Ali viser rundt den første dag' }), { max: 30, optional: true })
  talt: string[] = [];
  @text({ max: 4000, multiline: true, optional: true, example: 'Handsker ligger ved døren' }) mere?: string;
  @text({ max: 500, multiline: true, optional: true, example: 'Ring til mig kl. 7, hvis det er glat' })
  ring?: string;
  @oneOf(['', ...meets], { optional: true }) moed?: (typeof meets)[number];
  @text({ max: 200, optional: true, example: 'Porten på Havnegade 12' }) sted?: string;
  @clockTime({ optional: true }) tid?: string;
}

/** What the form says, as the use cases take it. @throws ShapeError where half of something is filled in */
export function termsIn(form: AgreementForm): AgreementTerms {
  const firstDay = firstDayIn(form);
  const own = (form.mere ?? '').split('\n').map((line) => line.trim());
  return {
    startDate: form.start,
    paid: paidSlots(form.uge),
    unpaid: unpaidSlots(form.ulon),
    expectations: [...form.talt, ...own.filter((line) => line !== '')],
    ...(form.ring && { callAgreement: form.ring }),
    ...(firstDay && { firstDay }),
    ...(form.loen && { paidFrom: form.loen }),
  };
}

function firstDayIn({ moed: meet, sted: where, tid: at }: AgreementForm): FirstDay | undefined {
  if (!meet) return undefined;
  const faults: Fault[] = [
    ...(where ? [] : [{ path: 'sted', text: w.whereMissing }]),
    ...(at ? [] : [{ path: 'tid', text: w.whereMissing }]),
  ];
  if (!where || !at) throw new ShapeError(faults);
  return { meet, where, at };
}

export interface AgreementFormView {
  errors: ErrorSummaryView | null;
  heading: string;
  intro: string;
  warning: string;
  learnt: { label: string; lines: string[] };
  action: string;
  start: InputView;
  paidFrom: InputView;
  week: { label: string; hint: string; from: string; to: string; pause: string; rows: PaidRowView[] };
  unpaid: { label: string; hint: string; open: boolean; rows: UnpaidRowView[] };
  expectations: ChoiceView;
  own: TextareaView;
  call: TextareaView;
  firstDay: { meet: ChoiceView; where: InputView; at: InputView };
  button: string;
}

export const agreementFormPage = page<AgreementFormView>('staff/agreements/agreement-form');

/** What a new agreement begins with: the hours and the place of the small job. */
export interface AgreementBeginning {
  terms: Pick<Agreement, 'startDate' | 'unpaid' | 'expectations' | 'callAgreement' | 'firstDay'> & {
    paidFrom: LocalDate | null;
    paid: readonly PaidSlot[];
  };
  about: Pick<AgreementFormView, 'heading' | 'intro' | 'warning' | 'action' | 'button'>;
  learntBefore: readonly string[];
}

export function agreementFormView(
  { terms, about, learntBefore }: AgreementBeginning,
  typed?: Typed,
  faults?: Faults,
): AgreementFormView {
  const form = new FormView('da', typed, faults);
  const { firstDay, expectations } = terms;
  const fields = {
    start: form.date('start', w.startDate, { value: terms.startDate }),
    paidFrom: form.date('loen', w.paidFrom, {
      hint: w.paidFromHint,
      optional: true,
      value: terms.paidFrom ?? '',
    }),
    week: {
      label: w.week,
      hint: w.weekHint,
      from: w.from,
      to: w.to,
      pause: w.pause,
      rows: paidRows(form, terms.paid, typed),
    },
    unpaid: {
      label: w.unpaidHeading,
      hint: w.unpaidHint,
      open: false,
      rows: unpaidRows(form, terms.unpaid, typed),
    },
    expectations: form.choices('talt', w.expectations, {
      hint: w.expectationsHint,
      options: w.standard.map((value) => ({ value, label: value })),
      value: expectations.filter((one) => w.standard.includes(one)),
    }),
    own: form.textarea('mere', w.own, {
      hint: w.ownHint,
      optional: true,
      rows: 3,
      max: 4000,
      value: expectations.filter((one) => !w.standard.includes(one)).join('\n'),
    }),
    call: form.textarea('ring', w.call, {
      hint: w.callHint,
      optional: true,
      rows: 2,
      max: 500,
      value: terms.callAgreement ?? '',
    }),
    firstDay: {
      meet: form.choice('moed', w.firstDay, {
        optional: true,
        options: [
          { value: '', label: w.firstDayNone },
          ...meets.map((value) => ({ value, label: w.meets[value] })),
        ],
        value: firstDay?.meet ?? '',
      }),
      where: form.input('sted', w.firstDayWhere, { optional: true, max: 200, value: firstDay?.where ?? '' }),
      at: form.time('tid', w.firstDayAtTime, { optional: true, value: firstDay?.at ?? '' }),
    },
  };
  fields.unpaid.open = fields.unpaid.rows.some(
    ({ day: at, task }) => at.value !== '' || task.value !== '' || at.error !== '' || task.error !== '',
  );
  return {
    errors: form.errors(),
    ...about,
    ...fields,
    learnt: { label: w.learntBefore, lines: [...learntBefore] },
  };
}

/** The small job says how it begins; where its first day has passed, it begins tomorrow at the earliest. */
export function beginningOf(
  { smallJob, citizen, learntBefore }: { smallJob: SmallJob; citizen: Citizen; learntBefore: string[] },
  offerId: string,
  tomorrow: LocalDate,
): AgreementBeginning {
  const { workplace, weeklyShifts, startDate } = smallJob;
  const first = [...weeklyShifts].sort((a, b) => (a.start < b.start ? -1 : 1))[0];
  return {
    terms: {
      startDate: startDate > tomorrow ? startDate : tomorrow,
      paidFrom: null,
      paid: weeklyShifts,
      unpaid: [],
      expectations: [],
      callAgreement: null,
      firstDay: first ? { meet: 'workplace', where: workplace.street, at: first.start } : null,
    },
    about: {
      heading: w.newHeading(citizen.name, smallJob.title),
      intro: w.newIntro,
      warning: '',
      action: `/kommune/aftaler/ny?tilbud=${offerId}`,
      button: w.save,
    },
    learntBefore,
  };
}

export function revisionOf(agreement: Agreement, learntBefore: string[]): AgreementBeginning {
  const { paidFrom, startDate, hours } = agreement;
  return {
    terms: {
      ...agreement,
      paidFrom: paidFrom === startDate ? null : paidFrom,
      paid: hours[0]?.paid ?? [],
    },
    about: {
      heading: w.editHeading,
      intro: '',
      warning: agreement.signatures.length > 0 ? w.editWarning : '',
      action: `/kommune/aftaler/${agreement.id}/ret`,
      button: w.saveEdit,
    },
    learntBefore,
  };
}

const words = { da: w, en: w };
export const refusalsOfTerms: FieldsOfRefusals = {
  'agreement.no-paid-hours': said(words, (one) => one.noHours, 'uge.0.fra'),
  'agreement.slots-overlap': said(words, (one) => one.overlap, 'uge.0.fra'),
  'agreement.break-too-long': said(words, (one) => one.breakTooLong, 'uge.0.pause'),
  'agreement.same-task-paid-and-unpaid': said(words, (one) => one.sameTask, 'ulon.0.opgave'),
  'agreement.dates-invalid': said(words, (one) => one.dates, 'loen'),
  'agreement.already-exists': said(words, (one) => one.exists),
};
