import { Controller, Get, Post, Req } from '@nestjs/common';
import {
  absenceSpans,
  laterMinutes,
  shiftAnswers,
  type AbsenceSpan,
  type Actor,
  type LaterMinutes,
  type ShiftAnswer,
} from '#domain';
import { AnswerMyShift, ShowMyHours, ShowMyPage, ShowMyShifts, type ShiftView } from '#use-cases';
import type { FastifyRequest } from 'fastify';
import { oneOf } from '../../../http/fields/index.js';
import { Id } from '../../../http/operation.js';
import { CurrentActor, Roles } from '../../../http/roles.js';
import { FormBody, readForm, type Typed } from '../../frame/form/index.js';
import { Page } from '../../frame/html-page.js';
import { seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { citizenMyShiftsWords } from '../../words/citizen-my-shifts.js';
import { chosenLanguage } from '../../chosen-language.js';
import { shiftPageOf } from '../shift-view.js';
import { myHoursOf } from './my-hours-view.js';
import { myPageOf } from './my-page-view.js';
import { myShiftsOf } from './my-shifts-view.js';
import { contactName } from './whose-page.js';

class MyShiftForm {
  @oneOf(shiftAnswers) answer!: ShiftAnswer;
  @oneOf(laterMinutes, { optional: true }) minutes?: LaterMinutes;
  @oneOf(absenceSpans, { optional: true }) span?: AbsenceSpan;
}

/** What comes: the next thing, the shifts with their buttons, and the hours. */
@Controller('min-side')
export class MyDaysController {
  constructor(
    private readonly showPage: ShowMyPage,
    private readonly shifts: ShowMyShifts,
    private readonly answerShift: AnswerMyShift,
    private readonly showHours: ShowMyHours,
  ) {}

  @Get()
  @Roles('citizen')
  @Page()
  async start(@CurrentActor() actor: Actor, @Req() { visitor }: FastifyRequest): Promise<ShownPage> {
    return myPageOf(await this.showPage.execute(actor, chosenLanguage(visitor)));
  }

  @Get('vagter')
  @Roles('citizen')
  @Page()
  async list(@CurrentActor() actor: Actor, @Req() { visitor }: FastifyRequest): Promise<ShownPage> {
    const mine = await this.shifts.list(actor, chosenLanguage(visitor));
    return myShiftsOf(mine, contactName(visitor, mine.language));
  }

  @Get('vagter/:id')
  @Roles('citizen')
  @Page()
  async show(
    @Id() id: string,
    @CurrentActor() actor: Actor,
    @Req() { visitor }: FastifyRequest,
  ): Promise<ShownPage> {
    return pageOf(await this.shifts.show(id, actor, chosenLanguage(visitor)), false);
  }

  @Post('vagter/:id')
  @Roles('citizen')
  @Page()
  async answer(
    @Id() id: string,
    @CurrentActor() actor: Actor,
    @FormBody() typed: Typed,
    @Req() { visitor }: FastifyRequest,
  ): Promise<ShownPage | SeeOther> {
    const { answer, minutes, span } = readForm(MyShiftForm, typed);
    const input = { answer, ...(minutes && { minutes }), ...(span && { span }) };
    const { changed, shift } = await this.answerShift.press(id, input, actor, chosenLanguage(visitor));
    // The button is still there, so what was pressed was not kept: whoever pressed must hear so.
    const isLost = !changed && shift.answers.includes(answer);
    return isLost ? pageOf(shift, true) : seeOther(`/min-side/vagter/${id}`);
  }

  @Get('timer')
  @Roles('citizen')
  @Page()
  async hours(@CurrentActor() actor: Actor, @Req() { visitor }: FastifyRequest): Promise<ShownPage> {
    const mine = await this.showHours.execute(actor, chosenLanguage(visitor));
    return myHoursOf(mine, contactName(visitor, mine.language));
  }
}

function pageOf(shift: ShiftView, notSaved: boolean): ShownPage {
  const back = { href: '/min-side/vagter', label: citizenMyShiftsWords[shift.language].listTitle };
  return shiftPageOf(shift, true, { firstName: '', back, notSaved });
}
