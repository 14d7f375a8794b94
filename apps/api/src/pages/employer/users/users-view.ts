import { phoneInWords, type CompanyUser, type Language } from '#domain';
import {
  FormView,
  type ErrorSummaryView,
  type Faults,
  type InputView,
  type Typed,
} from '../../frame/form/index.js';
import { page } from '../../frame/page.js';
import { userWords } from '../../words/employer-week.js';

export interface UsersView {
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
      reach: [email, phone && phoneInWords(phone).replace(/(\d\d)(?=\d)/g, '$1 ')]
        .filter(Boolean)
        .join(' · '),
      you: id === ownId ? w.you : '',
      href: `/firma/brugere/${id}/fjern`,
      remove: w.remove,
    })),
    add,
  };
}

export interface RemoveUserView {
  errors: ErrorSummaryView | null;
  heading: string;
  means: string;
  action: string;
  yes: string;
  no: string;
}

export const removeUserPage = page<RemoveUserView>('employer/remove-user');

/** Asked before, since somebody loses the way in. */
export function removeUserView(
  { id, name }: CompanyUser,
  isSelf: boolean,
  language: Language,
  faults?: Faults,
): RemoveUserView {
  const w = userWords[language];
  return {
    errors: new FormView(language, {}, faults).errors(),
    heading: w.sureHeading(name),
    means: isSelf ? w.sureSelf : w.sure(name),
    action: `/firma/brugere/${id}/fjern`,
    yes: w.yes,
    no: w.no,
  };
}
