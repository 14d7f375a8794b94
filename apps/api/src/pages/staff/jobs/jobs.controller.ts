import { Controller, Get, Query } from '@nestjs/common';
import { SmallJobDesk } from '#use-cases';
import type { ShownPage } from '../../frame/page.js';
import { jobsWords as w } from '../../words/desk-jobs.js';
import { listPage, listState } from '../list/list-state.js';
import { StaffPage, StaffVisit, type Visit } from '../staff-page.js';
import { filterOf, jobChoices, jobsPage, jobsView } from './jobs-view.js';

/** All small jobs, as lists to work through. */
@Controller('kommune/job')
export class JobsController {
  constructor(private readonly desk: SmallJobDesk) {}

  @Get()
  @StaffPage()
  async list(
    @Query() query: Readonly<Record<string, unknown>>,
    @StaffVisit() { actor }: Visit,
  ): Promise<ShownPage> {
    const choices = jobChoices(await this.desk.choices(actor));
    const state = listState(choices, query);
    const found = await this.desk.list(filterOf(state), listPage(state), actor);
    return jobsPage({ title: w.tab, wide: true, ...jobsView(choices, state, found) });
  }
}
