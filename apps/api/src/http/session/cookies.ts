/**
 * Every cookie of ours. `__Host-` makes the browser refuse it without Secure, with a Domain, or from a neighbour
 * under the same domain. Browsers take Secure cookies over http from a loopback address, so the demo has them too.
 */
export const cookies = {
  session: '__Host-fodfaeste',
  csrf: '__Host-fodfaeste-form',
  keptForm: '__Host-fodfaeste-svar',
  code: '__Host-fodfaeste-kode',
  oidc: '__Host-fodfaeste-oidc',
  language: '__Host-fodfaeste-sprog',
} as const;

/** Lax: a link in a mail finds the session, a form of a stranger's page does not. */
export const attributes = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' } as const;
