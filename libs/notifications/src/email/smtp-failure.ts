import type { SendResult } from '#use-cases';

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

/**
 * A reply of the server is certain, also one that comes after the mail: 4yz not now, 5yz never (RFC 5321, 4.2.1;
 * 503 is about the session and not about the mail). Without a reply it depends on whether any of the mail had
 * left. The server's sentences stay out of the reason: they repeat the address.
 */
export function afterFailure(error: SmtpError, anyOfItLeft: boolean): SendResult {
  const { code = '', responseCode } = error;
  if (responseCode) {
    return refused(`smtp-${responseCode}`, responseCode >= 500 && responseCode !== 503);
  }
  if (anyOfItLeft) return { result: 'uncertain', reason: reasons[code] ?? 'connection-lost' };
  if (code === 'EENVELOPE') return refused('not-an-email-address', true);
  return refused(reasons[code] ?? 'connection-failed', false);
}

const refused = (reason: string, permanent: boolean): SendResult => ({
  result: 'refused',
  permanent,
  reason,
  retryAfterSeconds: null,
});
