import { Controller, Get, Post, Query } from '@nestjs/common';
import { DomainError } from '#domain';
import { RankingBoard, SmallJobRecords, WhatIf, WhyNot, type Board, type WhyNotAnswer } from '#use-cases';
import { text } from '../../../http/fields/index.js';
import { Calculates } from '../../../http/idempotency.interceptor.js';
import { Id } from '../../../http/operation.js';
import { FormBody, noFaults, press, readForm, type Faults, type Typed } from '../../frame/form/index.js';
import { type SeeOther, type ShownFragment, type ShownPage } from '../../frame/page.js';
import { jobsWords } from '../../words/desk-jobs.js';
import { rankingWords as w } from '../../words/desk-ranking.js';
import { StaffPage, StaffVisit, type Visit } from '../staff-page.js';
import { jobPath, readRankingState, type RankingState } from './addresses.js';
import { HandlesForm, moved, queryOf } from './handles.js';
import { notNowView } from './not-now-view.js';
import { rankingPage, rankingView } from './ranking-view.js';
import { impossibleThen, thenFragment, thenView, type ThenView } from './then-view.js';

class NameForm {
  @text({ min: 2, max: 100, example: 'Karin' }) navn!: string;
}

type TypedQuery = Readonly<Record<string, unknown>>;

/** What beside the list is asked for. */
interface Beside {
  whyNot?: WhyNotAnswer;
  typed?: Typed;
  faults?: Faults;
}

/** *Rangliste*: who fits a job, why, what would change it, and from there to a proposal. */
@Controller('kommune/job/:id/rangliste')
export class RankingController {
  constructor(
    private readonly board: RankingBoard,
    private readonly whatIf: WhatIf,
    private readonly whyNot: WhyNot,
    private readonly smallJobs: SmallJobRecords,
  ) {}

  @Get()
  @StaffPage()
  show(
    @Id() id: string,
    @Query() query: TypedQuery,
    @StaffVisit() visit: Visit,
  ): Promise<SeeOther | ShownPage> {
    return this.shown(id, query, visit, {});
  }

  /** While somebody drags: only the list as it would be. Nothing is kept, and nothing is repeated. */
  @Post('hvad-nu-hvis')
  @Calculates()
  @StaffPage()
  async live(@Id() id: string, @FormBody() typed: Typed, @StaffVisit() visit: Visit): Promise<ShownFragment> {
    return thenFragment(await this.thenOf(id, readForm(HandlesForm, typed), readRankingState(typed), visit));
  }

  /** By a form and not by an address: a name does not belong in the history of a browser. */
  @Post('ikke-lige-nu')
  @Calculates()
  @StaffPage()
  find(
    @Id() id: string,
    @FormBody() typed: Typed,
    @StaffVisit() visit: Visit,
  ): Promise<SeeOther | ShownPage> {
    return press({
      do: async () => {
        const { navn } = readForm(NameForm, typed);
        const whyNot = await this.whyNot.execute(id, navn, visit.actor);
        return this.shown(id, typed, visit, { whyNot, typed });
      },
      again: (faults) => this.shown(id, typed, visit, { typed, faults }),
    });
  }

  private async shown(
    id: string,
    query: TypedQuery,
    visit: Visit,
    { whyNot, typed = {}, faults = noFaults }: Beside,
  ): Promise<ShownPage> {
    const state = readRankingState(query);
    const form = handlesIn(query);
    const board: Board = await this.board.execute(id, state, visit.actor);
    const isAsked = Object.keys(moved(form, board.smallJob)).length > 0;
    const then = isAsked ? await this.thenOf(id, form, state, visit) : null;
    const notNow = notNowView(board, state, whyNot ?? null, typed, faults);
    const compareFault = query['sammenlign'] === 'to' ? w.tickTwo : '';
    return rankingPage({
      title: w.tab,
      wide: true,
      back: { href: jobPath(id), label: board.smallJob.title },
      messages: {
        opslaaet: jobsWords.said.opslaaet,
        foreslaaet: w.proposed,
        spurgt: w.asked,
        paalisten: w.askedByList,
        kollega: w.askSent,
        svaret: w.answered,
      },
      ...rankingView({ board, state, form, then, notNow, me: visit.actor.staffId, compareFault }),
    });
  }

  private async thenOf(
    id: string,
    form: HandlesForm,
    { scope, limit }: RankingState,
    { actor }: Visit,
  ): Promise<ThenView> {
    const { smallJob } = await this.smallJobs.show(id, actor);
    const wished = moved(form, smallJob);
    try {
      const answer = await this.whatIf.execute(id, { scope, limit, wished }, actor);
      return thenView(answer, smallJob, queryOf(wished));
    } catch (error) {
      if (isNoWeek(error)) return impossibleThen(w.notPossible);
      throw error;
    }
  }
}

/** Hours that no job may have, tried on a handle: said beside the list, and no page of faults. */
const NO_WEEK = new Set([
  'small-job.hours-not-possible',
  'small-job.too-many-hours',
  'small-job.shifts-overlap',
  'small-job.shift-ends-before-start',
  'small-job.break-too-long',
]);
const isNoWeek = (error: unknown): boolean => error instanceof DomainError && NO_WEEK.has(error.code);

/** What an address says of the handles; what it does not know is as the job is. */
function handlesIn(query: TypedQuery): HandlesForm {
  const texts = Object.entries(query).filter((each): each is [string, string] => typeof each[1] === 'string');
  try {
    return readForm(HandlesForm, Object.fromEntries(texts));
  } catch {
    return new HandlesForm();
  }
}
