import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
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
import { readWish, requiredIn, type Wish } from './identity-provider-wish.js';

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
      employers: values.employer ? { claim: values['roles-claim']!, values: values.employer } : null,
      required: requiredIn(values['require-claim']),
    },
    callForHelp: values['help-text']!,
  };
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
