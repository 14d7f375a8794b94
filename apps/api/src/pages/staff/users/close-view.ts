import { brokerHandoverReasons, listInWords, type BrokerHandoverReason } from '#domain';
import { SHOWN_CITIZENS, type StaffFile } from '#use-cases';
import { oneOf, text, uuid } from '../../../http/fields/index.js';
import {
  FormView,
  noFaults,
  type ChoiceView,
  type ErrorSummaryView,
  type Faults,
  type TextareaView,
  type Typed,
} from '../../frame/form/index.js';
import { page, type ShownPage } from '../../frame/page.js';
import { usersWords as w } from '../../words/desk-users.js';
import { USERS } from './users-view.js';

export class CloseForm {
  @uuid({ optional: true }) overtager?: string;
  @oneOf(brokerHandoverReasons) hvorfor!: BrokerHandoverReason;
  @text({ max: 1000, multiline: true, optional: true, example: 'Nyt arbejde' }) note?: string;
}

interface CloseView {
  heading: string;
  intro: string;
  errors: ErrorSummaryView | null;
  nothing: string;
  /** Null: nothing has to be handed over. */
  holds: {
    heading: string;
    note: string;
    effect: string;
    citizens: { heading: string; rows: { href: string; label: string }[]; more: string };
    smallJobs: { heading: string; rows: { href: string; label: string }[] };
    oneByOne: string;
  } | null;
  deputyOf: string;
  form: { taker: ChoiceView | null; reason: ChoiceView; note: TextareaView };
  confirm: string;
}

const closePage = page<CloseView>('staff/users/close');

export function closeView(file: StaffFile, typed: Typed = {}, faults: Faults = noFaults): ShownPage {
  const { staff, holds, takers } = file;
  const { citizens, smallJobs, deputyOf, tasks } = holds;
  const hasHeld = citizens.length > 0 || smallJobs.length > 0;
  const f = new FormView('da', typed, faults);
  const needsTaker = hasHeld || deputyOf.length > 0 || tasks > 0;
  const form = {
    taker: needsTaker ? takerField(f, takers, !hasHeld) : null,
    reason: f.choice('hvorfor', w.reason, {
      value: 'resigned',
      options: w.reasonOrder.map((value) => ({ value, label: w.reasons[value] })),
    }),
    note: f.textarea('note', w.note, { optional: true, rows: 2, max: 1000, hint: w.noteHint }),
  };
  return closePage({
    title: w.closeTab,
    heading: w.closeHeading(staff.name),
    intro: w.closeIntro,
    nothing: hasHeld ? '' : w.holdsNothing,
    holds: hasHeld ? heldIn(file) : null,
    deputyOf: deputyOf.length === 0 ? '' : w.deputyOf(listInWords(deputyOf.map(({ name }) => name))),
    form,
    errors: f.errors(),
    confirm: hasHeld ? w.confirmHandover : w.confirm,
    back: { href: `${USERS}/${staff.id}`, label: staff.name },
  });
}

/** The one proposed is chosen already; with nobody to propose, one has to choose. */
const takerField = (f: FormView, takers: StaffFile['takers'], optional: boolean): ChoiceView =>
  f.choice('overtager', w.taker, {
    hint: w.takerHint,
    optional,
    value: takers[0]?.staff.id ?? '',
    options: [
      { value: '', label: w.choose },
      ...takers.map(({ staff, caseload }) => ({
        value: staff.id,
        label: w.takerOf(staff.name, w.citizens(caseload)),
      })),
    ],
  });

function heldIn({ holds: { citizens, smallJobs } }: StaffFile): NonNullable<CloseView['holds']> {
  const hidden = citizens.length - SHOWN_CITIZENS;
  return {
    heading: w.mustHandOver,
    note: w.handoverNote,
    effect: w.handoverEffect,
    citizens: {
      heading: w.citizens(citizens.length),
      rows: citizens
        .slice(0, SHOWN_CITIZENS)
        .map(({ id, name }) => ({ href: `/kommune/borgere/${id}`, label: name })),
      more: hidden > 0 ? w.moreCitizens(hidden) : '',
    },
    smallJobs: {
      heading: w.jobs(smallJobs.length),
      rows: smallJobs.map(({ id, title }) => ({ href: `/kommune/job/${id}`, label: title })),
    },
    oneByOne: w.oneByOne,
  };
}
