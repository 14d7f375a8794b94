import { Get, Query } from '@nestjs/common';
import type { Actor } from '#domain';
import { InboundList, MessageList, ShowMessage } from '#use-cases';
import { Area, Id, Operation } from '../../http/operation.js';
import { PageQuery, pageRequest } from '../../http/page.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';
import { MessageListQueryFields } from './message-lists.requests.js';
import {
  InboundMessagesResponse,
  MessageFileResponse,
  MessageListResponse,
  toInbound,
  toMessageFile,
  toMessageList,
} from './message-lists.responses.js';

/** Messages as the municipality's staff look at them: newest first, with names, and what one of them said. */
@Area('desk', 'Beskeder')
export class MessageListsController {
  constructor(
    private readonly messages: MessageList,
    private readonly one: ShowMessage,
    private readonly inbound: InboundList,
  ) {}

  @Get('messages')
  @Roles(...STAFF)
  @Operation({ summary: 'Beskeder med navne, den nyeste først', answer: MessageListResponse })
  async list(
    @Query() query: MessageListQueryFields,
    @CurrentActor() actor: Actor,
  ): Promise<MessageListResponse> {
    const { limit, cursor, view = 'all', ...filters } = query;
    const page = pageRequest({ limit, ...(cursor !== undefined && { cursor }) });
    return toMessageList(await this.messages.show({ view, ...filters }, page, actor));
  }

  @Get('messages/:id')
  @Roles(...STAFF)
  @Operation({
    summary: 'En besked: hvad der stod, og hvad der blev af den',
    answer: MessageFileResponse,
    problems: ['message.not-found'],
  })
  async show(@Id() id: string, @CurrentActor() actor: Actor): Promise<MessageFileResponse> {
    return toMessageFile(await this.one.execute(id, '[link]', actor));
  }

  @Get('inbound-messages')
  @Roles(...STAFF)
  @Operation({
    summary: 'SMS, der er kommet ind de sidste 30 dage',
    description:
      'Ordene ser kun dem, de vedkommer: borgerens og småjobbets kontaktperson, vikarer og ledere.',
    answer: InboundMessagesResponse,
  })
  async came(@Query() query: PageQuery, @CurrentActor() actor: Actor): Promise<InboundMessagesResponse> {
    return toInbound(await this.inbound.show(pageRequest(query), actor));
  }
}
