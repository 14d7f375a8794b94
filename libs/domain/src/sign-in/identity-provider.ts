import { plainEmail } from './address.js';

/** Where in a provider's claims stands what is needed; operators say so, since every provider names them its own way. */
export interface ClaimNames {
  name: string;
  email: string;
  /** The provider vouches for every address it tells, and has no claim `email_verified` to say so. */
  emailAlwaysVerified: boolean;
  /** Staff: the claim with groups or job functions, and which of its values make somebody what. */
  roles: { claim: string; consultant: string[]; leader: string[] } | null;
  /** Employers: the claim with the company's number. */
  cvr: string | null;
  /** Employers: who of a company may use this, and becomes one of its users. Without it nobody becomes one here. */
  employers?: { claim: string; values: string[] } | null;
  /** Whoever lacks it is not one of this municipality's: for a provider that several share. */
  required?: { claim: string; value: string } | null;
}

/** Who vouches for the staff of a municipality, or for people of companies there. */
export interface IdentityProvider {
  id: string;
  municipalityId: string;
  /** As people call it; stands here because it is shown before a municipality is chosen. */
  municipality: string;
  audience: 'staff' | 'company-user';
  issuer: string;
  clientId: string;
  clientSecretSealed: string;
  scopes: string;
  claims: ClaimNames;
  /** Whom to call when the provider lets one in and we do not: one sentence in Danish. */
  callForHelp: string;
}

export type Claims = Readonly<Record<string, unknown>>;

/** The role that the claims give; leading goes before. Undefined: this person has no business here. */
export function roleFrom(claims: Claims, { roles }: ClaimNames): 'consultant' | 'leader' | undefined {
  if (!roles) return undefined;
  const values = textsIn(claims[roles.claim]);
  const has = (wanted: readonly string[]): boolean => values.some((value) => wanted.includes(value));
  if (has(roles.leader)) return 'leader';
  return has(roles.consultant) ? 'consultant' : undefined;
}

/** Whether this person of a company may use this, as far as the provider was asked to say. */
export function mayActForCompany(claims: Claims, { employers }: ClaimNames): boolean {
  return !employers || textsIn(claims[employers.claim]).some((value) => employers.values.includes(value));
}

/** Whether the claims have what everybody must have. */
export function hasRequired(claims: Claims, { required }: ClaimNames): boolean {
  return !required || textsIn(claims[required.claim]).includes(required.value);
}

/** The address, when the provider vouches for it. */
export function verifiedEmailFrom(claims: Claims, names: ClaimNames): string | undefined {
  const [email] = textsIn(claims[names.email]);
  const isVerified = names.emailAlwaysVerified || claims['email_verified'] === true;
  return email !== undefined && isVerified ? plainEmail(email) : undefined;
}

export function nameFrom(claims: Claims, names: ClaimNames): string | undefined {
  const [name] = textsIn(claims[names.name]);
  return name?.trim().slice(0, 200) || undefined;
}

/** Eight digits, however they are dressed: "CVR:13585628", "DK13585628". */
export function cvrFrom(claims: Claims, { cvr }: ClaimNames): string | undefined {
  const [value] = cvr === null ? [] : textsIn(claims[cvr]);
  return /(?:^|\D)(\d{8})(?:\D|$)/.exec(value ?? '')?.[1];
}

const textsIn = (value: unknown): string[] =>
  [value].flat().filter((one): one is string => typeof one === 'string');
