import { instantInWords, type EventType } from '#domain';
import type { StaffFile, StaffOverview } from '#use-cases';
import {
  FormView,
  noFaults,
  typedText,
  typedTexts,
  type ChoiceView,
  type ErrorSummaryView,
  type Faults,
  type FormFault,
  type InputView,
  type Typed,
} from '../../frame/form/index.js';
import type { DemoPeople } from '../../demo/demo-people.js';
import { page, type ShownPage } from '../../frame/page.js';
import { usersWords as w } from '../../words/desk-users.js';
import { userFields, type UserFields } from './user-form.js';
import { lastSignInAt, USERS } from './users-view.js';

interface NewUserView {
  heading: string;
  form: UserFields;
  errors: ErrorSummaryView | null;
  save: string;
}

interface UserView extends NewUserView {
  /** When the person was read, sent along. */
  set: string;
  closed: { warns: boolean; text: string } | null;
  factsHeading: string;
  facts: { label: string; value: string }[];
  close: { href: string; label: string } | null;
  closeNot: string;
  demoDoor: { href: string; label: string } | null;
  open: { action: string; label: string } | null;
  history: { heading: string; rows: { at: string; what: string }[] };
}

const newUserPage = page<NewUserView>('staff/users/new');
const userPage = page<UserView>('staff/users/user');

export function newUserView(
  { lines, teams }: StaffOverview,
  typed: Typed = {},
  faults: Faults = noFaults,
): ShownPage {
  const f = new FormView('da', typed, faults);
  const colleagues = lines.map(({ staff }) => staff).filter(({ active }) => active);
  return newUserPage({
    title: w.newTab,
    heading: w.newHeading,
    form: userFields(f, { staff: null, colleagues, teams }),
    errors: f.errors(),
    save: w.addButton,
    back: { href: USERS, label: w.back },
  });
}

interface Beside {
  typed?: Typed;
  faults?: Faults;
  /** In a demo there is no other sign-in that a new colleague could come through. */
  demo?: DemoPeople | undefined;
}

export function userView(
  file: StaffFile,
  meId: string,
  { typed = {}, faults = noFaults, demo }: Beside = {},
): ShownPage {
  const { staff, colleagues } = file;
  const isStale = faults.list.some(({ code }) => code === 'staff.changed-meanwhile');
  const list = isStale ? [...faults.list, ...standsNow(file, typed)] : faults.list;
  const f = new FormView('da', typed, { ...faults, list });
  const isLast = staff.role === 'leader' && !colleagues.some(({ role }) => role === 'leader');
  const mayClose = staff.active && staff.id !== meId && !isLast;
  return userPage({
    title: w.tab,
    wide: true,
    heading: staff.name,
    closed: staff.active ? null : { warns: true, text: w.isClosed },
    factsHeading: w.facts,
    facts: factsOf(file),
    // Whoever has been told of the colleague's change, and saves again, means it.
    set: (!isStale && typedText(typed, 'set')) || String(file.at),
    form: userFields(f, file),
    errors: f.errors(),
    save: w.save,
    close: mayClose ? { href: `${USERS}/${staff.id}/luk`, label: w.close } : null,
    demoDoor: demo && staff.active ? { href: demo.doorOf(staff.id), label: w.demoDoor(staff.name) } : null,
    closeNot: !staff.active || mayClose ? '' : staff.id === meId ? w.closeSelf : w.closeLast,
    open: staff.active ? null : { action: `${USERS}/${staff.id}/aabn`, label: w.open },
    history: {
      heading: w.history,
      rows: file.happenings.map(({ at, type, by }) => ({
        at: instantInWords(at),
        what: w.by(happened(type), by),
      })),
    },
    back: { href: USERS, label: w.back },
    messages: { gemt: w.saved, aabnet: w.opened },
  });
}

/** At each field that differs from what was typed: how it stands since the colleague's change. */
function standsNow(file: StaffFile, typed: Typed): FormFault[] {
  const now = Object.values(userFields(new FormView('da'), file)) as (InputView | ChoiceView)[];
  return now.flatMap((field) => {
    const [is, inWords] =
      'options' in field ? chosenIn(field) : [field.value, field.value === '' ? w.emptyNow : field.value];
    if (typedTexts(typed, field.name).join() === is) return [];
    const text = w.standsNow(inWords);
    return [{ field: field.name, kind: 'rule', text: { da: text, en: text } } as const];
  });
}

function chosenIn({ options }: ChoiceView): [values: string, labels: string] {
  const chosen = options.filter((option) => option.chosen);
  return [chosen.map(({ value }) => value).join(), chosen.map(({ label }) => label).join(', ') || w.emptyNow];
}

const happened = (type: EventType): string =>
  (w.happened as Partial<Record<EventType, string>>)[type] ?? type;

function factsOf({ staff, holds, isBound, keys }: StaffFile): UserView['facts'] {
  return [
    { label: w.follows, value: w.citizens(holds.citizens.length) },
    { label: w.contactOf, value: w.jobs(holds.smallJobs.length) },
    { label: w.waiting, value: String(holds.tasks) },
    { label: w.lastSignIn, value: lastSignInAt(staff) },
    { label: w.signIn, value: isBound ? w.bound : w.unbound },
    { label: w.keys, value: String(keys) },
  ];
}
