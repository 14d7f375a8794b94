import type { AnswerReader } from './understand-answer.js';

interface Result {
  messageId?: unknown;
  numberDetails?: { isValidMsisdn?: unknown };
}

/** inMobile's answers, https://api.inmobile.com/docs/ (version 4). */
export const inMobileAnswer: AnswerReader = {
  reference(body) {
    const id = firstResult(body)?.messageId;
    return typeof id === 'string' && id !== '' ? id : null;
  },
  /** A number that cannot exist is answered with 200 and an id, and a flag inside. */
  turnedDown: (body) => (firstResult(body)?.numberDetails?.isValidMsisdn === false ? 'invalid-number' : null),
};

function firstResult(body: unknown): Result | null {
  const results = (body as { results?: unknown } | null)?.results;
  const first: unknown = Array.isArray(results) ? results[0] : null;
  return typeof first === 'object' && first !== null ? first : null;
}
