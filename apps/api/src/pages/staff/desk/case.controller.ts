import { Controller, Get, Post, Query } from '@nestjs/common';
import {
  acknowledgeActions,
  DomainError,
  escalationOutcomes,
  Temporal,
  type AcknowledgeAction,
  type EscalationOutcome,
} from '#domain';
import { Acknowledge, GiveBack, ResolveEscalation, ShowCase, ShowDesk, Snooze } from '#use-cases';
import { int, oneOf, text } from '../../../http/fields/index.js';
import { Id } from '../../../http/operation.js';
import { FormBody, readForm, typedText, type Typed } from '../../frame/form/index.js';
import { SAID, type SeeOther, type ShownPage } from '../../frame/page.js';
import { StaffPage, StaffVisit, type Visit } from '../staff-page.js';
import { casePath } from './case-taps.js';
import { caseView } from './case-view.js';
import { tapped } from './tapped.js';

class TakeForm {
  @oneOf(acknowledgeActions) jeg!: AcknowledgeAction;
}

class LaterForm {
  @int({ min: 5, max: 1440, example: 30 }) minutter!: number;
}

class CloseForm {
  @oneOf(escalationOutcomes) udfald!: EscalationOutcome;
  @text({ max: 2000, multiline: true, optional: true, example: 'Vækkeuret var slukket' }) note?: string;
  @text({ max: 2000, multiline: true, optional: true, example: 'Ring kl. 7' }) naeste?: string;
}

/** Somebody who has not been seen: the case with its whole history, and what one does about it. */
@Controller('kommune/sager/:id')
export class CaseController {
  constructor(
    readonly cases: ShowCase,
    readonly desk: ShowDesk,
    private readonly acknowledge: Acknowledge,
    private readonly giveBack: GiveBack,
    private readonly snooze: Snooze,
    private readonly resolve: ResolveEscalation,
  ) {}

  @Get()
  @StaffPage()
  async show(
    @Id() id: string,
    @Query(SAID) said: unknown,
    @StaffVisit() { actor }: Visit,
  ): Promise<ShownPage> {
    return caseView(await this.cases.execute(id, actor), actor.staffId, undefined, said);
  }

  /** One tap. Who comes second sees who was first, and is told of no error. */
  @Post('tag')
  @StaffPage()
  take(
    @Id() id: string,
    @FormBody() typed: Typed,
    @StaffVisit() { actor }: Visit,
  ): Promise<SeeOther | ShownPage> {
    const takeOver = typedText(typed, 'overtag') === 'ja';
    return tapped(this, this.tap(id, 'tag', typed, actor), async () => {
      const { jeg } = readForm(TakeForm, typed);
      try {
        await this.acknowledge.execute(id, jeg, actor, { takeOver });
        return undefined;
      } catch (error) {
        if (error instanceof DomainError && error.code === 'escalation.taken') return 'allerede-taget';
        throw error;
      }
    });
  }

  @Post('giv-videre')
  @StaffPage()
  pass(
    @Id() id: string,
    @FormBody() typed: Typed,
    @StaffVisit() { actor }: Visit,
  ): Promise<SeeOther | ShownPage> {
    return tapped(this, this.tap(id, 'giv-videre', typed, actor), async () => {
      await this.giveBack.execute(id, actor);
      return 'givet-videre';
    });
  }

  @Post('vent')
  @StaffPage()
  later(
    @Id() id: string,
    @FormBody() typed: Typed,
    @StaffVisit() { actor }: Visit,
  ): Promise<SeeOther | ShownPage> {
    return tapped(this, this.tap(id, 'vent', typed, actor), async () => {
      const { minutter: minutes } = readForm(LaterForm, typed);
      await this.snooze.execute(id, Temporal.Now.instant().add({ minutes }), actor);
      return 'lagt-til-side';
    });
  }

  @Post('luk')
  @StaffPage()
  close(
    @Id() id: string,
    @FormBody() typed: Typed,
    @StaffVisit() { actor }: Visit,
  ): Promise<SeeOther | ShownPage> {
    return tapped(this, this.tap(id, 'luk', typed, actor), async () => {
      const { udfald: outcome, note, naeste: nextTime } = readForm(CloseForm, typed);
      await this.resolve.execute(
        id,
        { outcome, ...(note && { note }), ...(nextTime && { nextTime }) },
        actor,
      );
      return 'lukket';
    });
  }

  private tap(id: string, what: string, typed: Typed, actor: Visit['actor']) {
    return { typed, actor, action: `${casePath(id)}/${what}`, about: `escalation:${id}` };
  }
}
