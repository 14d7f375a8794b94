import { plainEmail, type CompanyPerson } from '#domain';
import type { Secrets, UnitOfWork } from '../ports/index.js';
import { openSignInDoor } from '../sign-in/sign-in-doors.js';
import { userWithAddress, type AddCompanyUser } from './add-company-user.js';

/**
 * Whom the municipality talks to may sign in: another number or address of the same person becomes the user's, and
 * another person becomes a user. Nobody loses access by this: that is decided by itself.
 */
export async function contactAsUser(
  unit: UnitOfWork,
  { addUser, secrets }: { addUser: AddCompanyUser; secrets: Secrets },
  companyId: string,
  before: CompanyPerson,
  after: CompanyPerson,
): Promise<void> {
  const user = await userWithAddress(unit, companyId, before);
  const holder = await userWithAddress(unit, companyId, after);
  if (user?.name !== before.name || after.name !== before.name) {
    if (!holder) await addUser.within(unit, companyId, after);
    return;
  }
  // A colleague has that number or address already: it stays the colleague's.
  if (holder && holder.id !== user.id) return;
  const email = after.email === null ? null : plainEmail(after.email);
  await unit.companyUsers.update({ ...user, email, phone: after.phone });
  for (const address of [email, after.phone])
    await openSignInDoor(unit, secrets, address, { id: user.id, who: 'company-user' });
}
