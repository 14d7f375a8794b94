import { createHash } from 'node:crypto';
import { Secrets } from '#use-cases';

/** Keeps nothing secret, so that a test can tell what became of what; same lengths and alphabets as the real one. */
export class ReadableSecrets extends Secrets {
  linkToken(linkId: string): string {
    return sha256(`link ${linkId}`).toString('base64url').slice(0, 22);
  }

  tokenHash(token: string): string {
    return sha256(token).toString('hex');
  }

  phoneHash(phone: string): string {
    return sha256(`phone ${phone}`).toString('hex');
  }

  addressHash(address: string): string {
    return sha256(`address ${address}`).toString('hex');
  }

  oneTimeCode(codeId: string): string {
    return String(sha256(`code ${codeId}`).readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
  }

  private made = 0;

  newKey(): string {
    this.made += 1;
    return `fod_${sha256(`key ${this.made}`).toString('base64url').slice(0, 32)}`;
  }

  seal(plain: string): string {
    return `test:${Buffer.from(plain, 'utf8').toString('base64url')}`;
  }

  unseal(sealed: string): string {
    if (!sealed.startsWith('test:')) throw new Error('This is not sealed text.');
    return Buffer.from(sealed.slice('test:'.length), 'base64url').toString('utf8');
  }
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
