import { Controller, Get, Query } from '@nestjs/common';
import { WeekOfShifts } from '#use-cases';
import type { ShownPage } from '../../frame/page.js';
import { readWeek } from '../../employer/week/week-of-year.js';
import { weekWords as w } from '../../words/desk-week.js';
import { StaffPage, StaffVisit, type Visit } from '../staff-page.js';
import { deskWeekPage, weekView } from './week-view.js';

/** *Ugen*: a list for each day; on a wide screen the days stand beside each other under the hours. */
@Controller('kommune/uge')
export class DeskWeekController {
  constructor(private readonly weeks: WeekOfShifts) {}

  @Get()
  @StaffPage()
  async week(
    @Query('uge') week: unknown,
    @Query('hvis') whose: unknown,
    @StaffVisit() { actor }: Visit,
  ): Promise<ShownPage> {
    const scope = typeof whose === 'string' && Object.hasOwn(w.scopes, whose) ? whose : 'mine';
    const record = await this.weeks.show(readWeek(week)?.from, w.scopes[scope]!, actor);
    return deskWeekPage({ title: w.tab, wide: true, ...weekView(record, scope) });
  }
}
