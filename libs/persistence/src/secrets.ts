import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Secrets } from '#use-cases';

export interface MasterKey {
  /** Names the key in what it sealed, so that an old key can still open it. */
  id: string;
  /** At least 32 bytes. */
  key: Buffer;
}

/** 22 characters of base64url hold 132 bits; half of them would already be out of reach of guessing. */
const TOKEN_LENGTH = 22;
const IV_BYTES = 12;

/**
 * Everything secret is derived from one master key of the installation, a key of its own for each purpose:
 * whoever learns one of them learns nothing of the others.
 *
 * The first master key is used for all that is new. Older ones open what they sealed; links and phone
 * hashes made with them lead nowhere any more and are made anew.
 */
export class DerivedSecrets extends Secrets {
  private readonly current: MasterKey;
  private readonly linkKey: Buffer;
  private readonly phoneKey: Buffer;
  private readonly addressKey: Buffer;
  private readonly codeKey: Buffer;
  private readonly sealKeys: Map<string, Buffer>;

  constructor(masterKeys: readonly [MasterKey, ...MasterKey[]]) {
    super();
    for (const { id, key } of masterKeys) {
      if (key.length < 32)
        throw new Error(`Master key "${id}" has ${key.length} bytes; it needs at least 32.`);
      if (!/^[\w-]+$/.test(id))
        throw new Error(`The id of a master key has letters, digits, - and _: "${id}".`);
    }
    this.current = masterKeys[0];
    this.linkKey = derive(this.current, 'answer-link');
    this.phoneKey = derive(this.current, 'phone-directory');
    this.addressKey = derive(this.current, 'sign-in-directory');
    this.codeKey = derive(this.current, 'one-time-code');
    this.sealKeys = new Map(masterKeys.map((master) => [master.id, derive(master, 'seal')]));
  }

  linkToken(linkId: string): string {
    return hmac(this.linkKey, linkId).toString('base64url').slice(0, TOKEN_LENGTH);
  }

  tokenHash(token: string): string {
    return createHash('sha256').update(token).digest('hex');
  }

  phoneHash(phone: string): string {
    return hmac(this.phoneKey, phone).toString('hex');
  }

  addressHash(address: string): string {
    return hmac(this.addressKey, address).toString('hex');
  }

  oneTimeCode(codeId: string): string {
    // 48 bits over a million: the digits are even to one part in a hundred million.
    const number = hmac(this.codeKey, codeId).readUIntBE(0, 6) % 1_000_000;
    return String(number).padStart(6, '0');
  }

  newKey(): string {
    return `fod_${randomBytes(24).toString('base64url')}`;
  }

  seal(plain: string): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.sealKey(this.current.id), iv);
    const data = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return [
      this.current.id,
      ...[iv, cipher.getAuthTag(), data].map((part) => part.toString('base64url')),
    ].join(':');
  }

  /** @throws Error when the text was changed, or its key is not here any more. */
  unseal(sealed: string): string {
    const [keyId = '', ...parts] = sealed.split(':');
    const [iv, tag, data] = parts.map((part) => Buffer.from(part, 'base64url'));
    if (!iv || !tag || !data) throw new Error('This is not sealed text.');
    const decipher = createDecipheriv('aes-256-gcm', this.sealKey(keyId), iv, { authTagLength: 16 });
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(data), decipher.final()]).toString('utf8');
  }

  private sealKey(keyId: string): Buffer {
    const key = this.sealKeys.get(keyId);
    if (!key) throw new Error(`No master key "${keyId}" here.`);
    return key;
  }
}

const derive = ({ key }: MasterKey, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, 'fodfaeste', purpose, 32));

const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
