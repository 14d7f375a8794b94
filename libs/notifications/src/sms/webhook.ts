import { jwtVerify } from 'jose';
import type { Temporal } from '#domain';
import { Payload } from './payload.js';
import { failedStates, passingTroubles, type ReceiptState } from './receipt-states.js';
import { WebhookRefused } from './webhook-refused.js';

export interface SmsReceipt {
  /** Our message id, which came back as `userref`. */
  messageId: string;
  state: ReceiptState;
  /** Null when the provider does not say. */
  at: Temporal.Instant | null;
  /** A slug: the provider's state, and its error code where there is one. Null when delivered. */
  reason: string | null;
  /** Failed, and this number will fail again: another channel or a call. */
  permanent: boolean;
}

export interface ReceivedSms {
  providerId: string;
  /** E.164. */
  from: string;
  text: string;
  at: Temporal.Instant;
}

/**
 * GatewayAPI's calls to us. The header `X-Gwapi-Signature` is a JWT that carries the whole content, so the
 * body is never read: it is not signed. Give two secrets while one replaces the other.
 */
export class SmsWebhook {
  private readonly keys: Uint8Array[];

  constructor(secrets: readonly string[]) {
    const usable = secrets.filter((secret) => secret.trim() !== '');
    // With an empty secret anybody could sign.
    if (usable.length === 0) throw new Error('A webhook needs a secret to check signatures with.');
    this.keys = usable.map((secret) => new TextEncoder().encode(secret));
  }

  /** @throws WebhookRefused */
  async receipt(signature: string | undefined): Promise<SmsReceipt> {
    const payload = await this.signed(signature);
    const status = payload.text('status').toUpperCase();
    const code = payload.textOrNull('code')?.toLowerCase() ?? null;
    const failed = failedStates[status];
    const state: ReceiptState = status === 'DELIVERED' ? 'delivered' : failed ? 'failed' : 'sent';
    return {
      messageId: payload.uuid('userref'),
      state,
      at: payload.instant('time'),
      reason: state === 'delivered' ? null : slug(code ? `${status}-${code}` : status),
      permanent: Boolean(failed?.permanent) && !(code !== null && passingTroubles.has(code)),
    };
  }

  /** @throws WebhookRefused */
  async inbound(signature: string | undefined): Promise<ReceivedSms> {
    const payload = await this.signed(signature);
    return {
      providerId: payload.id('id'),
      from: payload.phone('msisdn'),
      text: payload.text('message'),
      at: payload.instant('senttime'),
    };
  }

  private async signed(signature: string | undefined): Promise<Payload> {
    for (const key of this.keys) {
      try {
        const { payload } = await jwtVerify(signature ?? '', key, { algorithms: ['HS256'] });
        return new Payload(payload);
      } catch {
        // The other secret may be the right one; which of the checks failed is nobody's business.
      }
    }
    throw new WebhookRefused('bad-signature', 'not signed with a secret of ours');
  }
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60);
