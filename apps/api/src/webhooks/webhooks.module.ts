import { Module } from '@nestjs/common';
import { SmsWebhook } from '#notifications';
import { ApiConfig } from '../config.js';
import { useCasesOf } from '../http/use-case-providers.js';
import { SmsWebhooksController } from './sms-webhooks.controller.js';

@Module({
  controllers: [SmsWebhooksController],
  providers: [
    {
      provide: SmsWebhook,
      useFactory: (config: ApiConfig) => new SmsWebhook(config.webhookSecrets),
      inject: [ApiConfig],
    },
    ...useCasesOf([SmsWebhooksController]),
  ],
})
export class WebhooksModule {}
