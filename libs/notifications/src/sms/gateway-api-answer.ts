import type { IncomingHttpHeaders } from 'node:http';
import type { SendResult } from '#use-cases';
import type { Posted } from './post-json.js';

/**
 * What an answer means for the message.
 *
 * - 2xx with an id: sent. 2xx without one: something answered, but not as the provider does: uncertain.
 * - 429, 503, 408: turned away before the work, so refused, and worth another try.
 * - other 4xx and redirects: refused for good. A wrong key or an empty account is our fault and not the
 *   message's, but until somebody mends it a person must call; waiting silently would hide it.
 * - 500, 502, 504: the request was taken in, and what failed came after. The SMS may be on its way: uncertain.
 * - no answer: refused when the request cannot have left, otherwise uncertain.
 */
export function understand(posted: Posted): SendResult {
  if (posted.outcome === 'never-left') return refused(posted.reason, false);
  if (posted.outcome === 'unanswered') return { result: 'uncertain', reason: posted.reason };
  const { status, headers, body } = posted;
  if (status >= 200 && status < 300) {
    const id = firstId(body);
    return id === null
      ? { result: 'uncertain', reason: 'answer-without-id' }
      : { result: 'sent', providerReference: id };
  }
  const reason = `http-${status}${errorCode(body)}`;
  if (status === 429 || status === 503 || status === 408) return refused(reason, false, retryAfter(headers));
  if (status >= 500) return { result: 'uncertain', reason };
  return refused(reason, true);
}

const refused = (
  reason: string,
  permanent: boolean,
  retryAfterSeconds: number | null = null,
): SendResult => ({
  result: 'refused',
  permanent,
  reason,
  retryAfterSeconds,
});

function firstId(body: string): string | null {
  const ids = (parsed(body) as { ids?: unknown } | null)?.ids;
  const first: unknown = Array.isArray(ids) ? ids[0] : undefined;
  return typeof first === 'number' || (typeof first === 'string' && first !== '') ? String(first) : null;
}

/** `-0x0216` for "insufficient credit". Only the code: the provider's sentences may hold a phone number. */
function errorCode(body: string): string {
  const code = (parsed(body) as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^0x[0-9a-f]{1,8}$/i.test(code) ? `-${code.toLowerCase()}` : '';
}

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
