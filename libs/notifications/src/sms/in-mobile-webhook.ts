import { Temporal } from '#domain';
import { isReceiptSignature } from './in-mobile-signature.js';
import type { SmsReceipt } from './webhook.js';
import { WebhookRefused } from './webhook-refused.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Their error codes that tell of a bad day rather than of a bad number: a timeout, a full queue, a broken connection,
 * our account. All others mean that this number will fail again.
 */
const passingTroubles: ReadonlySet<number> = new Set([
  -5, -6, -8, -22, -23, -99, -100, -101, -103, -104, -106, -202,
]);

interface Report {
  messageId?: unknown;
  deliveryInfo?: { stateCode?: unknown; doneTime?: unknown; sendTime?: unknown; errorCode?: unknown };
}

/**
 * inMobile's calls to us: `{ "reports": [...] }` to an address that only this message has (see in-mobile-signature.ts).
 * What a report says of another message is not believed.
 */
export class InMobileWebhook {
  constructor(private readonly secrets: readonly string[]) {
    // With an empty secret anybody could sign.
    if (secrets.some((secret) => secret.trim() === '')) throw new Error('A webhook needs a secret.');
  }

  /** @throws WebhookRefused */
  receipts(messageId: string, signature: string, body: unknown): SmsReceipt[] {
    const id = messageId.toLowerCase();
    if (!UUID.test(id) || !isReceiptSignature(this.secrets, id, signature)) {
      throw new WebhookRefused('bad-signature', 'not an address of ours');
    }
    const reports: unknown = (body as { reports?: unknown } | null)?.reports;
    if (!Array.isArray(reports)) throw wrong('reports');
    return reports
      .filter((report: Report | null) => String(report?.messageId).toLowerCase() === id)
      .map((report: Report) => receiptOf(id, report));
  }
}

function receiptOf(messageId: string, { deliveryInfo }: Report): SmsReceipt {
  const { stateCode, doneTime, sendTime, errorCode } = deliveryInfo ?? {};
  if (!Number.isInteger(stateCode)) throw wrong('stateCode');
  // 1 delivered, -1 failed, -2 cancelled; 0 is unknown, and what is new to us no more than sent.
  const state = stateCode === 1 ? 'delivered' : stateCode === -1 || stateCode === -2 ? 'failed' : 'sent';
  const code = Number.isInteger(errorCode) ? (errorCode as number) : null;
  return {
    messageId,
    state,
    at: instantOf(doneTime ?? sendTime),
    reason: state === 'delivered' ? null : `${state}${code === null ? '' : `-${Math.abs(code)}`}`,
    permanent: state === 'failed' && !(code !== null && passingTroubles.has(code)),
  };
}

/** What was never sent has no time. */
function instantOf(value: unknown): Temporal.Instant | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') throw wrong('doneTime');
  try {
    return Temporal.Instant.from(value);
  } catch {
    throw wrong('doneTime');
  }
}

const wrong = (field: string): WebhookRefused =>
  new WebhookRefused('bad-shape', `${field} is missing or wrong`);
