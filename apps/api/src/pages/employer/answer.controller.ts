import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DomainError, rejectReasons, type RejectReason } from '#domain';
import { AnswerByLink, ShowAnswerPage } from '#use-cases';
import type { FastifyRequest } from 'fastify';
import { oneOf } from '../../http/fields/index.js';
import { Operation } from '../../http/operation.js';
import { Public } from '../../http/roles.js';
import { answerPage } from '../answer-view.js';
import { chosenLanguage } from '../chosen-language.js';
import { HtmlPage } from '../frame/html-page.js';
import { seeOther, type SeeOther, type ShownPage } from '../frame/page.js';
import { Token } from '../link-token.js';
import { notSavedView } from '../not-saved-view.js';
import { pressButton } from '../press-button.js';
import { matchView } from './match-view.js';

class EmployerAnswerBody {
  @oneOf(['yes', 'no']) answer!: 'yes' | 'no';
  @oneOf(['meet', 'direct'], { optional: true, description: 'Kun til et ja; `meet`, når intet er sagt.' })
  start?: 'meet' | 'direct';
  @oneOf(rejectReasons, { optional: true, description: 'Kun til et nej; `other`, når intet er sagt.' })
  reason?: RejectReason;
}

/** The company's page: a person it may meet, by pseudonym and what the citizen has agreed to show. */
@Controller('e')
@ApiTags('Sider')
export class EmployerAnswerController {
  constructor(
    private readonly showAnswerPage: ShowAnswerPage,
    private readonly answerByLink: AnswerByLink,
  ) {}

  @Get(':token')
  @Public()
  @HtmlPage()
  @Operation({
    summary: 'Firmaets side: en person til jobbet',
    description: 'Ændrer intet, heller ikke med HEAD; at kortet er vist, står i adgangsloggen.',
    produces: ['text/html'],
    problems: ['link.not-found'],
  })
  async show(@Token() token: string, @Req() { visitor }: FastifyRequest): Promise<ShownPage> {
    const language = chosenLanguage(visitor);
    const page = await this.showAnswerPage.execute(token, language && { language });
    if (page.purpose !== 'match') throw new DomainError('link.not-found');
    return answerPage(matchView(page));
  }

  @Post(':token')
  @Public()
  @HtmlPage()
  @Operation({
    summary: 'Firmaets svar',
    description: 'Formular eller JSON. Svarer 303 til siden selv, også når svaret var der i forvejen.',
    status: 303,
    problems: ['link.not-found', 'shape'],
  })
  async answer(
    @Token() token: string,
    @Body() { answer, start, reason }: EmployerAnswerBody,
    @Req() { visitor }: FastifyRequest,
  ): Promise<ShownPage | SeeOther> {
    const useCases = { answer: this.answerByLink, show: this.showAnswerPage };
    const input = { answer, ...(start && { start }), ...(reason && { rejectReason: reason }) };
    const language = chosenLanguage(visitor);
    const unsaved = await pressButton(useCases, token, input, language && { language });
    return unsaved ? answerPage(notSavedView(unsaved), { status: 409 }) : seeOther(`/e/${token}`);
  }
}
