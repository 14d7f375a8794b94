import type { SendResult } from '#use-cases';

export type Refused = Extract<SendResult, { result: 'refused' }>;

export const refused = (
  reason: string,
  permanent: boolean,
  retryAfterSeconds: number | null = null,
): Refused => ({ result: 'refused', permanent, reason, retryAfterSeconds });

/** The claim is too old: others may have taken the message for lost. Certainly not sent. */
export const tooLate = (): Refused => refused('too-late', false);
