import { Controller, Headers, Post } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { SmsWebhook } from '#notifications';
import { ReceiveReceipt, ReceiveSms } from '#use-cases';
import { Operation } from '../http/operation.js';
import { Public } from '../http/roles.js';
import { believed } from './believed.js';

const SIGNATURE = 'x-gwapi-signature';
const Signature = (): MethodDecorator =>
  ApiHeader({
    name: SIGNATURE,
    required: true,
    description: 'JWT (HS256) med hele indholdet.',
    schema: { type: 'string', example: 'eyJhbGciOiJIUzI1NiJ9.e30.c2ln' },
  });

/**
 * What the SMS gateway tells. The signature carries the whole content, so the body is never read. Both
 * addresses are good: gateways are set up by hand, and either is what somebody would type.
 */
@Controller(['webhooks/sms', 'api/v1/webhooks/sms'])
@ApiTags('Gateway')
export class SmsWebhooksController {
  constructor(
    private readonly webhook: SmsWebhook,
    private readonly receiveReceipt: ReceiveReceipt,
    private readonly receiveSms: ReceiveSms,
  ) {}

  @Post('receipts')
  @Public()
  @Signature()
  @Operation({ summary: 'Hvad der blev af en sendt SMS', problems: ['bad-signature', 'bad-request'] })
  async receipts(@Headers(SIGNATURE) signature?: string): Promise<void> {
    const receipt = await believed(() => this.webhook.receipt(signature));
    await this.receiveReceipt.execute({ ...receipt, provider: 'gatewayapi' });
  }

  @Post('inbound')
  @Public()
  @Signature()
  @Operation({ summary: 'En SMS, der er kommet ind', problems: ['bad-signature', 'bad-request'] })
  async inbound(@Headers(SIGNATURE) signature?: string): Promise<void> {
    await this.receiveSms.execute(await believed(() => this.webhook.inbound(signature)));
  }
}
