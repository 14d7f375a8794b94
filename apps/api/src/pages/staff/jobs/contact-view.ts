import { addDays, dayInWords, localDateOf, phoneInPairs, type HandoverReason } from '#domain';
import type { JobDesk } from '#use-cases';
import { oneOf, text, uuid } from '../../../http/fields/index.js';
import {
  day,
  type ChoiceView,
  type Faults,
  type FormView,
  type InputView,
  type TextareaView,
} from '../../frame/form/index.js';
import { jobsWords as w } from '../../words/desk-jobs.js';
import { jobPath } from '../ranking/addresses.js';

export const handoverReasons = [
  'planned',
  'leave',
  'resigned',
  'reorganised',
  'asked-for',
  'fresh-eyes',
  'broker-takes-over',
  'other',
] as const satisfies readonly HandoverReason[];

export class HandoverForm {
  @uuid() til!: string;
  @oneOf(handoverReasons, { optional: true }) hvorfor?: (typeof handoverReasons)[number];
  @text({ max: 2000, multiline: true, optional: true, example: 'Barsel fra 1. december' }) note?: string;
}

export class CoverForm {
  @uuid() vikar!: string;
  @day() fra!: string;
  @day() tilOgMed!: string;
}

/** Whom both sides call, and how that changes: templates/partials/page-desk-job-contact.hbs */
export interface ContactView {
  label: string;
  name: string;
  call: { href: string; label: string } | null;
  lines: string[];
  history: { label: string; lines: string[] } | null;
  handOver: {
    label: string;
    action: string;
    note: string;
    open: boolean;
    to: ChoiceView;
    /** Null for the first one: nobody is left by it. */
    why: ChoiceView | null;
    words: TextareaView | null;
    submit: string;
  } | null;
  cover: {
    label: string;
    action: string;
    open: boolean;
    by: ChoiceView;
    from: InputView;
    to: InputView;
    submit: string;
  } | null;
}

export function contactView(desk: JobDesk, f: FormView, faults: Faults): ContactView {
  const { fixedContact, answersToday, smallJob, covers, now } = desk;
  const today = localDateOf(now);
  const coming = covers.filter(({ to }) => to >= today);
  const isOther = answersToday !== null && fixedContact !== null && answersToday.id !== fixedContact.id;
  const isClosed = smallJob.status === 'closed';
  return {
    label: w.whom,
    name: fixedContact?.name ?? '',
    call: fixedContact?.phone
      ? { href: `tel:${fixedContact.phone}`, label: phoneInPairs(fixedContact.phone) }
      : null,
    lines: [
      ...(fixedContact ? [] : [w.noContactYet]),
      ...(isOther ? [w.answersToday(answersToday.name)] : []),
      ...coming.map(({ byStaffId, from, to }) =>
        w.covers(nameIn(desk, byStaffId), dayInWords(from), dayInWords(to)),
      ),
    ],
    history: historyOf(desk),
    handOver: isClosed ? null : handOverOf(desk, f, faults),
    cover: isClosed || fixedContact === null ? null : coverOf(desk, f, faults),
  };
}

const nameIn = ({ staff }: JobDesk, id: string): string => staff.find((one) => one.id === id)?.name ?? '';

function historyOf(desk: JobDesk): ContactView['history'] {
  const over = desk.assignments.filter(({ endedAt }) => endedAt !== null);
  if (over.length === 0) return null;
  const after = (at: number): string => {
    const reason = desk.assignments[at + 1]?.reason;
    return reason && reason !== 'first' ? (w.reasons as Record<string, string>)[reason]! : '';
  };
  return {
    label: w.history,
    lines: over.map(({ staffId, startedAt, endedAt }, at) =>
      w.historyLine(
        nameIn(desk, staffId),
        dayInWords(localDateOf(startedAt)),
        dayInWords(localDateOf(endedAt!)),
        after(at),
      ),
    ),
  };
}

/** Whoever can be called; not the one who has it. */
const others = ({ staff, fixedContact }: JobDesk) => [
  { value: '', label: w.choose },
  ...staff
    .filter(({ id, active, phone }) => active && phone !== null && id !== fixedContact?.id)
    .map(({ id, name }) => ({ value: id, label: name })),
];

function handOverOf(desk: JobDesk, f: FormView, faults: Faults): ContactView['handOver'] {
  const { smallJob, fixedContact } = desk;
  const isFirst = fixedContact === null;
  return {
    label: isFirst ? w.setContact : w.handOver,
    action: `${jobPath(smallJob.id)}/kontakt`,
    note: isFirst ? '' : w.handOverNote,
    open: isFirst || hasFault(faults, ['til', 'hvorfor']),
    to: f.choice('til', w.to, { options: others(desk) }),
    why: isFirst
      ? null
      : f.choice('hvorfor', w.why, {
          options: [
            { value: '', label: w.choose },
            ...handoverReasons.map((value) => ({ value, label: w.reasons[value] })),
          ],
        }),
    words: isFirst ? null : f.textarea('note', w.noteLabel, { optional: true, rows: 2, max: 2000 }),
    submit: isFirst ? w.setContact : w.doHandOver,
  };
}

function coverOf(desk: JobDesk, f: FormView, faults: Faults): ContactView['cover'] {
  const today = localDateOf(desk.now);
  return {
    label: w.cover,
    action: `${jobPath(desk.smallJob.id)}/vikar`,
    open: hasFault(faults, ['vikar', 'fra', 'tilOgMed']),
    by: f.choice('vikar', w.coverBy, { options: others(desk) }),
    from: f.date('fra', w.coverFrom, { value: today }),
    to: f.date('tilOgMed', w.coverTo, { value: addDays(today, 1) }),
    submit: w.doCover,
  };
}

export const hasFault = ({ list }: Faults, names: readonly string[]): boolean =>
  list.some(({ field }) => names.includes(field));
