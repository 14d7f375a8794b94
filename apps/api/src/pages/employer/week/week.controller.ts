import { Controller, Get, Post, Query, Req } from '@nestjs/common';
import type { Actor, Language } from '#domain';
import { localDateOf, Temporal } from '#domain';
import { CheckIn, CompanyShifts, ExpectLater, SayNotHere, SayWellDone, ShiftRecords } from '#use-cases';
import type { FastifyRequest } from 'fastify';
import { Id } from '../../../http/operation.js';
import { CurrentActor, Roles } from '../../../http/roles.js';
import { FormBody, submit, typedText, type Faults, type Typed } from '../../frame/form/index.js';
import { Page } from '../../frame/html-page.js';
import { seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { shiftWords } from '../../words/employer-week.js';
import { answerShift, refusalsOfTaps, ShiftAnswerForm, tapFaults } from './shift-answer.js';
import { weekPage, weekView } from './week-view.js';
import { readWeek, type NamedWeek } from './week-of-year.js';

/** *Ugen*: a row per shift with four buttons. After a tap the row tells what happened. */
@Controller('firma/uge')
export class WeekController {
  constructor(
    private readonly shifts: CompanyShifts,
    private readonly records: ShiftRecords,
    private readonly checkIn: CheckIn,
    private readonly expectLater: ExpectLater,
    private readonly sayNotHere: SayNotHere,
    private readonly sayWellDone: SayWellDone,
  ) {}

  @Get()
  @Roles('employer')
  @Page()
  week(
    @CurrentActor() actor: Actor,
    @Query('uge') week: unknown,
    @Req() { visitor }: FastifyRequest,
  ): Promise<ShownPage> {
    return this.show(actor, weekIn(week), visitor!.language);
  }

  @Post(':id')
  @Roles('employer')
  @Page()
  async tap(
    @Id() id: string,
    @CurrentActor() actor: Actor,
    @FormBody() typed: Typed,
    @Req() { visitor }: FastifyRequest,
  ): Promise<SeeOther | ShownPage> {
    const { shift } = await this.records.show(id, actor);
    const week = weekIn(typedText(typed, 'uge'));
    const { checkIn, expectLater, sayNotHere, sayWellDone } = this;
    const useCases = { checkIn, expectLater, sayNotHere, sayWellDone };
    return submit(ShiftAnswerForm, typed, {
      do: async (fields) => {
        await answerShift(useCases, id, fields, actor);
        return seeOther(
          fields.from === 'overview' ? `/firma#vagt-${id}` : `/firma/uge?uge=${week.key}#vagt-${id}`,
        );
      },
      again: (faults) => this.show(actor, week, visitor!.language, { id, typed, faults }),
      at: refusalsOfTaps(shift.end),
    });
  }

  private async show(
    actor: Actor,
    week: NamedWeek,
    language: Language,
    wrong?: { id: string; typed: Typed; faults: Faults },
  ): Promise<ShownPage> {
    const { shifts, now } = await this.shifts.between(actor.companyId ?? '', week, actor);
    const w = shiftWords[language];
    const shown = wrong
      ? tapFaults(wrong.id, wrong.typed, wrong.faults, language, w)
      : { errors: null, fault: undefined };
    return weekPage({
      title: w.tab,
      wide: true,
      ...weekView({ week, shifts, now, language, ...shown }),
    });
  }
}

/** Today's week when nothing else is asked for; the clock of the process is near enough for a calendar. */
const weekIn = (text: unknown): NamedWeek =>
  readWeek(typeof text === 'string' ? text : undefined, localDateOf(Temporal.Now.instant()));
