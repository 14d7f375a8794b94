import { isEmail } from 'class-validator';
import { phoneInPairs, plainEmail } from '#domain';
import { toE164 } from '../../http/fields/reachable.js';

export interface TypedAddress {
  channel: 'sms' | 'email';
  /** E.164, or a plain e-mail address. */
  to: string;
}

/** Undefined when it can be neither a number nor an address. */
export function readAddress(typed: string): TypedAddress | undefined {
  if (typed.includes('@')) {
    const to = plainEmail(typed);
    return isEmail(to) && to.length <= 254 ? { channel: 'email', to } : undefined;
  }
  const to = toE164(typed.trim());
  return to === undefined ? undefined : { channel: 'sms', to };
}

/** As it is read: a Danish number in pairs. */
export const addressInWords = ({ channel, to }: TypedAddress): string =>
  channel === 'sms' ? phoneInPairs(to) : to;
