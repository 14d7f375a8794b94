import {
  createDataSource,
  DerivedSecrets,
  MunicipalityRegister,
  TimeOrderedIds,
  TypeormTransactor,
} from '#persistence';
import { OpenAllDoors, type Transactor } from '#use-cases';
import { sleepThrough } from './days-slept-through.js';
import { areDoorsOpen, openDoors, type Locks } from './doors.js';
import { agreementIds } from './history/index.js';
import { demoKey, keyNames, type KeyName } from './keys.js';
import { moveIn } from './move-in.js';
import type { TownKey } from './phones.js';
import { demoPeople, openDemoDoors } from './sign-ins.js';
import { municipalityId, municipalityOf } from './town.js';

export interface DemoDatabase {
  /** Signs in as the application: row level security holds for the seed as for everybody. */
  databaseUrl: string;
  ownerUrl: string;
  secretKey: string;
}

export interface DemoPeople {
  keys: Record<KeyName, string>;
  people: { role: string; name: string; signIn: string }[];
}

/** Puts the people of the demo in, once. A later start finds them as they were left, and the same keys. */
export async function seedDemoPeople({ databaseUrl, secretKey }: DemoDatabase): Promise<DemoPeople> {
  const dataSource = await createDataSource({ url: databaseUrl, poolSize: 2 }).initialize();
  try {
    const transactor = new TypeormTransactor(dataSource, new TimeOrderedIds());
    const register = new MunicipalityRegister(dataSource);
    const locks = { secretKey, secrets: new DerivedSecrets([{ id: 'demo', key: Buffer.from(secretKey) }]) };
    for (const town of ['vejle', 'samsoe'] as const) {
      await register.found(municipalityOf(town));
      await settle(transactor, town, locks);
      await new OpenAllDoors(transactor, locks.secrets).execute(municipalityId(town));
    }
  } finally {
    await dataSource.destroy();
  }
  const keys = Object.fromEntries(keyNames.map((name) => [name, demoKey(secretKey, name)]));
  return { keys: keys as Record<KeyName, string>, people: demoPeople };
}

async function settle(transactor: Transactor, town: TownKey, locks: Locks): Promise<void> {
  const id = municipalityId(town);
  const doorsFit = await areDoorsOpen(transactor, town, locks);
  await transactor.inMunicipality(id, async (unit) => {
    if ((await unit.staff.count({})) === 0) await moveIn(unit, transactor, town);
    else await sleepThrough(unit, agreementIds(town));
    if (!doorsFit) await openDoors(unit, town, locks);
    await openDemoDoors(unit, town);
  });
}
