import type { IncomingHttpHeaders } from 'node:http';
import type { Attempt } from '../circuit.js';
import { refused } from '../refused.js';
import type { Posted } from './post-json.js';

/** What is different from provider to provider. Bodies are parsed JSON, null when they are something else. */
export interface AnswerReader {
  /** The provider's name for the message in a good answer, null when there is none. */
  reference(body: unknown): string | null;
  /** A good answer that says nevertheless that this number gets nothing: why, as a slug. */
  turnedDown?(body: unknown): string | null;
  /** Its code for what went wrong, as it may stand in a reason. Never its sentences: they may hold a phone number. */
  errorCode?(body: unknown): string;
  /** A refusal that is about the number, whatever the status says. */
  isAboutNumber?(body: unknown): boolean;
}

/**
 * What an answer means for the message, and for the provider.
 *
 * - 2xx with a reference: sent. 2xx without one: something answered, but not as the provider does: uncertain.
 * - 429, 503, 408: turned away before the work, so refused, and worth another try, or another provider.
 * - 401, 402, 403, 404 and redirects: refused for good. A wrong key or an empty account is our fault and not the
 *   message's: another provider may take it, and without one a person must call; waiting silently would hide it.
 * - other 4xx: refused for good because of the message; nobody else would take it either.
 * - 500, 502, 504: the request was taken in, and what failed came after. The SMS may be on its way: uncertain.
 * - no answer: refused when the request cannot have left, otherwise uncertain.
 */
export function understandAnswer(posted: Posted, reader: AnswerReader): Attempt {
  if (posted.outcome === 'never-left') {
    return { result: refused(posted.reason, false), trouble: posted.reason !== 'too-late' };
  }
  if (posted.outcome === 'unanswered') return uncertain(posted.reason);
  const { status, headers } = posted;
  const body = parsed(posted.body);
  if (status >= 200 && status < 300) return accepted(body, reader);
  const reason = `http-${status}${reader.errorCode?.(body) ?? ''}`;
  if (status === 429 || status === 503 || status === 408) {
    return { result: refused(reason, false, retryAfter(headers)), trouble: true };
  }
  if (status >= 500) return uncertain(reason);
  return { result: refused(reason, true), trouble: isOurs(status) && !reader.isAboutNumber?.(body) };
}

function accepted(body: unknown, reader: AnswerReader): Attempt {
  const why = reader.turnedDown?.(body) ?? null;
  if (why !== null) return { result: refused(why, true), trouble: false };
  const reference = reader.reference(body);
  if (reference === null) return uncertain('answer-without-id');
  return { result: { result: 'sent', providerReference: reference }, trouble: false };
}

const uncertain = (reason: string): Attempt => ({ result: { result: 'uncertain', reason }, trouble: true });

/** Between us and the provider: a key, an account, an address. */
const isOurs = (status: number): boolean =>
  status < 400 || [401, 402, 403, 404, 405, 407, 410].includes(status);

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return null;
  }
}

/** Seconds or a date (RFC 9110, 10.2.3); null when there is none or it makes no sense. */
function retryAfter(headers: IncomingHttpHeaders): number | null {
  const value = headers['retry-after']?.trim() ?? '';
  if (/^\d{1,6}$/.test(value)) return Number(value);
  // Date.parse finds a date in almost anything, also in "-5".
  const at = value.endsWith('GMT') ? Date.parse(value) : NaN;
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - Date.now()) / 1000));
}
