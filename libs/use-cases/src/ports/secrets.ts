/** What is done with the installation's secret key. */
export abstract class Secrets {
  /** The token of a link: HMAC of key and link id, 22 base64url characters (132 bits). Never stored. */
  abstract linkToken(linkId: string): string;
  /** What is stored of a token: SHA-256 in hex. */
  abstract tokenHash(token: string): string;
  /** A phone number as a keyed hash, so that the directory holds no personal data. */
  abstract phoneHash(phone: string): string;
  /** AES-256-GCM with a key id; for CPR. */
  abstract seal(plain: string): string;
  abstract unseal(sealed: string): string;
}
