/** What is done with the installation's secret key. */
export abstract class Secrets {
  /** The token of a link: HMAC of key and link id, 22 base64url characters (132 bits). Never stored. */
  abstract linkToken(linkId: string): string;
  /** What is stored of a token: SHA-256 in hex. */
  abstract tokenHash(token: string): string;
  /** A phone number as a keyed hash, so that the directory holds no personal data. */
  abstract phoneHash(phone: string): string;
  /** What somebody signs in with, a number in E.164 or a plain e-mail address, as a keyed hash. */
  abstract addressHash(address: string): string;
  /** The six digits of a one-time code: HMAC of key and the code's id. Never stored. */
  abstract oneTimeCode(codeId: string): string;
  /** A new key for a machine: 192 random bits. Shown once, stored as its `tokenHash`. */
  abstract newKey(): string;
  /** AES-256-GCM with a key id; for CPR. */
  abstract seal(plain: string): string;
  abstract unseal(sealed: string): string;
}
