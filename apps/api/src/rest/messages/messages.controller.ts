import { Get, Query } from '@nestjs/common';
import type { Actor } from '#domain';
import { MessageRecords } from '#use-cases';
import { Area, Operation } from '../../http/operation.js';
import { Paged, pageRequest, toPage, type PageResponse } from '../../http/page.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';
import { MessagesQuery } from './messages.requests.js';
import { MessageResponse, toMessage } from './messages.responses.js';

@Area('messages', 'Beskeder')
export class MessagesController {
  constructor(private readonly records: MessageRecords) {}

  @Get()
  @Roles(...STAFF)
  @Operation({ summary: 'Beskeder, hvad der blev af dem, og hvorfor', answer: Paged(MessageResponse) })
  async list(
    @Query() query: MessagesQuery,
    @CurrentActor() actor: Actor,
  ): Promise<PageResponse<MessageResponse>> {
    const { citizenId, state } = query;
    return toPage(await this.records.list({ citizenId, state }, pageRequest(query), actor), toMessage);
  }
}
