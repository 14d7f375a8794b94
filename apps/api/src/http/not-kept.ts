/**
 * Carried by an answer that shows something and is no receipt, as a page with what was asked about: it holds people's
 * data and is not JSON, so the answer to a repeated request is not kept (idempotency.interceptor.ts), and a repeat is
 * answered by asking again. A route that changes something answers with where it led to.
 */
export const NOT_KEPT = Symbol('fodfaeste:not-kept');

export const isKept = (answer: unknown): boolean =>
  !(typeof answer === 'object' && answer !== null && NOT_KEPT in answer);
