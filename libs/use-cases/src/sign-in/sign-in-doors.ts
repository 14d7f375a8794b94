import type { Secrets, UnitOfWork } from '../ports/index.js';

/** Whom an address belongs to. */
export interface Subject {
  id: string;
  who: 'company-user' | 'citizen';
}

/** Lets a sign-in find who has this address, by a keyed hash. Whether it still is theirs, the row says. */
export async function openSignInDoor(
  unit: UnitOfWork,
  secrets: Secrets,
  address: string | null,
  { id: subjectId, who }: Subject,
): Promise<void> {
  if (!address) return;
  await unit.enlist({ kind: 'sign-in', key: secrets.addressHash(address), subjectId, details: { who } });
}
