import type { Deadline, OutgoingSms } from '#use-cases';
import type { Attempt } from '../circuit.js';

/** One company that sends SMS for us. */
export interface SmsProvider {
  /** As it stands in `messages.provider`, in the addresses of receipts, and in what is watched. */
  readonly name: string;
  attempt(message: OutgoingSms, deadline: Deadline): Promise<Attempt>;
}

export const isPhoneNumber = (to: string): boolean => /^\+[1-9]\d{5,14}$/.test(to);
