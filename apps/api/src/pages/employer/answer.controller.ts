import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DomainError, rejectReasons, type RejectReason } from '#domain';
import { AnswerByLink, ShowAnswerPage } from '#use-cases';
import type { FastifyReply } from 'fastify';
import { oneOf } from '../../http/fields/index.js';
import { Operation } from '../../http/operation.js';
import { Public } from '../../http/roles.js';
import type { AnswerView } from '../answer-view.js';
import { HtmlPage, inLanguage } from '../frame/html-page.js';
import { render } from '../frame/render.js';
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
  async show(@Token() token: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const page = await this.showAnswerPage.execute(token);
    if (page.purpose !== 'match') throw new DomainError('link.not-found');
    return this.send(reply, matchView(page));
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
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const useCases = { answer: this.answerByLink, show: this.showAnswerPage };
    const unsaved = await pressButton(useCases, token, {
      answer,
      ...(start && { start }),
      ...(reason && { rejectReason: reason }),
    });
    if (unsaved) return this.send(reply.code(409), notSavedView(unsaved));
    void reply.header('location', `/e/${token}`);
    return '';
  }

  private send(reply: FastifyReply, view: AnswerView): string {
    inLanguage(reply, view.language);
    return render('answer', view);
  }
}
