import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { declineReasons, DomainError, offerAnswers, type DeclineReason, type OfferAnswer } from '#domain';
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
import { interestView } from './interest-view.js';
import { offerView } from './offer-view.js';

class CitizenAnswerBody {
  @oneOf(offerAnswers) answer!: OfferAnswer;
  @oneOf(declineReasons, { optional: true, description: 'Kun til et nej, også bagefter.' })
  reason?: DeclineReason;
}

/** The citizen's page, opened from an SMS. Whoever has the link may answer; opening it changes nothing. */
@Controller('o')
@ApiTags('Sider')
export class CitizenAnswerController {
  constructor(
    private readonly showAnswerPage: ShowAnswerPage,
    private readonly answerByLink: AnswerByLink,
  ) {}

  @Get(':token')
  @Public()
  @HtmlPage()
  @Operation({
    summary: 'Borgerens side: et tilbud, eller om firmaet må høre om en',
    description: 'Ændrer intet, heller ikke med HEAD.',
    produces: ['text/html'],
    problems: ['link.not-found'],
  })
  async show(@Token() token: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.send(reply, await this.viewOf(token));
  }

  @Post(':token')
  @Public()
  @HtmlPage()
  @Operation({
    summary: 'Borgerens svar',
    description: 'Formular eller JSON. Svarer 303 til siden selv, også når svaret var der i forvejen.',
    status: 303,
    problems: ['link.not-found', 'shape'],
  })
  async answer(
    @Token() token: string,
    @Body() body: CitizenAnswerBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const useCases = { answer: this.answerByLink, show: this.showAnswerPage };
    const unsaved = await pressButton(useCases, token, body);
    if (unsaved) return this.send(reply.code(409), notSavedView(unsaved));
    void reply.header('location', `/o/${token}`);
    return '';
  }

  private async viewOf(token: string): Promise<AnswerView> {
    const page = await this.showAnswerPage.execute(token);
    if (page.purpose === 'offer') return offerView(page);
    if (page.purpose === 'interest') return interestView(page);
    // A company's link has its own address; here it leads nowhere.
    throw new DomainError('link.not-found');
  }

  private send(reply: FastifyReply, view: AnswerView): string {
    inLanguage(reply, view.language);
    return render('answer', view);
  }
}
