import { Controller, Get, Post, Query } from '@nestjs/common';
import { CheckIn, CompanyShifts, ExpectLater, SayNotHere, SayWellDone, ShiftRecords } from '#use-cases';
import { Id } from '../../../http/operation.js';
import { FormBody, submit, typedText, type Faults, type Typed } from '../../frame/form/index.js';
import { seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { shiftWords } from '../../words/employer-week.js';
import { EmployerPage, Visit, type CompanyVisit } from '../employer-page.js';
import { answerShift, refusalsOfTaps, ShiftAnswerForm, tapFaults } from './shift-answer.js';
import { weekPage, weekView } from './week-view.js';
import { readWeek, weekOf, type NamedWeek } from './week-of-year.js';

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
  @EmployerPage()
  week(@Query('uge') week: unknown, @Visit() visit: CompanyVisit): Promise<ShownPage> {
    return this.show(visit, readWeek(week));
  }

  @Post(':id')
  @EmployerPage()
  async tap(
    @Id() id: string,
    @FormBody() typed: Typed,
    @Visit() visit: CompanyVisit,
  ): Promise<SeeOther | ShownPage> {
    const { shift } = await this.records.show(id, visit.actor);
    const week = readWeek(typedText(typed, 'uge'));
    const address = week ? `/firma/uge?uge=${week.key}` : '/firma/uge';
    const { checkIn, expectLater, sayNotHere, sayWellDone } = this;
    const useCases = { checkIn, expectLater, sayNotHere, sayWellDone };
    return submit(ShiftAnswerForm, typed, {
      do: async (fields) => {
        await answerShift(useCases, id, fields, visit.actor);
        return seeOther(`${fields.from === 'overview' ? '/firma' : address}#vagt-${id}`);
      },
      again: (faults) => this.show(visit, week, { id, typed, faults }),
      at: refusalsOfTaps(shift.end),
    });
  }

  private async show(
    { companyId, actor, language }: CompanyVisit,
    asked: NamedWeek | undefined,
    wrong?: { id: string; typed: Typed; faults: Faults },
  ): Promise<ShownPage> {
    const { from, shifts, now } = await this.shifts.between(companyId, asked, actor);
    const w = shiftWords[language];
    const shown = wrong
      ? tapFaults(wrong.id, wrong.typed, wrong.faults, language, w)
      : { errors: null, fault: undefined };
    return weekPage({
      title: w.tab,
      wide: true,
      ...weekView({ week: weekOf(from), shifts, now, language, ...shown }),
    });
  }
}
