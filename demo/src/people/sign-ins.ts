import { createHash } from 'node:crypto';
import type { Account } from '#domain';
import type { UnitOfWork } from '#use-cases';
import { companyIdOf } from './companies.js';
import { demoId } from './demo-ids.js';
import type { TownKey } from './phones.js';
import { staffIdOf } from './staff.js';

/** As the API asks for them (apps/api/src/pages/demo/demo-people.ts). */
const KEY = createHash('sha256').update('fodfaeste demo people').digest('hex');

type Holder = { staff: string } | { company: string } | { citizen: number };

interface Person {
  slug: string;
  town: TownKey;
  role: 'consultant' | 'leader' | 'employer' | 'citizen';
  name: string;
  holder: Holder;
}

/** Whom one can be with a click, in the order in which they are shown. */
const people: readonly Person[] = [
  { slug: 'mette', town: 'vejle', role: 'consultant', name: 'Mette Holm', holder: { staff: 'Mette' } },
  { slug: 'birgitte', town: 'vejle', role: 'leader', name: 'Birgitte Lund', holder: { staff: 'Birgitte' } },
  { slug: 'ali', town: 'vejle', role: 'employer', name: 'Ali Demir', holder: { company: 'frugt' } },
  { slug: 'jonas', town: 'vejle', role: 'citizen', name: 'Jonas Hansen', holder: { citizen: 1 } },
  { slug: 'samir', town: 'vejle', role: 'citizen', name: 'Samir Haddad', holder: { citizen: 3 } },
  { slug: 'sanne', town: 'vejle', role: 'citizen', name: 'Sanne Toftegaard', holder: { citizen: 7 } },
  { slug: 'karen', town: 'samsoe', role: 'consultant', name: 'Karen Ballegaard', holder: { staff: 'Karen' } },
];

export const demoPeople = people.map(({ slug, role, name }) => ({
  role,
  name,
  signIn: `/demo/log-ind/${slug}`,
}));

/** Lets the API find them: whom a slug stands for. A later start with more people adds them. */
export async function openDemoDoors(unit: UnitOfWork, town: TownKey): Promise<void> {
  for (const [at, { slug, role, holder }] of people.entries()) {
    if (people[at]!.town !== town) continue;
    const account = await accountOf(unit, town, holder);
    if (!account) continue;
    const details = { slug, role, order: String(at).padStart(2, '0'), ...account.details };
    await unit.enlist({ kind: 'demo-person', key: KEY, subjectId: account.id, details });
  }
}

async function accountOf(
  unit: UnitOfWork,
  town: TownKey,
  holder: Holder,
): Promise<{ id: string; details: Record<string, string> & { kind: Account['kind'] } } | undefined> {
  if ('staff' in holder) return { id: staffIdOf(town, holder.staff), details: { kind: 'staff' } };
  if ('citizen' in holder)
    return { id: demoId(`${town} citizen`, holder.citizen), details: { kind: 'citizen' } };
  const companyId = companyIdOf(town, holder.company);
  const user = await unit.companyUsers.first({ companyId, active: true }, { order: [{ by: 'createdAt' }] });
  return user && { id: user.id, details: { kind: 'company-user', companyId } };
}
