import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  declineReasons,
  DomainError,
  offerAnswers,
  type Actor,
  type DeclineReason,
  type Language,
  type OfferAnswer,
} from '#domain';
import { AnswerByLink, ShowAnswerPage } from '#use-cases';
import type { FastifyRequest } from 'fastify';
import { oneOf } from '../../http/fields/index.js';
import { Operation } from '../../http/operation.js';
import { Public } from '../../http/roles.js';
import type { Visitor } from '../../http/visitor.js';
import { answerPage } from '../answer-view.js';
import { HtmlPage } from '../frame/html-page.js';
import { seeOther, type SeeOther, type ShownPage } from '../frame/page.js';
import { Token } from '../link-token.js';
import { notSavedView } from '../not-saved-view.js';
import { pressButton } from '../press-button.js';
import { chosenLanguage } from '../chosen-language.js';
import { interestView } from './interest-view.js';
import { offerPageOf } from './offer-view.js';

class CitizenAnswerBody {
  @oneOf(offerAnswers) answer!: OfferAnswer;
  @oneOf(declineReasons, { optional: true, description: 'Kun til et nej, også bagefter.' })
  reason?: DeclineReason;
}

/**
 * The citizen's page, opened from an SMS. Whoever has the link may answer, unless others read the phone too; opening
 * it changes nothing.
 */
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
  async show(@Token() token: string, @Req() { visitor }: FastifyRequest): Promise<ShownPage> {
    return this.pageOf(token, visitor);
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
    @Req() { visitor }: FastifyRequest,
  ): Promise<ShownPage | SeeOther> {
    const useCases = { answer: this.answerByLink, show: this.showAnswerPage };
    const unsaved = await pressButton(useCases, token, body, visitOf(visitor));
    return unsaved ? answerPage(notSavedView(unsaved), { status: 409 }) : seeOther(`/o/${token}`);
  }

  private async pageOf(token: string, visitor: Visitor | undefined): Promise<ShownPage> {
    const page = await this.showAnswerPage.execute(token, visitOf(visitor));
    const speaks = visitor?.chosen ?? page.language;
    if (page.purpose === 'offer') return offerPageOf(page, { by: 'link', token }, speaks);
    if (page.purpose === 'interest')
      return answerPage(interestView(page, `/o/${token}`, speaks), { forCitizens: true });
    // A company's link has its own address; here it leads nowhere.
    throw new DomainError('link.not-found');
  }
}

function visitOf(visitor: Visitor | undefined): { visitor: Actor | null; language?: Language } {
  const language = chosenLanguage(visitor);
  return { visitor: visitor?.actor ?? null, ...(language && { language }) };
}
