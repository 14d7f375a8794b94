import type { DirectoryEntry, Secrets, Transactor, UnitOfWork } from '#use-cases';
import { keyEntries } from './keys.js';
import type { TownKey } from './phones.js';

/** What the doors of a town are made with: both come from the installation's secret. */
export interface Locks {
  secretKey: string;
  secrets: Secrets;
}

/** Doors that were made with another secret do not fit; they are opened together, so one tells of all. */
export async function areDoorsOpen(transactor: Transactor, town: TownKey, locks: Locks): Promise<boolean> {
  const [first] = keysOf(town, locks);
  const hits = await transactor.lookUp('api-key', first!.key);
  return hits.length > 0;
}

const keysOf = (town: TownKey, { secretKey, secrets }: Locks): DirectoryEntry[] =>
  keyEntries(town, secretKey, (key) => secrets.tokenHash(key));

/**
 * Lets the keys in and lets an SMS find who sent it. Both hang on the secret: a database that is used with
 * another one, as after a move, gets new doors for the people who are there.
 */
export async function openDoors(unit: UnitOfWork, town: TownKey, locks: Locks): Promise<void> {
  for (const entry of keysOf(town, locks)) await unit.enlist(entry);
  for (const entry of await phoneEntries(unit, locks.secrets)) await unit.enlist(entry);
}

async function phoneEntries(unit: UnitOfWork, secrets: Secrets): Promise<DirectoryEntry[]> {
  const owners = [
    ...(await unit.staff.list()).map(({ id, phone }) => ({ who: 'staff', id, phone })),
    ...(await unit.companies.list()).map(({ id, contact }) => ({ who: 'company', id, phone: contact.phone })),
    ...(await unit.citizens.list()).map(({ id, phone }) => ({ who: 'citizen', id, phone })),
  ];
  return owners.flatMap(({ who, id, phone }) =>
    phone === null
      ? []
      : { kind: 'phone' as const, key: secrets.phoneHash(phone), subjectId: id, details: { who } },
  );
}
