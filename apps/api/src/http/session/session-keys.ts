import { hkdfSync } from 'node:crypto';
import type { NamedKey } from '#configuration';

/** Keys of the HTTP edge, each derived for one purpose; those of older master keys still open what they signed. */
export interface SessionKeys {
  /** The first signs session cookies, all check them. */
  cookies: string[];
  /** Binds form tokens. */
  forms: string;
}

export const sessionKeys = (masterKeys: readonly [NamedKey, ...NamedKey[]]): SessionKeys => ({
  cookies: masterKeys.map(({ key }) => derive(key, 'session-cookie')),
  forms: derive(masterKeys[0].key, 'form-token'),
});

const derive = (key: Buffer, purpose: string): string =>
  Buffer.from(hkdfSync('sha256', key, 'fodfaeste', purpose, 32)).toString('base64url');
