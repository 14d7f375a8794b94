import { phoneInPairs, type CompanyUser, type Language } from '#domain';
import type { KnownCompanyUser } from '#use-cases';
import {
  FormView,
  type ChoiceView,
  type ErrorSummaryView,
  type Faults,
  type InputView,
  type Typed,
} from '../../frame/form/index.js';
import { page } from '../../frame/page.js';
import { userWords } from '../../words/employer-week.js';

interface UsersView {
  errors: ErrorSummaryView | null;
  heading: string;
  intro: string;
  users: { name: string; reach: string; you: string; href: string; remove: string }[];
  add: { label: string; name: InputView; email: InputView; phone: InputView; hint: string; button: string };
}

export const usersPage = page<UsersView>('employer/users');

export function usersView(
  users: readonly CompanyUser[],
  ownId: string | undefined,
  language: Language,
  typed?: Typed,
  faults?: Faults,
): UsersView {
  const w = userWords[language];
  const form = new FormView(language, typed, faults);
  const add = {
    label: w.add,
    name: form.input('name', w.name, { max: 200 }),
    email: form.input('email', w.email, { type: 'email', inputmode: 'email', optional: true, max: 200 }),
    phone: form.input('phone', w.phone, {
      type: 'tel',
      inputmode: 'tel',
      optional: true,
      width: 'm',
      max: 20,
    }),
    hint: w.reach,
    button: w.save,
  };
  return {
    errors: form.errors(),
    heading: w.heading,
    intro: w.intro,
    users: users.map(({ id, name, email, phone }) => ({
      name,
      reach: [email, phone && phoneInPairs(phone)].filter(Boolean).join(' · '),
      you: id === ownId ? w.you : '',
      href: `/firma/brugere/${id}/fjern`,
      remove: w.remove,
    })),
    add,
  };
}

interface RemoveUserView {
  errors: ErrorSummaryView | null;
  heading: string;
  means: string;
  /** Whom to write to and call instead; null when that is somebody else already, or nobody is left to choose. */
  newContact: ChoiceView | null;
  action: string;
  yes: string;
  no: string;
}

export const removeUserPage = page<RemoveUserView>('employer/remove-user');

/** Asked before, since somebody loses the way in. `users`: all of the company. */
export function removeUserView(
  user: KnownCompanyUser,
  users: readonly KnownCompanyUser[],
  {
    isSelf,
    language,
    typed,
    faults,
  }: { isSelf: boolean; language: Language; typed?: Typed; faults?: Faults },
): RemoveUserView {
  const { id, name, isContact } = user;
  const w = userWords[language];
  const form = new FormView(language, typed, faults);
  const others = users.filter((other) => other.id !== id);
  const options = others
    .filter(({ phone }) => phone !== null)
    .map((other) => ({ value: other.id, label: other.name }));
  const choose = () =>
    form.choice('newContactUserId', w.newContact, {
      hint: options.length > 0 ? w.newContactHint(name) : w.noPhone,
      options: [{ value: '', label: w.choose }, ...options],
    });
  return {
    heading: w.sureHeading(name),
    means: isSelf ? w.sureSelf : w.sure(name),
    newContact: isContact && others.length > 0 ? choose() : null,
    action: `/firma/brugere/${id}/fjern`,
    yes: w.yes,
    no: w.no,
    errors: form.errors(),
  };
}
