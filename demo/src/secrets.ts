import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const NAMES = [
  'ownerPassword',
  'apiPassword',
  'relayPassword',
  'secretKey',
  'smsToken',
  'webhookSecret',
  /** Keeps two demos on one Redis apart. */
  'instance',
] as const;

export type Secrets = Record<(typeof NAMES)[number], string>;

/** Made once per data folder; one that is missing, after an update, is added. */
export function loadSecrets(folder: string): Secrets {
  const path = join(folder, 'secrets.json');
  const known = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Partial<Secrets>) : {};
  const all = Object.fromEntries(
    NAMES.map((name) => [name, known[name] ?? randomBytes(32).toString('base64url')]),
  ) as Secrets;
  writeFileSync(path, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
  return all;
}
