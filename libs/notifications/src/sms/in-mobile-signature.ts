import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * inMobile does not sign what it tells. So each message has an address of its own for its receipts, which only we can
 * make and only they are told: base64url of an HMAC-SHA256 of the message id.
 */
export const receiptSignature = (secret: string, messageId: string): string =>
  createHmac('sha256', secret).update(`inmobile-receipt:${messageId}`).digest('base64url');

export function isReceiptSignature(
  secrets: readonly string[],
  messageId: string,
  signature: string,
): boolean {
  const given = Buffer.from(signature);
  return secrets.some((secret) => {
    const right = Buffer.from(receiptSignature(secret, messageId));
    return given.length === right.length && timingSafeEqual(given, right);
  });
}
