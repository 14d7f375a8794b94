import { deskActions, heardWays, localTimeOf, type DeskAction, type Shift } from '#domain';
import type { ShiftFileRecord } from '#use-cases';
import { FormView, type ErrorSummaryView, type Faults, type Typed } from '../../frame/form/index.js';
import { shiftsWords as w } from '../../words/desk-shifts.js';
import {
  asInput,
  asRadios,
  asSelect,
  asTextarea,
  firstErrors,
  ofAct,
  type ActView,
  type Refused,
} from '../placement/act-view.js';
import { SHIFTS } from './shift-list-view.js';

/** What an action is called in an address. */
const slugs: Readonly<Record<DeskAction, string>> = {
  'check-in': 'er-her',
  later: 'senere',
  'not-here': 'ikke-set',
  attendance: 'kom-og-gik',
  'report-absence': 'kan-ikke',
  'well-done': 'godt-gaaet',
  move: 'flyt',
  cancel: 'aflys',
};

export const actionOf = (slug: string): DeskAction | undefined =>
  deskActions.find((action) => slugs[action] === slug);

/** Several forms on a page: the names of each begin with what it does. */
export const fieldsOfAct = (action: DeskAction, typed: Typed): Typed =>
  Object.fromEntries(
    Object.entries(typed)
      .filter(([name]) => name.startsWith(`${slugs[action]}.`))
      .map(([name, value]) => [name.slice(slugs[action].length + 1), value]),
  );

export const refusedAct = (action: DeskAction, typed: Typed, faults: Faults): Refused => ({
  act: action,
  typed,
  faults: {
    ...faults,
    list: faults.list.map((fault) => ({
      ...fault,
      field: fault.field === '' ? '' : `${slugs[action]}.${fault.field}`,
    })),
  },
});

export function actViews(
  { shift, actions }: ShiftFileRecord,
  refused?: Refused,
): { acts: ActView[]; errors: ErrorSummaryView | null } {
  // A form that was refused is shown with what is wrong, also when it makes no sense any more.
  const shown = deskActions.filter((action) => actions.includes(action) || refused?.act === action);
  const forms = new Map(
    shown.map((action) => [action, new FormView('da', ...ofAct(action, refused))] as const),
  );
  const acts = shown.map((action): ActView => {
    const form = forms.get(action)!;
    const named = (field: string): string => `${slugs[action]}.${field}`;
    return {
      id: `handling-${slugs[action]}`,
      label: w.actLabels[action],
      help: w.actHelp[action],
      action: `${SHIFTS}/${shift.id}/${slugs[action]}`,
      fields: [...ownFields(action, form, named, shift), ...heardFields(action, form, named)],
      button: w.actButtons[action],
      look: 'first',
      open: refused?.act === action,
    };
  });
  return { acts, errors: firstErrors([...forms.values()]) };
}

type Named = (field: string) => string;

function ownFields(action: DeskAction, form: FormView, named: Named, shift: Shift): ActView['fields'] {
  switch (action) {
    case 'check-in':
      return [asInput(form.time(named('kl'), w.at, { hint: w.atHint, optional: true }))];
    case 'later':
      return [asInput(form.time(named('kl'), w.laterAt))];
    case 'attendance':
      return [
        asInput(form.time(named('kom'), w.arrivedAt, { value: arrivedOf(shift) })),
        asInput(form.time(named('gik'), w.leftAt, { value: leftOf(shift) })),
      ];
    case 'report-absence':
      return [
        asSelect(form.choice(named('hvorfor'), w.cause, { hint: w.causeHint, options: optionsOf(w.causes) })),
        asTextarea(form.textarea(named('note'), w.note, { rows: 2, max: 500, optional: true })),
      ];
    case 'move':
      return [
        asInput(form.date(named('dag'), w.date, { value: shift.date })),
        asInput(form.time(named('start'), w.start, { value: shift.start })),
        asInput(form.time(named('slut'), w.end, { value: shift.end === '24:00' ? '' : shift.end })),
      ];
    case 'cancel':
      return [asInput(form.input(named('grund'), w.reason, { hint: w.reasonHint, max: 200 }))];
    case 'not-here':
    case 'well-done':
      return [];
  }
}

/** Moving and cancelling are decided, all else was seen or said by somebody. */
function heardFields(action: DeskAction, form: FormView, named: Named): ActView['fields'] {
  if (action === 'move' || action === 'cancel') return [];
  const from = action === 'report-absence' ? 'citizen' : 'workplace';
  return [
    asRadios(form.choice(named('fra'), w.whoSays, { value: from, options: optionsOf(w.whoSaysOptions) })),
    asSelect(
      form.choice(named('hvordan'), w.how, {
        value: 'phone',
        options: heardWays.map((how) => ({ value: how, label: w.hows[how] })),
      }),
    ),
  ];
}

const optionsOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

const arrivedOf = ({ arrivedAt, state, start }: Shift): string =>
  state === 'late' && arrivedAt ? localTimeOf(arrivedAt) : start;

const leftOf = ({ leftAt, end }: Shift): string => {
  if (leftAt) return localTimeOf(leftAt);
  return end === '24:00' ? '00:00' : end;
};
