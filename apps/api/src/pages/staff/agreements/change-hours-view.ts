import { dayInWords, hoursInWords, weekInWords, weeklyMinutes, type LocalDate, type PaidSlot } from '#domain';
import type { AgreementDesk } from '#use-cases';
import { listOf } from '../../../http/fields/index.js';
import {
  day,
  FormView,
  said,
  type ErrorSummaryView,
  type Faults,
  type FieldsOfRefusals,
  type InputView,
  type Typed,
} from '../../frame/form/index.js';
import { page } from '../../frame/page.js';
import { agreementsWords as w } from '../../words/desk-agreements.js';
import { shortDay } from '../placement/when.js';
import { periodLines } from './agreed-view.js';
import { PaidRow, paidRows, type PaidRowView } from './slot-rows.js';

export class HoursForm {
  @day() fra!: string;
  @listOf(PaidRow, { max: 40, optional: true }) uge: PaidRow[] = [];
}

interface HoursView {
  errors: ErrorSummaryView | null;
  heading: string;
  intro: string;
  room: string;
  now: { label: string; lines: string[] };
  action: string;
  from: InputView;
  week: { label: string; hint: string; from: string; to: string; pause: string; rows: PaidRowView[] };
  /** Before and after, once somebody has asked to see it. */
  change: { text: string; rows: { label: string; week: string; hours: string }[]; button: string } | null;
  see: string;
}

export const hoursPage = page<HoursView>('staff/agreements/change-hours');

interface HoursToShow {
  desk: AgreementDesk;
  typed?: Typed | undefined;
  faults?: Faults | undefined;
  /** What somebody wants to see the change to. */
  wanted?: { from: LocalDate; paid: PaidSlot[] };
}

export function hoursView({ desk, typed, faults, wanted }: HoursToShow): HoursView {
  const { agreement, smallJob, today } = desk;
  const form = new FormView('da', typed, faults);
  const paid = agreement.hours.at(-1)?.paid ?? [];
  const earliest = agreement.paidFrom > today ? agreement.paidFrom : today;
  return {
    heading: w.hoursHeading,
    intro: w.hoursIntro,
    room: smallJob.roomToGrowHours === null ? '' : w.room(smallJob.roomToGrowHours),
    now: { label: w.nowWeek, lines: periodLines(agreement.hours) },
    action: `/kommune/aftaler/${agreement.id}/timer`,
    from: form.date('fra', w.hoursFrom, { value: earliest }),
    week: {
      label: w.week,
      hint: w.weekHint,
      from: w.from,
      to: w.to,
      pause: w.pause,
      rows: paidRows(form, paid, typed),
    },
    change: wanted ? changeOf(paid, wanted, today) : null,
    see: w.seeChange,
    errors: form.errors(),
  };
}

/** 12 to 20 hours, week against week, before anything is moved. */
function changeOf(
  before: readonly PaidSlot[],
  { from, paid }: { from: LocalDate; paid: PaidSlot[] },
  today: LocalDate,
): HoursView['change'] {
  const row = (label: string, slots: readonly PaidSlot[]) => ({
    label,
    week: weekInWords(slots),
    hours: hoursInWords(weeklyMinutes(slots)),
  });
  const [old, fresh] = [row(w.before, before), row(w.after, paid)];
  const on = w.weekFrom(from === today ? shortDay(from, today) : dayInWords(from));
  return { text: w.change(old.hours, fresh.hours, on), rows: [old, fresh], button: w.saveHours };
}

const words = { da: w, en: w };
export const refusalsOfHours: FieldsOfRefusals = {
  'agreement.no-paid-hours': said(words, (one) => one.noHours, 'uge.0.fra'),
  'agreement.slots-overlap': said(words, (one) => one.overlap, 'uge.0.fra'),
  'agreement.break-too-long': said(words, (one) => one.breakTooLong, 'uge.0.pause'),
  'agreement.dates-invalid': said(words, (one) => one.hoursDates, 'fra'),
  'shift.overlap': said(words, (one) => one.clash, 'uge.0.fra'),
};
