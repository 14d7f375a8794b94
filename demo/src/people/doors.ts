import type { DirectoryEntry, Secrets, Transactor, UnitOfWork } from '#use-cases';
import { keyEntries, keyRows } from './keys.js';
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
  await showKeys(unit, town, locks);
  for (const entry of await phoneEntries(unit, locks.secrets)) await unit.enlist(entry);
}

/** Another secret makes other keys: the rows of the old ones tell of nothing that opens. */
async function showKeys(unit: UnitOfWork, town: TownKey, { secretKey, secrets }: Locks): Promise<void> {
  const rows = keyRows(town, secretKey, (key) => secrets.tokenHash(key), await unit.now());
  await unit.apiKeys.remove({ id: { in: rows.map(({ id }) => id) } });
  // An older demo's keys got rows of their own when it was migrated.
  await unit.apiKeys.remove({ keyHash: { in: rows.map(({ keyHash }) => keyHash) } });
  await unit.apiKeys.insertMany(rows);
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
