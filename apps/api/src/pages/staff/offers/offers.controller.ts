import { Controller, Get, Post, Query } from '@nestjs/common';
import {
  declineReasons,
  instantOf,
  offerAnswers,
  type AnswerWay,
  type DeclineReason,
  type OfferAnswer,
} from '#domain';
import {
  AnswerOffer,
  ExtendOffer,
  OfferList,
  ResendOffer,
  ShowOffer,
  TellCompany,
  WithdrawOffer,
  type OfferFilter,
} from '#use-cases';
import { oneOf } from '../../../http/fields/index.js';
import { Id } from '../../../http/operation.js';
import {
  clockTime,
  day,
  FormBody,
  submit,
  tick,
  type FieldsOfRefusals,
  type Typed,
} from '../../frame/form/index.js';
import { seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { offersWords as w } from '../../words/desk-offers.js';
import { placementWords } from '../../words/desk-placement.js';
import { listPage, listState } from '../list/list-state.js';
import type { Refused } from '../placement/act-view.js';
import { actOn } from '../placement/act-on.js';
import { isMine } from '../placement/mine.js';
import { StaffPage, StaffVisit, type Visit } from '../staff-page.js';
import { heardAnswerWays } from './offer-acts.js';
import { WithdrawForm } from '../placement/withdraw-fields.js';
import { offerPage, offerView } from './offer-view.js';
import { offerChoices, offersPage, offersView } from './offers-view.js';

class AnswerForm {
  @oneOf(offerAnswers) svar!: OfferAnswer;
  @oneOf(heardAnswerWays) hvordan!: AnswerWay;
  @oneOf(declineReasons, { optional: true }) grund?: DeclineReason;
  @tick() straks!: boolean;
}
class ChangedMindForm {
  @oneOf(heardAnswerWays) hvordan!: AnswerWay;
  @oneOf(declineReasons, { optional: true }) grund?: DeclineReason;
}
class ExtendForm {
  @day() dag!: string;
  @clockTime() klokken!: string;
  @tick() skriv!: boolean;
}
class NothingToFillIn {}

const LIST = '/kommune/tilbud';

/** *Tilbud*: the citizen's answer, and what is done while it is awaited. */
@Controller('kommune/tilbud')
export class StaffOffersController {
  constructor(
    private readonly offers: OfferList,
    private readonly desk: ShowOffer,
    private readonly answerOffer: AnswerOffer,
    private readonly extendOffer: ExtendOffer,
    private readonly resendOffer: ResendOffer,
    private readonly withdrawOffer: WithdrawOffer,
    private readonly tellCompany: TellCompany,
  ) {}

  @Get()
  @StaffPage()
  async list(@Query() query: Record<string, unknown>, @StaffVisit() { actor }: Visit): Promise<ShownPage> {
    const state = listState(offerChoices, query);
    const filter = { view: state.view, order: state.sort, mine: isMine(state) } as OfferFilter;
    const page = listPage(state);
    const found = await this.offers.execute(filter, page, actor);
    return offersPage({ title: w.tab, wide: true, ...offersView(found, state) });
  }

  @Get(':id')
  @StaffPage()
  show(@Id() id: string, @StaffVisit() visit: Visit): Promise<ShownPage> {
    return this.page(id, visit);
  }

  @Post(':id/svar')
  @StaffPage()
  answer(
    @Id() id: string,
    @FormBody() typed: Typed,
    @StaffVisit() visit: Visit,
  ): Promise<SeeOther | ShownPage> {
    return submit(AnswerForm, typed, {
      do: async ({ svar, hvordan, grund, straks }) => {
        await this.answerOffer.execute(
          id,
          {
            answer: svar,
            how: hvordan,
            // A reason that was chosen before one changed one's mind about the answer is not meant.
            ...(svar === 'no' && grund && { reason: grund }),
            tellCompanyNow: svar === 'yes' && straks,
          },
          visit.actor,
        );
        return seeOther(`${LIST}/${id}`, 'svaret');
      },
      ...this.again(id, 'svar', typed, visit),
    });
  }

  @Post(':id/fortrudt')
  @StaffPage()
  changedMind(
    @Id() id: string,
    @FormBody() typed: Typed,
    @StaffVisit() visit: Visit,
  ): Promise<SeeOther | ShownPage> {
    return submit(ChangedMindForm, typed, {
      do: async ({ hvordan, grund }) => {
        const input = { answer: 'no' as const, how: hvordan, ...(grund && { reason: grund }) };
        await this.answerOffer.execute(id, input, visit.actor);
        return seeOther(`${LIST}/${id}`, 'svaret');
      },
      ...this.again(id, 'fortrudt', typed, visit),
    });
  }

  @Post(':id/frist')
  @StaffPage()
  extend(
    @Id() id: string,
    @FormBody() typed: Typed,
    @StaffVisit() visit: Visit,
  ): Promise<SeeOther | ShownPage> {
    return submit(ExtendForm, typed, {
      do: async ({ dag, klokken, skriv }) => {
        await this.extendOffer.execute(
          id,
          { until: instantOf(dag, klokken), tellCitizen: skriv },
          visit.actor,
        );
        return seeOther(`${LIST}/${id}`, 'frist');
      },
      ...this.again(id, 'frist', typed, visit),
      at: atTheField,
    });
  }

  @Post(':id/send-igen')
  @StaffPage()
  resend(
    @Id() id: string,
    @FormBody() typed: Typed,
    @StaffVisit() visit: Visit,
  ): Promise<SeeOther | ShownPage> {
    return this.press(id, 'send-igen', 'igen', typed, visit, () => this.resendOffer.execute(id, visit.actor));
  }

  @Post(':id/traek')
  @StaffPage()
  withdraw(
    @Id() id: string,
    @FormBody() typed: Typed,
    @StaffVisit() visit: Visit,
  ): Promise<SeeOther | ShownPage> {
    return submit(WithdrawForm, typed, {
      do: async ({ hvorfor, hvordan }) => {
        await this.withdrawOffer.execute(id, visit.actor, hvorfor, hvordan);
        return seeOther(`${LIST}/${id}`, 'trukket');
      },
      ...this.again(id, 'traek', typed, visit),
    });
  }

  @Post(':id/fortael')
  @StaffPage()
  tell(
    @Id() id: string,
    @FormBody() typed: Typed,
    @StaffVisit() visit: Visit,
  ): Promise<SeeOther | ShownPage> {
    return this.press(id, 'fortael', 'fortalt', typed, visit, () =>
      this.tellCompany.execute(id, visit.actor),
    );
  }

  /** A button without fields. */
  private press(
    id: string,
    act: string,
    said: string,
    typed: Typed,
    visit: Visit,
    does: () => Promise<unknown>,
  ): Promise<SeeOther | ShownPage> {
    return submit(NothingToFillIn, typed, {
      do: async () => {
        await does();
        return seeOther(`${LIST}/${id}`, said);
      },
      ...this.again(id, act, typed, visit),
    });
  }

  private again(id: string, act: string, typed: Typed, visit: Visit) {
    return actOn(act, typed, (refused) => this.page(id, visit, refused));
  }

  private async page(id: string, { actor }: Visit, refused?: Refused): Promise<ShownPage> {
    return offerPage({
      title: w.tab,
      wide: true,
      contact: null,
      back: { href: LIST, label: placementWords.rooms.offers },
      messages: w.said,
      ...offerView(await this.desk.execute(id, actor), refused),
    });
  }
}

const atTheField: FieldsOfRefusals = { 'offer.deadline-invalid': 'dag' };
