import { Body, Post } from '@nestjs/common';
import type { Actor } from '#domain';
import { CorrectNumber, SayMessageArrived, SendAgain } from '#use-cases';
import { Area, Id, Operation } from '../../http/operation.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';
import { CorrectNumberBody } from './message-acts.requests.js';
import { MessageResponse, toMessage } from './messages.responses.js';

/** What a person decides about a message that did not arrive, or of which nobody knows. */
@Area('messages', 'Beskeder')
export class MessageActsController {
  constructor(
    private readonly arrived: SayMessageArrived,
    private readonly again: SendAgain,
    private readonly correct: CorrectNumber,
  ) {}

  @Post(':id/arrived')
  @Roles(...STAFF)
  @Operation({
    summary: 'En uvis besked kom frem: nogen har spurgt',
    answer: MessageResponse,
    problems: ['message.not-found', 'message.wrong-state'],
  })
  async cameThrough(@Id() id: string, @CurrentActor() actor: Actor): Promise<MessageResponse> {
    return toMessage(await this.arrived.execute(id, actor));
  }

  @Post(':id/send-again')
  @Roles(...STAFF)
  @Operation({
    summary: 'Send igen, til det nummer modtageren har nu',
    description: 'Svaret er den nye besked. Kun så længe det, den handler om, stadig gælder.',
    answer: MessageResponse,
    problems: [
      'message.not-found',
      'message.wrong-state',
      'message.no-longer-relevant',
      'message.no-address',
    ],
  })
  async sendAgain(@Id() id: string, @CurrentActor() actor: Actor): Promise<MessageResponse> {
    return toMessage(await this.again.execute(id, actor));
  }

  @Post(':id/correct')
  @Roles(...STAFF)
  @Operation({
    summary: 'Ret borgerens nummer eller mailadresse',
    answer: MessageResponse,
    problems: [
      'message.not-found',
      'message.wrong-state',
      'message.no-longer-relevant',
      'message.no-address',
      'phone.invalid',
      'citizen.channel-unreachable',
    ],
  })
  async rightNumber(
    @Id() id: string,
    @Body() { to, sendAgain = false }: CorrectNumberBody,
    @CurrentActor() actor: Actor,
  ): Promise<MessageResponse> {
    return toMessage(await this.correct.execute(id, { to, sendAgain }, actor));
  }
}
