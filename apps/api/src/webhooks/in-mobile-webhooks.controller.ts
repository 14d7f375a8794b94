import { Controller, Param, Post, Req } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { InMobileWebhook } from '#notifications';
import { ReceiveReceipt } from '#use-cases';
import { Id, Operation } from '../http/operation.js';
import { Public } from '../http/roles.js';
import { believed } from './believed.js';

/** What inMobile tells of an SMS, at the address that only this SMS has. */
@Controller(['webhooks/sms/inmobile', 'api/v1/webhooks/sms/inmobile'])
@ApiTags('Gateway')
export class InMobileWebhooksController {
  constructor(
    private readonly webhook: InMobileWebhook,
    private readonly receiveReceipt: ReceiveReceipt,
  ) {}

  @Post(':messageId/:signature')
  @Public()
  @ApiParam({
    name: 'signature',
    description: 'HMAC-SHA256 af beskedens id.',
    schema: { type: 'string', example: 'pYk3vJm0c8uD1sQ2x7nA5eR9tB4wL6gH0fZqXoIiVUM' },
  })
  @Operation({
    summary: 'Hvad der blev af en SMS, som inMobile har sendt',
    problems: ['bad-signature', 'bad-request'],
  })
  async receipts(
    @Id('messageId') messageId: string,
    @Param('signature') signature: string,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const receipts = await believed(() => this.webhook.receipts(messageId, signature, request.body));
    for (const receipt of receipts) await this.receiveReceipt.execute({ ...receipt, provider: 'inmobile' });
  }
}
