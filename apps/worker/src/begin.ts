import { createHash, randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { defaultSettings, type ApiKey, type Municipality, type Staff } from '#domain';
import { loadConfigOrExit } from '#configuration';
import {
  createDataSource,
  DerivedSecrets,
  MunicipalityRegister,
  TimeOrderedIds,
  TypeormTransactor,
} from '#persistence';
import { BeginConfig } from './config.js';
import { municipalityIdOf } from './municipality-id.js';

const usage = `npm run begin -- --code 0630 --name Vejle --leader "First Last" --phone +4512345678 --email leader@example.dk \\
  --no-da "what a no means, in the sentence the municipality has approved" --no-en "the same in English"`;

/**
 * Where a municipality begins: its row, its approved sentence, its first leader and the leader's key, which is
 * printed once and stored nowhere. Running it again for the same code makes nothing new.
 */
async function main(): Promise<void> {
  const wish = readWish();
  const config = loadConfigOrExit(BeginConfig);
  const dataSource = await createDataSource({ url: config.DATABASE_URL }, 'app').initialize();
  try {
    const ids = new TimeOrderedIds();
    const transactor = new TypeormTransactor(dataSource, ids);
    const municipality: Municipality = {
      id: municipalityIdOf(wish.code),
      code: wish.code,
      name: wish.name,
      settings: { ...defaultSettings, noticeOnNo: { da: wish['no-da'], en: wish['no-en'] } },
    };
    await new MunicipalityRegister(dataSource).found(municipality);
    const key = `fod_${randomBytes(24).toString('base64url')}`;
    const secrets = new DerivedSecrets(config.masterKeys);
    const begun = await transactor.inMunicipality(municipality.id, async (unit) => {
      if ((await unit.staff.count({})) > 0) return false;
      const leader: Staff = {
        id: ids.next(),
        municipalityId: municipality.id,
        name: wish.leader,
        role: 'leader',
        phone: wish.phone,
        email: wish.email,
        teamId: null,
        deputyId: null,
        busyUntil: null,
        busyDeputyId: null,
        contactHours: { weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '15:30' },
        active: true,
      };
      await unit.staff.insert(leader);
      await unit.enlist({
        kind: 'phone',
        key: secrets.phoneHash(wish.phone),
        subjectId: leader.id,
        details: { who: 'staff' },
      });
      const keyHash = createHash('sha256').update(key).digest('hex');
      const apiKey: ApiKey = {
        id: ids.next(),
        municipalityId: municipality.id,
        keyHash,
        name: 'Den første nøgle',
        role: 'leader',
        staffId: leader.id,
        companyId: null,
        madeAt: await unit.now(),
        madeByStaffId: null,
        endsAt: null,
        revokedAt: null,
        lastUsedOn: null,
      };
      await unit.apiKeys.insert(apiKey);
      const { name: keyName } = apiKey;
      const details = { role: 'leader', staffId: leader.id, name: leader.name, keyName };
      await unit.enlist({
        kind: 'api-key',
        key: keyHash,
        subjectId: leader.id,
        details,
      });
      return true;
    });
    process.stdout.write(
      begun
        ? `${wish.name} has begun. The leader's key, shown this once: ${key}\n`
        : `${wish.name} has begun before; nothing was changed.\n`,
    );
  } finally {
    await dataSource.destroy();
  }
}

const asked = ['code', 'name', 'leader', 'phone', 'email', 'no-da', 'no-en'] as const;

function readWish(): Record<(typeof asked)[number], string> {
  const options = Object.fromEntries(asked.map((name) => [name, { type: 'string' as const }]));
  const { values } = parseArgs({ options });
  const missing = asked.filter((name) => typeof values[name] !== 'string');
  const wish = values as Record<(typeof asked)[number], string>;
  const wrong = [
    ...missing.map((name) => `--${name} is missing`),
    ...(missing.length === 0 && !/^\d{4}$/.test(wish.code) ? ['--code has four digits'] : []),
    ...(missing.length === 0 && !/^\+\d{6,15}$/.test(wish.phone)
      ? ['--phone begins with the country code, +45…']
      : []),
  ];
  if (wrong.length > 0) throw new Error(`${wrong.join('\n')}\n\n${usage}`);
  return wish;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
