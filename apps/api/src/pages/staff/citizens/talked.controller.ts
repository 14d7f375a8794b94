import { Controller, Get, Post } from '@nestjs/common';
import {
  absenceCauses,
  declineReasons,
  heardWays,
  offerAnswers,
  type AbsenceCause,
  type Actor,
  type DeclineReason,
  type HeardWay,
  type OfferAnswer,
} from '#domain';
import {
  AnswerOffer,
  choosableFields,
  RecordInterest,
  ReportAbsence,
  ShowCitizenDesk,
  SignAgreement,
  WithdrawMatch,
  type ChoosableField,
} from '#use-cases';
import { list, oneOf } from '../../../http/fields/index.js';
import { Id } from '../../../http/operation.js';
import { FormBody, staleForm, submit, type Typed } from '../../frame/form/index.js';
import { seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { agreementsWords as agreed } from '../../words/desk-agreements.js';
import { citizensWords as w } from '../../words/desk-citizens.js';
import { markOfTerms } from '../agreements/agreed-view.js';
import { actOn } from '../placement/act-on.js';
import type { Refused } from '../placement/act-view.js';
import { StaffPage, StaffVisit, type Visit } from '../staff-page.js';
import { pathOf } from './citizen-view.js';
import { talkedPage, talkedView } from './talked-view.js';

class OfferForm {
  @oneOf(offerAnswers) svar!: OfferAnswer;
  @oneOf(heardWays) hvordan!: HeardWay;
  @oneOf(declineReasons, { optional: true }) grund?: DeclineReason;
}
class InterestForm {
  @oneOf(['yes', 'no']) svar!: 'yes' | 'no';
  @oneOf(heardWays) hvordan!: HeardWay;
  @list(oneOf(choosableFields), { max: 30, optional: true }) felter: ChoosableField[] = [];
  @oneOf(['ask', 'meet', 'direct']) start!: 'ask' | 'meet' | 'direct';
}
class AbsenceForm {
  @oneOf(absenceCauses) aarsag!: AbsenceCause;
  @oneOf(heardWays) hvordan!: HeardWay;
}
class SignatureForm {
  @oneOf(['ja']) ja!: 'ja';
}

/** *Har du talt med Jonas?* What was said on the phone is written down, by whom and how; the citizen gets a receipt. */
@Controller('kommune/borgere/:id/talt')
export class CitizenTalkedController {
  constructor(
    private readonly desk: ShowCitizenDesk,
    private readonly answerOffer: AnswerOffer,
    private readonly recordInterest: RecordInterest,
    private readonly withdrawMatch: WithdrawMatch,
    private readonly reportAbsence: ReportAbsence,
    private readonly sign: SignAgreement,
  ) {}

  @Get()
  @StaffPage()
  show(@Id() id: string, @StaffVisit() { actor }: Visit): Promise<ShownPage> {
    return this.page(id, actor);
  }

  @Post('tilbud/:offerId')
  @StaffPage()
  offer(
    @Id() id: string,
    @Id('offerId') offerId: string,
    @FormBody() typed: Typed,
    @StaffVisit() { actor }: Visit,
  ): Promise<SeeOther | ShownPage> {
    return submit(OfferForm, typed, {
      do: async ({ svar, hvordan, grund }) => {
        const reason = svar === 'no' && grund ? { reason: grund } : {};
        await this.answerOffer.execute(offerId, { answer: svar, how: hvordan, ...reason }, actor);
        return this.saved(id);
      },
      ...this.again(id, `tilbud-${offerId}`, typed, actor),
    });
  }

  @Post('interesse/:matchId')
  @StaffPage()
  interest(
    @Id() id: string,
    @Id('matchId') matchId: string,
    @FormBody() typed: Typed,
    @StaffVisit() { actor }: Visit,
  ): Promise<SeeOther | ShownPage> {
    return submit(InterestForm, typed, {
      do: async ({ svar, hvordan, felter, start }) => {
        if (svar === 'no') await this.withdrawMatch.execute(matchId, actor, 'citizen-changed-mind', hvordan);
        else {
          const { at } = await this.desk.questions(id, actor);
          const meeting = start === 'ask' ? {} : { startWithoutMeeting: start === 'direct' };
          const said = { how: hvordan, at: at.toString(), fields: felter, ...meeting };
          await this.recordInterest.execute(matchId, said, actor);
        }
        return this.saved(id);
      },
      ...this.again(id, `interesse-${matchId}`, typed, actor),
    });
  }

  @Post('vagt/:shiftId')
  @StaffPage()
  absence(
    @Id() id: string,
    @Id('shiftId') shiftId: string,
    @FormBody() typed: Typed,
    @StaffVisit() { actor }: Visit,
  ): Promise<SeeOther | ShownPage> {
    return submit(AbsenceForm, typed, {
      do: async ({ aarsag, hvordan }) => {
        await this.reportAbsence.execute(shiftId, { cause: aarsag, by: 'citizen', how: hvordan }, actor);
        return this.saved(id);
      },
      ...this.again(id, `vagt-${shiftId}`, typed, actor),
    });
  }

  @Post('aftale/:agreementId')
  @StaffPage()
  signature(
    @Id() id: string,
    @Id('agreementId') agreementId: string,
    @FormBody() typed: Typed,
    @StaffVisit() { actor }: Visit,
  ): Promise<SeeOther | ShownPage> {
    const back = this.again(id, `aftale-${agreementId}`, typed, actor);
    return submit(SignatureForm, typed, {
      do: async () => {
        const { agreements } = await this.desk.questions(id, actor);
        const agreement = agreements.find((one) => one.id === agreementId);
        const stale = agreement && staleForm(typed, markOfTerms(agreement), agreed.termsChanged, back.again);
        if (stale) throw stale;
        await this.sign.execute(agreementId, 'citizen', actor);
        return this.saved(id);
      },
      ...back,
    });
  }

  private saved(id: string): SeeOther {
    return seeOther(pathOf(id), 'svaret');
  }

  private again(id: string, act: string, typed: Typed, actor: Actor) {
    return actOn(act, typed, (refused) => this.page(id, actor, refused));
  }

  private async page(id: string, actor: Actor, refused?: Refused): Promise<ShownPage> {
    const found = await this.desk.questions(id, actor);
    return talkedPage({
      title: w.tab,
      contact: null,
      back: { href: pathOf(id), label: found.citizen.name },
      ...talkedView(found, refused),
    });
  }
}
