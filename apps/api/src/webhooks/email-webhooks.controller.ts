import { Controller, Headers, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { BounceWebhook } from '#notifications';
import { ReceiveReceipt } from '#use-cases';
import { Operation } from '../http/operation.js';
import { Public } from '../http/roles.js';
import { believed } from './believed.js';

const SIGNATURE = 'x-fodfaeste-signature';

/** Mails that came back, brought by whoever empties the mailbox they came back to. */
@Controller(['webhooks/email', 'api/v1/webhooks/email'])
@ApiTags('Gateway')
export class EmailWebhooksController {
  constructor(
    private readonly webhook: BounceWebhook,
    private readonly receiveReceipt: ReceiveReceipt,
  ) {}

  @Post('bounces')
  @Public()
  @ApiHeader({
    name: SIGNATURE,
    required: true,
    description: 'sha256= og HMAC-SHA256 af hele mailen, hex.',
    schema: { type: 'string', example: 'sha256=00' },
  })
  @ApiConsumes('message/rfc822')
  @ApiBody({ schema: { type: 'string' }, description: 'Mailen, som den kom.' })
  @Operation({
    summary: 'En mail, der er kommet retur',
    description: 'Melder mailen ikke, at en af vores ikke kunne leveres, sker der ingenting.',
    problems: ['bad-signature'],
  })
  async bounces(@Req() { mail }: FastifyRequest, @Headers(SIGNATURE) signature?: string): Promise<void> {
    const bounce = await believed(() => this.webhook.bounce(signature, mail ?? Buffer.alloc(0)));
    if (bounce) await this.receiveReceipt.execute({ ...bounce, state: 'failed', at: null, provider: 'smtp' });
  }
}
