import { Controller, Get, Query } from '@nestjs/common';
import { localDateOf, Temporal } from '#domain';
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
} from '#use-cases';
import type { ShownPage } from '../../frame/page.js';
import { capital } from '../../words/index.js';
import { figureLists } from '../../words/desk-figures.js';
import { listPage, listState, type ListChoices } from '../list/list-state.js';
import { LeaderPage, StaffVisit, type Visit } from '../staff-page.js';
import { attendanceList, placementsList, rulesList } from './count-lists.js';
import { monthInWords } from './figures-view.js';
import { casesList, changesList, forgottenList, hoursList, hoursViews, waitingList } from './people-lists.js';

type Asked = Record<string, unknown>;

const choicesOf = (path: string, views: Readonly<Record<string, string>>): ListChoices => ({
  path: `/kommune/tal/${path}`,
  views,
  filters: [],
  sorts: {},
});
const forgottenChoices = choicesOf('glemte', {});
const changesChoices = choicesOf('kontaktskift', {});
const waitingChoices = choicesOf('venter', figureLists.waiting.views);

const MONTHS_BACK = 12;
/** This month without asking, and those before it that a leader may be asked about. */
const hoursChoices = (now: Temporal.Instant): ListChoices => {
  const today = Temporal.PlainDate.from(localDateOf(now));
  const months = Array.from({ length: MONTHS_BACK }, (_, back) =>
    today
      .subtract({ months: back + 1 })
      .toString()
      .slice(0, 7),
  );
  const options = months.map((month) => ({
    value: month,
    label: `${capital(monthInWords(month))} ${month.slice(0, 4)}`,
  }));
  return {
    ...choicesOf('loentimer', figureLists.hours.views),
    filters: [{ name: 'maaned', label: figureLists.hours.month, options }],
  };
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
    const choices = hoursChoices(Temporal.Now.instant());
    const state = listState(choices, query);
    const { maaned: month } = state.filters;
    const asked = { show: hoursViews[state.view], month, ...listPage(state) };
    return hoursList(await this.people.execute(asked, actor), choices, state);
  }

  @Get('venter')
  @LeaderPage()
  async ofWaiting(@Query() query: Asked, @StaffVisit() { actor }: Visit): Promise<ShownPage> {
    const state = listState(waitingChoices, query);
    const asked = { onlyForgotten: state.view === 'glemte', ...listPage(state) };
    return waitingList(await this.waiting.execute(asked, actor), waitingChoices, state);
  }

  @Get('glemte')
  @LeaderPage()
  async ofForgotten(@Query() query: Asked, @StaffVisit() { actor }: Visit): Promise<ShownPage> {
    const state = listState(forgottenChoices, query);
    const asked = { days: FORGOTTEN_DAYS, page: listPage(state) };
    return forgottenList(await this.forgotten.execute(asked, actor), forgottenChoices, state);
  }

  @Get('kontaktskift')
  @LeaderPage()
  async ofChanges(@Query() query: Asked, @StaffVisit() { actor }: Visit): Promise<ShownPage> {
    const state = listState(changesChoices, query);
    return changesList(await this.changes.execute({}, actor, listPage(state)), changesChoices, state);
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
