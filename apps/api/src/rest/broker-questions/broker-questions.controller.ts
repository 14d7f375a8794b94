import { Body, Post } from '@nestjs/common';
import type { Actor } from '#domain';
import { AnswerBrokerQuestion, AskBroker } from '#use-cases';
import { Area, Id, Operation } from '../../http/operation.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';
import { TaskResponse, toTask } from '../tasks/tasks.responses.js';
import { withoutNulls } from '../small-jobs/without-nulls.js';
import { AnswerBrokerBody, AskBrokerBody } from './broker-questions.requests.js';

@Area('broker-questions', 'Forslag')
export class BrokerQuestionsController {
  constructor(
    private readonly askBroker: AskBroker,
    private readonly answerQuestion: AnswerBrokerQuestion,
  ) {}

  @Post()
  @Roles(...STAFF)
  @Operation({
    summary: 'Spørg en kollega om kollegaens borger',
    description: 'Kommer på kollegaens liste som opgaven ask-broker. Svaret gives samme sted.',
    answer: TaskResponse,
    status: 201,
    problems: [
      'small-job.not-found',
      'citizen.not-found',
      'small-job.wrong-state',
      'citizen.is-yours',
      'match.already-exists',
      'match.does-not-fit',
      'broker-question.already-asked',
    ],
  })
  async ask(@Body() body: AskBrokerBody, @CurrentActor() actor: Actor): Promise<TaskResponse> {
    return toTask(await this.askBroker.execute(withoutNulls(body), actor));
  }

  @Post(':id/answer')
  @Roles(...STAFF)
  @Operation({
    summary: 'Svar en kollega ja eller nej med et ord',
    description:
      'Ja foreslår borgeren i kollegaens navn; uden `interest` bliver borgeren spurgt først. Er borgeren foreslået imens, gælder svaret det forslag.',
    answer: TaskResponse,
    problems: [
      'broker-question.not-found',
      'broker-question.already-answered',
      'broker-question.of-another',
      'broker-question.needs-word',
      'small-job.wrong-state',
      'citizen.in-play',
      'match.does-not-fit',
      'match.interest-in-future',
      'contact.not-set',
    ],
  })
  async answer(
    @Id() id: string,
    @Body() body: AnswerBrokerBody,
    @CurrentActor() actor: Actor,
  ): Promise<TaskResponse> {
    return toTask(await this.answerQuestion.execute(id, withoutNulls(body), actor));
  }
}
