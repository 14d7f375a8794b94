import { instantInWords, type EventType } from '#domain';
import type { StaffFile, StaffOverview } from '#use-cases';
import {
  FormView,
  noFaults,
  type ErrorSummaryView,
  type Faults,
  type Typed,
} from '../../frame/form/index.js';
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
  closed: { warns: boolean; text: string } | null;
  factsHeading: string;
  facts: { label: string; value: string }[];
  close: { href: string; label: string } | null;
  closeNot: string;
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

export function userView(
  file: StaffFile,
  meId: string,
  typed: Typed = {},
  faults: Faults = noFaults,
): ShownPage {
  const { staff, colleagues } = file;
  const f = new FormView('da', typed, faults);
  const isLast = staff.role === 'leader' && !colleagues.some(({ role }) => role === 'leader');
  const mayClose = staff.active && staff.id !== meId && !isLast;
  return userPage({
    title: w.tab,
    wide: true,
    heading: staff.name,
    closed: staff.active ? null : { warns: true, text: w.isClosed },
    factsHeading: w.facts,
    facts: factsOf(file),
    form: userFields(f, file),
    errors: f.errors(),
    save: w.save,
    close: mayClose ? { href: `${USERS}/${staff.id}/luk`, label: w.close } : null,
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
