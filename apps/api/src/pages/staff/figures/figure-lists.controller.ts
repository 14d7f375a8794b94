import { Controller, Get, Query } from '@nestjs/common';
import {
  FORGOTTEN_DAYS,
  ListPeopleWithHours,
  ListWaiting,
  ReportAttendance,
  ReportContactChanges,
  ReportLateness,
  ReportPlacements,
  ReportRules,
  ShowForgotten,
  type HoursView,
} from '#use-cases';
import type { ShownPage } from '../../frame/page.js';
import { figureLists } from '../../words/desk-figures.js';
import { listState, type ListChoices } from '../list/list-state.js';
import { LeaderPage, StaffVisit, type Visit } from '../staff-page.js';
import { attendanceList, placementsList, rulesList } from './count-lists.js';
import { casesList, changesList, forgottenList, hoursList, waitingList } from './people-lists.js';

type Asked = Record<string, unknown>;

const ROWS = 50;
const choicesOf = (path: string, views: Readonly<Record<string, string>>): ListChoices => ({
  path: `/kommune/tal/${path}`,
  views,
  filters: [],
  sorts: {},
});
const hoursChoices = choicesOf('loentimer', figureLists.hours.views);
const waitingChoices = choicesOf('venter', figureLists.waiting.views);
const shows: Readonly<Record<string, HoursView>> = {
  nu: 'now',
  naaet: 'reached',
  paavej: 'coming',
  under: 'below',
  uloennet: 'unpaid',
};

/** The lists behind the figures. */
@Controller('kommune/tal')
export class FigureListsController {
  constructor(
    private readonly people: ListPeopleWithHours,
    private readonly waiting: ListWaiting,
    private readonly forgotten: ShowForgotten,
    private readonly changes: ReportContactChanges,
    private readonly lateness: ReportLateness,
    private readonly placements: ReportPlacements,
    private readonly rules: ReportRules,
    private readonly attendance: ReportAttendance,
  ) {}

  @Get('loentimer')
  @LeaderPage()
  async ofHours(@Query() query: Asked, @StaffVisit() { actor }: Visit): Promise<ShownPage> {
    const state = listState(hoursChoices, query);
    const asked = { show: shows[state.view], after: state.after, limit: ROWS };
    return hoursList(await this.people.execute(asked, actor), hoursChoices, state);
  }

  @Get('venter')
  @LeaderPage()
  async ofWaiting(@Query() query: Asked, @StaffVisit() { actor }: Visit): Promise<ShownPage> {
    const state = listState(waitingChoices, query);
    const asked = { onlyForgotten: state.view === 'glemte', after: state.after, limit: ROWS };
    return waitingList(await this.waiting.execute(asked, actor), waitingChoices, state);
  }

  @Get('glemte')
  @LeaderPage()
  async ofForgotten(@StaffVisit() { actor }: Visit): Promise<ShownPage> {
    return forgottenList(await this.forgotten.execute({ days: FORGOTTEN_DAYS }, actor));
  }

  @Get('kontaktskift')
  @LeaderPage()
  async ofChanges(@StaffVisit() { actor }: Visit): Promise<ShownPage> {
    return changesList(await this.changes.execute({}, actor));
  }

  @Get('sager')
  @LeaderPage()
  async ofCases(@StaffVisit() { actor }: Visit): Promise<ShownPage> {
    return casesList(await this.lateness.execute(actor));
  }

  @Get('regler')
  @LeaderPage()
  async ofRules(@StaffVisit() { actor }: Visit): Promise<ShownPage> {
    return rulesList(await this.rules.execute(actor));
  }

  @Get('uloennet')
  @LeaderPage()
  async ofPlacements(@StaffVisit() { actor }: Visit): Promise<ShownPage> {
    return placementsList(await this.placements.execute(actor));
  }

  @Get('fremmoede')
  @LeaderPage()
  async ofAttendance(@StaffVisit() { actor }: Visit): Promise<ShownPage> {
    return attendanceList(await this.attendance.execute({}, actor));
  }
}
