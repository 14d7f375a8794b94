/** A request to `POST /rest/mtsms`, after its shape was checked. */
export interface SmsRequest {
  sender: string;
  message: string;
  /** Digits only. */
  msisdns: string[];
  userref?: string;
  callbackUrl?: string;
}

const SENDER = /^([A-Za-z0-9 ]{1,11}|\+?\d{1,15})$/;
const MSISDN = /^[1-9]\d{7,14}$/;
const MOST_RECIPIENTS = 10_000;

/** Null when the gateway would answer 422. */
export function parseSmsRequest(body: Record<string, unknown>): SmsRequest | null {
  const { sender, message, recipients, userref, callback_url: callbackUrl } = body;
  if (typeof sender !== 'string' || !SENDER.test(sender)) return null;
  if (typeof message !== 'string' || message === '') return null;
  if (!Array.isArray(recipients) || recipients.length === 0 || recipients.length > MOST_RECIPIENTS)
    return null;
  const msisdns = recipients.map((recipient: unknown) =>
    String((recipient as { msisdn?: unknown } | null)?.msisdn),
  );
  if (!msisdns.every((msisdn) => MSISDN.test(msisdn))) return null;
  return {
    sender,
    message,
    msisdns,
    ...(typeof userref === 'string' && { userref }),
    ...(typeof callbackUrl === 'string' && { callbackUrl }),
  };
}
