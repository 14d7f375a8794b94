import type { Company } from '#domain';
import type { KnownCompanyUser } from '#use-cases';
import {
  FormView,
  type ChoiceView,
  type ErrorSummaryView,
  type Faults,
  type Typed,
} from '../../frame/form/index.js';
import { page } from '../../frame/page.js';
import { companiesWords as w } from '../../words/desk-companies.js';

interface RemoveUserView {
  errors: ErrorSummaryView | null;
  heading: string;
  means: string;
  /** Whom to write to and call instead; null when that is somebody else already, or nobody is left to choose. */
  newContact: ChoiceView | null;
  action: string;
  yes: string;
  keep: { href: string; label: string };
}

export const removeUserPage = page<RemoveUserView>('staff/companies/remove-user');

/** Asked before, since somebody loses the way in. `users`: all of the company. */
export function removeUserView(
  companyId: Company['id'],
  { id, name, isContact }: KnownCompanyUser,
  users: readonly KnownCompanyUser[],
  typed?: Typed,
  faults?: Faults,
): RemoveUserView {
  const form = new FormView('da', typed, faults);
  const others = users.filter((other) => other.id !== id);
  const reachable = others.filter(({ phone }) => phone !== null);
  const newContact = () =>
    form.choice('newContactUserId', w.newContact, {
      hint: reachable.length > 0 ? w.newContactHint : w.noOther,
      options: [
        { value: '', label: w.choose },
        ...reachable.map((other) => ({ value: other.id, label: other.name })),
      ],
    });
  const at = `/kommune/virksomheder/${companyId}`;
  return {
    heading: w.removeHeading(name),
    means: w.removeMeans(name),
    newContact: isContact && others.length > 0 ? newContact() : null,
    action: `${at}/brugere/${id}/fjern`,
    yes: w.yesRemove,
    keep: { href: at, label: w.keep },
    errors: form.errors(),
  };
}
