import type { SendResult } from '#use-cases';
import type { Attempt } from '../circuit.js';
import { refused } from '../refused.js';

/** The part of nodemailer's errors that tells what happened. */
export interface SmtpError extends Error {
  code?: string;
  responseCode?: number;
}

const reasons: Readonly<Record<string, string>> = {
  ECONNECTION: 'connection-lost',
  ESOCKET: 'connection-failed',
  ETIMEDOUT: 'timeout',
  EABORT: 'timeout',
  EDNS: 'name-not-resolved',
  ETLS: 'no-secure-connection',
};

/** The server closes, is overloaded, or does not want us: no other mail would fare better (RFC 5321, 4.2.3; RFC 4954). */
const aboutTheServer = new Set([421, 432, 454, 503, 530, 534, 535, 538]);

/**
 * A reply of the server is certain, also one that comes after the mail: 4yz not now, 5yz never (RFC 5321, 4.2.1;
 * 503 is about the session and not about the mail). Without a reply it depends on whether any of the mail had
 * left. The server's sentences stay out of the reason: they repeat the address.
 */
export function afterFailure(error: SmtpError, anyOfItLeft: boolean): Attempt {
  const { code = '', responseCode } = error;
  if (responseCode) {
    const result = refused(`smtp-${responseCode}`, responseCode >= 500 && responseCode !== 503);
    return { result, trouble: aboutTheServer.has(responseCode) };
  }
  if (anyOfItLeft) return inTrouble({ result: 'uncertain', reason: reasons[code] ?? 'connection-lost' });
  if (code === 'EENVELOPE') return { result: refused('not-an-email-address', true), trouble: false };
  return inTrouble(refused(reasons[code] ?? 'connection-failed', false));
}

const inTrouble = (result: SendResult): Attempt => ({ result, trouble: true });
