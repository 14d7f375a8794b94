import { parseArgs } from 'node:util';
import type { IdentityProvider } from '#domain';
import { municipalityIdOf } from './municipality-id.js';

const usage = `npm run identity-provider -- --code 0630 --for staff --issuer https://login.vejle.example \\
  --client-id fodfaeste --secret-file /run/secrets/oidc --help-text "Ring til kommunens it på 12 34 56 78." \\
  --roles-claim groups --consultant smaajob-konsulent --leader smaajob-leder
npm run identity-provider -- --code 0630 --for employers … --cvr-claim cvr --roles-claim rights --employer smaajob
npm run identity-provider -- --code 0630 --for staff --remove
Also: --municipality <uuid> instead of --code; --require-claim name=value when others share the provider;
--name-claim, --email-claim, --email-always-verified, --scopes "openid profile email"`;

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
  employer: { type: 'string', multiple: true },
  'require-claim': { type: 'string' },
  'cvr-claim': { type: 'string' },
  'name-claim': { type: 'string', default: 'name' },
  'email-claim': { type: 'string', default: 'email' },
  'email-always-verified': { type: 'boolean', default: false },
  scopes: { type: 'string', default: 'openid profile email' },
  remove: { type: 'boolean', default: false },
} as const;

const told = () => parseArgs({ options }).values;

export interface Wish {
  values: ReturnType<typeof told>;
  audience: IdentityProvider['audience'];
  municipalityId: string;
}

/** @throws with all that is missing or wrong. */
export function readWish(): Wish {
  const values = told();
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
    ...(values.for === 'employers' &&
    (values['roles-claim'] === undefined) !== (values.employer === undefined)
      ? ['--roles-claim and --employer are told together, or neither']
      : []),
    ...(values.for === 'staff' && values.employer !== undefined ? ['--employer is for employers'] : []),
    ...(values['require-claim'] === undefined || requiredIn(values['require-claim'])
      ? []
      : ['--require-claim is name=value']),
    ...(values.issuer === undefined || isAllowed(values.issuer)
      ? []
      : ['--issuer is https, or http on this machine']),
  ];
  if (wrong.length > 0) throw new Error(`${wrong.join('\n')}\n\n${usage}`);
  const audience = values.for === 'staff' ? 'staff' : 'company-user';
  return { values, audience, municipalityId: municipalityId! };
}

/** `name=value` as a claim and its value; null for anything else. */
export function requiredIn(text = ''): IdentityProvider['claims']['required'] {
  const [, claim, value] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  return claim !== undefined && value !== undefined ? { claim, value } : null;
}

const isAllowed = (issuer: string): boolean =>
  /^https:\/\/[^\s?#]+$/.test(issuer) || /^http:\/\/(?:127\.0\.0\.1|localhost)(?::\d+)?/.test(issuer);
