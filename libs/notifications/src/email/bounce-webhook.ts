import { createHmac, timingSafeEqual } from 'node:crypto';
import { WebhookRefused } from '../sms/webhook-refused.js';
import { readDeliveryReport } from './delivery-report.js';

/** A mail that was not delivered, as a mail server told it. */
export interface Bounce {
  messageId: string;
  /** `bounced-5-1-1`. */
  reason: string;
  /** The address itself is wrong or gone, and will fail again. */
  permanent: boolean;
}

/** No such mailbox, no such domain, wrong, moved, takes no mail (RFC 3463, 7505); a mailbox that is disabled. */
const WRONG_ADDRESS = /^5\.(1\.(1|2|3|6|10)|2\.1)$/;

/**
 * Mails that came back, brought by whoever empties the mailbox: the raw mail as the body, and in `X-Fodfaeste-Signature`
 * `sha256=` and the hex HMAC-SHA256 of it. A mail can be forged by anybody, so the signature says no more than which
 * mailbox it lay in; that is why only a report that names one of our ids counts.
 */
export class BounceWebhook {
  constructor(private readonly secrets: readonly string[]) {}

  /** @returns null for what tells of no failure of ours. @throws WebhookRefused */
  async bounce(signature: string | undefined, mail: Uint8Array): Promise<Bounce | null> {
    if (!this.isSigned(signature ?? '', mail)) {
      throw new WebhookRefused('bad-signature', 'not signed with a secret of ours');
    }
    const report = await readDeliveryReport(mail).catch(() => null);
    if (report?.action !== 'failed' || report.messageId === null) return null;
    const status = report.status ?? '';
    return {
      messageId: report.messageId,
      reason: status === '' ? 'bounced' : `bounced-${status.replaceAll('.', '-')}`,
      permanent: WRONG_ADDRESS.test(status),
    };
  }

  private isSigned(signature: string, mail: Uint8Array): boolean {
    const given = Buffer.from(signature);
    return this.secrets.some((secret) => {
      const right = Buffer.from(`sha256=${createHmac('sha256', secret).update(mail).digest('hex')}`);
      return given.length === right.length && timingSafeEqual(given, right);
    });
  }
}
