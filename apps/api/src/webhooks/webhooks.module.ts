import { Module, type Provider, type Type } from '@nestjs/common';
import { BounceWebhook, InMobileWebhook, SmsWebhook } from '#notifications';
import { ApiConfig } from '../config.js';
import { useCasesOf } from '../http/use-case-providers.js';
import { EmailWebhooksController } from './email-webhooks.controller.js';
import { InMobileWebhooksController } from './in-mobile-webhooks.controller.js';
import { SmsWebhooksController } from './sms-webhooks.controller.js';

const controllers = [SmsWebhooksController, InMobileWebhooksController, EmailWebhooksController];

/** Without secrets a webhook believes nobody. */
const believing = (webhook: Type, secretsOf: (config: ApiConfig) => string[]): Provider => ({
  provide: webhook,
  useFactory: (config: ApiConfig) => new webhook(secretsOf(config)) as unknown,
  inject: [ApiConfig],
});

@Module({
  controllers,
  providers: [
    believing(SmsWebhook, (config) => config.webhookSecrets),
    believing(InMobileWebhook, (config) => config.fallbackWebhookSecrets),
    believing(BounceWebhook, (config) => config.bounceSecrets),
    ...useCasesOf(controllers),
  ],
})
export class WebhooksModule {}
