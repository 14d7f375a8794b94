import { Controller, Get, Post, Query } from '@nestjs/common';
import {
  addDays,
  followUpKinds,
  localDateOf,
  parties,
  type Actor,
  type FollowUpKind,
  type Party,
} from '#domain';
import {
  AgreementList,
  DrawUpAgreement,
  EndAgreement,
  PlanFollowUps,
  ReviseAgreement,
  ShowAgreement,
  ShowOffer,
  SignAgreement,
  TaskRecords,
  Timeline,
  type AgreementFilter,
} from '#use-cases';
import { oneOf, text } from '../../../http/fields/index.js';
import { isUuid } from '../../../http/fields/words.js';
import { Id } from '../../../http/operation.js';
import { day, FormBody, said, staleForm, submit, type Faults, type Typed } from '../../frame/form/index.js';
import { seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { agreementsWords as w } from '../../words/desk-agreements.js';
import { placementWords } from '../../words/desk-placement.js';
import { listPage, listState } from '../list/list-state.js';
import type { Refused } from '../placement/act-view.js';
import { actOn } from '../placement/act-on.js';
import { isMine } from '../placement/mine.js';
import { StaffPage, StaffVisit, type Asked, type Visit } from '../staff-page.js';
import { readBefore, TIMELINE_BESIDE, timelineView } from '../timeline/timeline-view.js';
import {
  AgreementForm,
  agreementFormPage,
  agreementFormView,
  beginningOf,
  refusalsOfTerms,
  revisionOf,
  termsIn,
} from './agreement-form.js';
import { markOfTerms } from './agreed-view.js';
import { agreementPage, agreementView } from './agreement-view.js';
import { agreementChoices, agreementsPage, agreementsView } from './agreements-view.js';
import { EndForm, endPage, endView } from './end-view.js';
import { printPage, printView } from './print-view.js';

class SignForm {
  @oneOf(parties) part!: Party;
}
class FollowUpForm {
  @day() dag!: string;
  @oneOf(followUpKinds) om!: FollowUpKind;
  @text({ max: 500, optional: true, example: 'Spørg til bussen' }) note?: string;
}
class HeldForm {
  @text({ max: 2000, multiline: true, example: 'Det går godt; vi taler om flere timer i januar' })
  udfald!: string;
}
class NothingToFillIn {}

const LIST = '/kommune/aftaler';

/** *Aftaler*: what two sides agree on, from the draft to the end. Other hours stand in change-hours.controller.ts. */
@Controller('kommune/aftaler')
export class StaffAgreementsController {
  constructor(
    private readonly agreements: AgreementList,
    private readonly desk: ShowAgreement,
    private readonly offers: ShowOffer,
    private readonly drawUp: DrawUpAgreement,
    private readonly revise: ReviseAgreement,
    private readonly signing: SignAgreement,
    private readonly ending: EndAgreement,
    private readonly followUps: PlanFollowUps,
    private readonly tasks: TaskRecords,
    private readonly timeline: Timeline,
  ) {}

  @Get()
  @StaffPage()
  async list(@Query() query: Asked, @StaffVisit() { actor }: Visit): Promise<ShownPage> {
    const state = listState(agreementChoices, query);
    const filter = { view: state.view, order: state.sort, mine: isMine(state) } as AgreementFilter;
    const page = listPage(state);
    const found = await this.agreements.execute(filter, page, actor);
    return agreementsPage({ title: w.tab, wide: true, ...agreementsView(found, state) });
  }

  @Get('ny')
  @StaffPage()
  ask(@Query() query: Asked, @StaffVisit() { actor }: Visit): Promise<SeeOther | ShownPage> {
    return this.newPage(query, actor);
  }

  @Post('ny')
  @StaffPage()
  async create(
    @Query() query: Asked,
    @FormBody() typed: Typed,
    @StaffVisit() { actor }: Visit,
  ): Promise<SeeOther | ShownPage> {
    const offerId = offerIn(query);
    if (offerId === undefined) return seeOther('/kommune/tilbud?vis=to-agree');
    return submit(AgreementForm, typed, {
      do: async (form) => {
        const agreement = await this.drawUp.execute({ offerId, ...termsIn(form) }, actor);
        return seeOther(`${LIST}/${agreement.id}`, 'gemt');
      },
      again: (faults) => this.formAgain(offerId, actor, typed, faults),
      at: refusalsOfTerms,
    });
  }

  @Get(':id')
  @StaffPage()
  show(@Id() id: string, @Query() query: Asked, @StaffVisit() visit: Visit): Promise<ShownPage> {
    return this.page(id, visit, undefined, query);
  }

  @Get(':id/print')
  @StaffPage()
  async print(@Id() id: string, @StaffVisit() { actor }: Visit): Promise<ShownPage> {
    const desk = await this.desk.execute(id, actor);
    return printPage({
      title: w.tab,
      contact: null,
      back: { href: `${LIST}/${id}`, label: placementWords.rooms.agreements },
      ...printView(desk),
    });
  }

  @Get(':id/ret')
  @StaffPage()
  edit(@Id() id: string, @StaffVisit() { actor }: Visit): Promise<SeeOther | ShownPage> {
    return this.editPage(id, actor);
  }

  @Post(':id/ret')
  @StaffPage()
  save(
    @Id() id: string,
    @FormBody() typed: Typed,
    @StaffVisit() { actor }: Visit,
  ): Promise<SeeOther | ShownPage> {
    return submit(AgreementForm, typed, {
      do: async (form) => {
        await this.revise.execute(id, termsIn(form), actor);
        return seeOther(`${LIST}/${id}`, 'rettet');
      },
      again: (faults) => this.revisedAgain(id, actor, typed, faults),
      at: refusalsOfTerms,
    });
  }

  @Post(':id/underskrift')
  @StaffPage()
  sign(
    @Id() id: string,
    @FormBody() typed: Typed,
    @StaffVisit() visit: Visit,
  ): Promise<SeeOther | ShownPage> {
    const back = this.again(id, 'underskrift', typed, visit);
    return submit(SignForm, typed, {
      do: async ({ part }) => {
        const { agreement: read } = await this.desk.execute(id, visit.actor);
        const stale = staleForm(typed, markOfTerms(read), w.termsChanged, back.again);
        if (stale) throw stale;
        const agreement = await this.signing.execute(id, part, visit.actor);
        return seeOther(`${LIST}/${id}`, agreement.state === 'signed' ? 'alle' : 'underskrevet');
      },
      ...back,
      at: { 'shift.overlap': said({ da: w, en: w }, ({ clash }) => clash) },
    });
  }

  @Post(':id/opfoelgningsplan')
  @StaffPage()
  plan(
    @Id() id: string,
    @FormBody() typed: Typed,
    @StaffVisit() visit: Visit,
  ): Promise<SeeOther | ShownPage> {
    return submit(NothingToFillIn, typed, {
      do: async () => {
        await this.followUps.execute(id, 'usual', visit.actor);
        return seeOther(`${LIST}/${id}`, 'opfoelgning');
      },
      ...this.again(id, 'plan', typed, visit),
    });
  }

  @Post(':id/opfoelgning')
  @StaffPage()
  followUp(
    @Id() id: string,
    @FormBody() typed: Typed,
    @StaffVisit() visit: Visit,
  ): Promise<SeeOther | ShownPage> {
    return submit(FollowUpForm, typed, {
      do: async ({ dag, om, note }) => {
        await this.followUps.execute(id, { on: dag, kind: om, ...(note && { note }) }, visit.actor);
        return seeOther(`${LIST}/${id}`, 'opfoelgning');
      },
      ...this.again(id, 'opfoelgning', typed, visit),
      at: { 'agreement.follow-up-in-past': 'dag' },
    });
  }

  @Post(':id/opfoelgning/:n')
  @StaffPage()
  async held(
    @Id() id: string,
    @Id('n') taskId: string,
    @FormBody() typed: Typed,
    @StaffVisit() visit: Visit,
  ): Promise<SeeOther | ShownPage> {
    const { followUps } = await this.desk.execute(id, visit.actor);
    const task = followUps.find((one) => one.id === taskId);
    // A colleague was first, or this is a second click.
    if (!task || task.doneAt) return seeOther(`${LIST}/${id}`, 'var-gjort');
    return submit(HeldForm, typed, {
      do: async ({ udfald }) => {
        await this.tasks.finish(task.id, udfald, visit.actor);
        return seeOther(`${LIST}/${id}`, 'holdt');
      },
      ...this.again(id, `holdt-${task.id}`, typed, visit),
    });
  }

  @Get(':id/slut')
  @StaffPage()
  async askToEnd(@Id() id: string, @StaffVisit() { actor }: Visit): Promise<SeeOther | ShownPage> {
    const desk = await this.desk.execute(id, actor);
    if (desk.agreement.state === 'ended') return seeOther(`${LIST}/${id}`, 'var-gjort');
    return this.endPage(id, actor);
  }

  @Post(':id/slut')
  @StaffPage()
  async end(
    @Id() id: string,
    @FormBody() typed: Typed,
    @StaffVisit() visit: Visit,
  ): Promise<SeeOther | ShownPage> {
    const { agreement } = await this.desk.execute(id, visit.actor);
    if (agreement.state === 'ended') return seeOther(`${LIST}/${id}`, 'var-gjort');
    return submit(EndForm, typed, {
      do: async ({ grund, laert, ved }) => {
        const input = { reason: grund, told: ved, ...(laert && { learnt: laert }) };
        await this.ending.execute(id, input, visit.actor);
        return seeOther(`${LIST}/${id}`, 'slut');
      },
      again: (faults) => this.endPage(id, visit.actor, typed, faults),
    });
  }

  private again(id: string, act: string, typed: Typed, visit: Visit) {
    return actOn(act, typed, (refused) => this.page(id, visit, refused));
  }

  private async page(id: string, { actor }: Visit, refused?: Refused, query: Asked = {}): Promise<ShownPage> {
    const desk = await this.desk.execute(id, actor);
    const before = readBefore(query);
    const told = await this.timeline.execute({ agreementId: id }, actor, {
      limit: TIMELINE_BESIDE,
      ...(before && { before }),
    });
    const timeline = timelineView(told, { path: `${LIST}/${id}`, before, now: desk.now });
    return agreementPage({
      title: w.tab,
      wide: true,
      contact: null,
      back: { href: LIST, label: placementWords.rooms.agreements },
      messages: w.said,
      ...agreementView(desk, timeline, refused),
    });
  }

  /** A new agreement belongs to a yes; without one the list of those that wait for it is shown. */
  private async newPage(query: Asked, actor: Actor): Promise<SeeOther | ShownPage> {
    const offerId = offerIn(query);
    if (offerId === undefined) return seeOther('/kommune/tilbud?vis=to-agree');
    const { offer, agreementId } = await this.offers.execute(offerId, actor);
    if (agreementId) return seeOther(`${LIST}/${agreementId}`);
    if (offer.state !== 'accepted') return seeOther(`/kommune/tilbud/${offerId}`);
    return this.formAgain(offerId, actor);
  }

  private async formAgain(offerId: string, actor: Actor, typed?: Typed, faults?: Faults): Promise<ShownPage> {
    const offer = await this.offers.execute(offerId, actor);
    const beginning = beginningOf(offer, offerId, addDays(localDateOf(offer.now), 1));
    return agreementFormPage({
      title: w.newTab,
      wide: true,
      contact: null,
      back: { href: `/kommune/tilbud/${offerId}`, label: placementWords.rooms.offers },
      ...agreementFormView(beginning, typed, faults),
    });
  }

  private async editPage(id: string, actor: Actor): Promise<SeeOther | ShownPage> {
    const { agreement } = await this.desk.execute(id, actor);
    if (agreement.state !== 'draft') return seeOther(`${LIST}/${id}`, 'var-gjort');
    return this.revisedAgain(id, actor);
  }

  private async revisedAgain(id: string, actor: Actor, typed?: Typed, faults?: Faults): Promise<ShownPage> {
    const { agreement, learntBefore } = await this.desk.execute(id, actor);
    return agreementFormPage({
      title: w.tab,
      wide: true,
      contact: null,
      back: { href: `${LIST}/${id}`, label: placementWords.rooms.agreements },
      ...agreementFormView(revisionOf(agreement, learntBefore), typed, faults),
    });
  }

  private async endPage(id: string, actor: Actor, typed?: Typed, faults?: Faults): Promise<ShownPage> {
    const desk = await this.desk.execute(id, actor);
    return endPage({
      title: w.endTab,
      contact: null,
      back: { href: `${LIST}/${id}`, label: placementWords.rooms.agreements },
      ...endView(desk, typed, faults),
    });
  }
}

function offerIn(query: Asked): string | undefined {
  const id = query['tilbud'];
  return typeof id === 'string' && isUuid.test(id) ? id.toLowerCase() : undefined;
}
