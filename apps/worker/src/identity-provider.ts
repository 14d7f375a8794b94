import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { IdentityProvider } from '#domain';
import { loadConfigOrExit } from '#configuration';
import {
  createDataSource,
  DerivedSecrets,
  StoredIdentityProviders,
  TimeOrderedIds,
  TypeormTransactor,
} from '#persistence';
import { BeginConfig } from './config.js';
import { municipalityIdOf } from './municipality-id.js';

const usage = `npm run identity-provider -- --code 0630 --for staff --issuer https://login.vejle.example \\
  --client-id fodfaeste --secret-file /run/secrets/oidc --help-text "Ring til kommunens it på 12 34 56 78." \\
  --roles-claim groups --consultant smaajob-konsulent --leader smaajob-leder
npm run identity-provider -- --code 0630 --for employers … --cvr-claim cvr
npm run identity-provider -- --code 0630 --for staff --remove
Also: --municipality <uuid> instead of --code; --name-claim, --email-claim, --email-always-verified, --scopes "openid profile email"`;

const options = {
  code: { type: 'string' },
  municipality: { type: 'string' },
  for: { type: 'string' },
  issuer: { type: 'string' },
  'client-id': { type: 'string' },
  'secret-file': { type: 'string' },
  'help-text': { type: 'string' },
  'roles-claim': { type: 'string' },
  consultant: { type: 'string', multiple: true },
  leader: { type: 'string', multiple: true },
  'cvr-claim': { type: 'string' },
  'name-claim': { type: 'string', default: 'name' },
  'email-claim': { type: 'string', default: 'email' },
  'email-always-verified': { type: 'boolean', default: false },
  scopes: { type: 'string', default: 'openid profile email' },
  remove: { type: 'boolean', default: false },
} as const;

type Wish = ReturnType<typeof readWish>;

/**
 * Says who vouches for the staff of a municipality, or for people of companies there. Running it again with other
 * values changes them; the client's secret is read from a file and kept sealed.
 */
async function main(): Promise<void> {
  const wish = readWish();
  const config = loadConfigOrExit(BeginConfig);
  const dataSource = await createDataSource({ url: config.DATABASE_URL, poolSize: 1 }, 'app').initialize();
  try {
    const providers = new StoredIdentityProviders(dataSource);
    if (wish.values.remove) {
      const removed = await providers.remove(wish.municipalityId, wish.audience);
      process.stdout.write(removed ? 'The identity provider was removed.\n' : 'There was none.\n');
      return;
    }
    const transactor = new TypeormTransactor(dataSource, new TimeOrderedIds());
    const municipality = await transactor.inMunicipality(wish.municipalityId, (unit) => unit.municipality());
    const secrets = new DerivedSecrets(config.masterKeys);
    await providers.save(providerOf(wish, municipality.name, secrets));
    process.stdout.write(`${municipality.name}: ${wish.values.issuer} vouches for ${wish.values.for}.\n`);
  } finally {
    await dataSource.destroy();
  }
}

function providerOf(
  { values, ...wish }: Wish,
  municipality: string,
  secrets: DerivedSecrets,
): IdentityProvider {
  const isStaff = wish.audience === 'staff';
  const roles = {
    claim: values['roles-claim'] ?? '',
    consultant: values.consultant ?? [],
    leader: values.leader ?? [],
  };
  return {
    id: randomUUID(),
    municipalityId: wish.municipalityId,
    municipality,
    audience: wish.audience,
    issuer: values.issuer!,
    clientId: values['client-id']!,
    clientSecretSealed: secrets.seal(readFileSync(values['secret-file']!, 'utf8').trim()),
    scopes: values.scopes,
    claims: {
      name: values['name-claim'],
      email: values['email-claim'],
      emailAlwaysVerified: values['email-always-verified'],
      roles: isStaff ? roles : null,
      cvr: isStaff ? null : values['cvr-claim']!,
    },
    callForHelp: values['help-text']!,
  };
}

function readWish() {
  const { values } = parseArgs({ options });
  const always = values.remove ? [] : (['issuer', 'client-id', 'secret-file', 'help-text'] as const);
  const ofAudience = values.for === 'staff' ? (['roles-claim', 'leader'] as const) : (['cvr-claim'] as const);
  const missing = [...always, ...(values.remove ? [] : ofAudience)].filter(
    (name) => values[name] === undefined,
  );
  const municipalityId = values.municipality ?? (values.code && municipalityIdOf(values.code));
  const wrong = [
    ...missing.map((name) => `--${name} is missing`),
    ...(values.for === 'staff' || values.for === 'employers' ? [] : ['--for is staff or employers']),
    ...(municipalityId ? [] : ['--code (four digits) or --municipality is missing']),
    ...(values.issuer === undefined || isAllowed(values.issuer)
      ? []
      : ['--issuer is https, or http on this machine']),
  ];
  if (wrong.length > 0) throw new Error(`${wrong.join('\n')}\n\n${usage}`);
  const audience: IdentityProvider['audience'] = values.for === 'staff' ? 'staff' : 'company-user';
  return { values, audience, municipalityId: municipalityId! };
}

const isAllowed = (issuer: string): boolean =>
  /^https:\/\/[^\s?#]+$/.test(issuer) || /^http:\/\/(?:127\.0\.0\.1|localhost)(?::\d+)?/.test(issuer);

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
