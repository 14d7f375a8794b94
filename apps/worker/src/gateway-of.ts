import { ChannelGateway, GatewayApiSms, InMobileSms, SmsProviders, SmtpEmail } from '#notifications';
import type { WorkerConfig } from './config.js';

/** The providers of this installation, in the order in which they are asked. */
export function gatewayOf(config: WorkerConfig): ChannelGateway {
  const first = new GatewayApiSms({
    url: config.SMS_GATEWAY_URL,
    token: config.SMS_GATEWAY_TOKEN,
    sender: config.SMS_SENDER,
  });
  const { SMTP_URL: url, MAIL_FROM: from, MAIL_BOUNCES_TO: bouncesTo } = config;
  const email = new SmtpEmail({ url, from, ...(bouncesTo && { bouncesTo }) });
  const second = fallbackOf(config);
  return new ChannelGateway(new SmsProviders(second ? [first, second] : [first]), email);
}

function fallbackOf(config: WorkerConfig): InMobileSms | undefined {
  const { SMS_FALLBACK_TOKEN: token, SMS_FALLBACK_SENDER: sender } = config;
  const [receiptSecret] = config.SMS_FALLBACK_WEBHOOK_SECRET?.split(',') ?? [];
  if (!token || !sender || !receiptSecret) return undefined;
  const receiptsUrl = `${config.PUBLIC_URL}/webhooks/sms/inmobile`;
  return new InMobileSms({ url: config.SMS_FALLBACK_URL, token, sender, receiptsUrl, receiptSecret });
}
