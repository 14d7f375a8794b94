import type { SendResult } from '#use-cases';

export type Refused = Extract<SendResult, { result: 'refused' }>;

export const refused = (
  reason: string,
  permanent: boolean,
  retryAfterSeconds: number | null = null,
): Refused => ({ result: 'refused', permanent, reason, retryAfterSeconds });

/** Nobody was asked: the message waits for so long without one of its tries used up. */
export const unasked = (reason: string, retryAfterSeconds: number): Refused => ({
  ...refused(reason, false, retryAfterSeconds),
  unasked: true,
});

/** A person paused it and may resume it at any moment; nobody tells the messages. */
const PAUSED_SECONDS = 60;
export const pausedByPerson = (): Refused => unasked('provider-paused', PAUSED_SECONDS);

export const spared = ({ sparedForSeconds }: { sparedForSeconds: number }): Refused =>
  unasked('provider-spared', sparedForSeconds);

/** The claim is too old: others may have taken the message for lost. Certainly not sent. */
export const tooLate = (): Refused => refused('too-late', false);
