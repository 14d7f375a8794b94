import type { Citizen } from '../citizen/index.js';
import type { Message } from './message.js';

type Addresses = Pick<Citizen, 'phone' | 'email' | 'sharedPhone'>;

/** Numbers and addresses that were the citizen's and are not any more: tomorrow they may be anybody's. */
export function addressesGivenUp(before: Addresses, after: Addresses): string[] {
  const kept = [after.phone, after.email];
  return [before.phone, before.email].filter((one) => one !== null && !kept.includes(one)) as string[];
}

/**
 * Where a message that has not left goes now that its address was given up. Null when there is no other of its kind, or
 * others read that phone too and the text was written for one person: then somebody tells the citizen.
 */
export function goesInsteadTo(
  { channel, template }: Pick<Message, 'channel' | 'template'>,
  { phone, email, sharedPhone }: Addresses,
): string | null {
  if (channel === 'email') return email;
  return sharedPhone && template !== 'call-only' ? null : phone;
}

/**
 * Whether a question that is still open reached only addresses that the citizen has no more. Nothing is sent anew by
 * itself, for nobody has heard yet from the new number: a person rings, or presses *Send igen*.
 */
export function wasAskedElsewhereOnly(
  asked: readonly Pick<Message, 'to' | 'state'>[],
  { phone, email }: Pick<Addresses, 'phone' | 'email'>,
): boolean {
  const mayHaveCome = asked.filter(({ state }) => state !== 'failed');
  return mayHaveCome.length > 0 && mayHaveCome.every(({ to }) => to !== phone && to !== email);
}
