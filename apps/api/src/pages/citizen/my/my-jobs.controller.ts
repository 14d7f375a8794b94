import { Controller, Get, Post, Req } from '@nestjs/common';
import { declineReasons, offerAnswers, type Actor, type DeclineReason, type OfferAnswer } from '#domain';
import {
  AnswerMyOffer,
  ChangeMyCard,
  ChangeMyMessages,
  choosableFields,
  ShowMyCards,
  ShowMyConsents,
  ShowMyOffers,
  unlessTooLate,
  type ChoosableField,
} from '#use-cases';
import type { FastifyRequest } from 'fastify';
import { list, oneOf } from '../../../http/fields/index.js';
import { Id } from '../../../http/operation.js';
import { CurrentActor, Roles } from '../../../http/roles.js';
import { FormBody, readForm, typedText, type Typed } from '../../frame/form/index.js';
import { Page } from '../../frame/html-page.js';
import { seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { chosenLanguage } from '../../chosen-language.js';
import { offerPageOf } from '../offer-view.js';
import { myCardsOf } from './my-cards-view.js';
import { myOffersOf } from './my-offers-view.js';

class MyOfferForm {
  @oneOf(offerAnswers) answer!: OfferAnswer;
  @oneOf(declineReasons, { optional: true }) reason?: DeclineReason;
}

class CardForm {
  @list(oneOf(choosableFields), { max: choosableFields.length }) fields!: ChoosableField[];
}

const CARDS = '/min-side/kort';

/** The jobs somebody was asked about, and what companies may see. */
@Controller('min-side')
export class MyJobPagesController {
  constructor(
    private readonly offers: ShowMyOffers,
    private readonly answerOffer: AnswerMyOffer,
    private readonly showCards: ShowMyCards,
    private readonly showConsents: ShowMyConsents,
    private readonly changeCard: ChangeMyCard,
    private readonly changeMessages: ChangeMyMessages,
  ) {}

  @Get('tilbud')
  @Roles('citizen')
  @Page()
  async listOffers(@CurrentActor() actor: Actor, @Req() { visitor }: FastifyRequest): Promise<ShownPage> {
    return myOffersOf(await this.offers.list(actor), visitor?.language ?? 'da');
  }

  @Get('tilbud/:id')
  @Roles('citizen')
  @Page()
  async offer(
    @Id() id: string,
    @CurrentActor() actor: Actor,
    @Req() { visitor }: FastifyRequest,
  ): Promise<ShownPage> {
    return offerPageOf(await this.offers.show(id, actor, chosenLanguage(visitor)), { by: 'session' });
  }

  @Post('tilbud/:id')
  @Roles('citizen')
  @Page()
  async answer(@Id() id: string, @CurrentActor() actor: Actor, @FormBody() typed: Typed): Promise<SeeOther> {
    const { answer, reason } = readForm(MyOfferForm, typed);
    // An answer that was there already or came too late ends on the page, which tells what became of it.
    await this.answerOffer.execute(id, { answer, ...(reason && { reason }) }, actor);
    return seeOther(`/min-side/tilbud/${id}`);
  }

  @Get('kort')
  @Roles('citizen')
  @Page()
  async cards(@CurrentActor() actor: Actor, @Req() { visitor }: FastifyRequest): Promise<ShownPage> {
    const language = chosenLanguage(visitor);
    return myCardsOf(
      await this.showCards.execute(actor, language),
      await this.showConsents.execute(actor, language),
    );
  }

  @Post('kort/beskeder')
  @Roles('citizen')
  @Page()
  async messages(@CurrentActor() actor: Actor, @FormBody() typed: Typed): Promise<SeeOther> {
    const allowed = typedText(typed, 'skriv') === 'ja';
    await this.changeMessages.execute(allowed, actor);
    return seeOther(`${CARDS}#samtykker`, allowed ? 'skriv' : 'ring');
  }

  @Post('kort/:id')
  @Roles('citizen')
  @Page()
  async choose(@Id() id: string, @CurrentActor() actor: Actor, @FormBody() typed: Typed): Promise<SeeOther> {
    const { fields } = readForm(CardForm, typed);
    return toCards(() => this.changeCard.show(id, fields, actor), 'kort');
  }

  @Post('kort/:id/nej')
  @Roles('citizen')
  @Page()
  async hide(@Id() id: string, @CurrentActor() actor: Actor): Promise<SeeOther> {
    return toCards(() => this.changeCard.withdraw(id, actor), 'nej');
  }
}

/** A page that is old: the card is shown as it is now, with a word about whom to call. */
async function toCards(change: () => Promise<void>, done: string): Promise<SeeOther> {
  const said = await unlessTooLate(async () => {
    await change();
    return done;
  });
  return seeOther(CARDS, said ?? 'for-sent');
}
