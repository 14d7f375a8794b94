import { Controller, Get, Post, Query } from '@nestjs/common';
import { DomainError, localTimeOf, timeInWords, type Actor } from '#domain';
import { CitizenList, FittingJobs, MakeCodeForCitizen, ShowCitizenDesk, TaskRecords } from '#use-cases';
import { text } from '../../../http/fields/index.js';
import { AnswersSecret } from '../../../http/idempotency.interceptor.js';
import { Id } from '../../../http/operation.js';
import { FormBody, press, submit, type Typed } from '../../frame/form/index.js';
import { page, seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { citizensWords as w } from '../../words/desk-citizens.js';
import { listPage, listState } from '../list/list-state.js';
import { actOn } from '../placement/act-on.js';
import type { Refused } from '../placement/act-view.js';
import { StaffPage, StaffVisit, type Asked, type Visit } from '../staff-page.js';
import { readBefore, TIMELINE_LINES } from '../timeline/timeline-view.js';
import { citizenPage, citizenView, pathOf } from './citizen-view.js';
import { askedOf, citizenChoices, citizensPage, citizensView } from './citizens-view.js';

const LIST = '/kommune/borgere';
const JOBS_SHOWN = 5;

class DoneForm {
  @text({ max: 2000, multiline: true, example: 'Talte med Jonas; alt er i orden' }) udfald!: string;
}

interface CodeView {
  heading: string;
  text: string;
  /** Six digits in two groups; empty when it was shown before. */
  code: string;
  until: string;
}

const codePage = page<CodeView>('staff/citizens/code');

/** *Borgere*: the list, and the page of each. */
@Controller('kommune/borgere')
export class StaffCitizensController {
  constructor(
    private readonly citizens: CitizenList,
    private readonly desk: ShowCitizenDesk,
    private readonly fitting: FittingJobs,
    private readonly makeCode: MakeCodeForCitizen,
    private readonly tasks: TaskRecords,
  ) {}

  @Get()
  @StaffPage()
  async list(@Query() query: Asked, @StaffVisit() { actor }: Visit): Promise<ShownPage> {
    const state = listState(citizenChoices(await this.citizens.brokers(actor)), query);
    const asked = listPage(state);
    const found = await this.citizens.execute(askedOf(state), asked, actor);
    return citizensPage({ title: w.tab, wide: true, ...citizensView(found, state) });
  }

  @Get(':id')
  @StaffPage()
  show(@Id() id: string, @Query() query: Asked, @StaffVisit() { actor }: Visit): Promise<ShownPage> {
    return this.page(id, actor, query);
  }

  @Post(':id/opgaver/:taskId')
  @StaffPage()
  done(
    @Id() id: string,
    @Id('taskId') taskId: string,
    @FormBody() typed: Typed,
    @StaffVisit() { actor }: Visit,
  ): Promise<SeeOther | ShownPage> {
    return submit(DoneForm, typed, {
      do: async ({ udfald }) => {
        await this.tasks.finish(taskId, udfald, actor);
        return seeOther(pathOf(id), 'gjort');
      },
      ...actOn(taskId, typed, (refused) => this.page(id, actor, {}, refused)),
    });
  }

  /** Answers with the page itself: the code is shown this once and stands in no address. */
  @Post(':id/kode')
  @AnswersSecret()
  @StaffPage()
  code(@Id() id: string, @StaffVisit() { actor }: Visit): Promise<SeeOther | ShownPage> {
    return press({
      do: async () => {
        const { citizen } = await this.desk.questions(id, actor);
        const { code, expiresAt } = await this.makeCode.execute(id, actor);
        return codePage({
          title: w.codeHeading,
          back: { href: pathOf(id), label: citizen.name },
          heading: w.codeHeading,
          text: w.codeText(citizen.name),
          code: `${code.slice(0, 3)} ${code.slice(3)}`,
          until: w.codeUntil(timeInWords(localTimeOf(expiresAt))),
        });
      },
      again: () => this.page(id, actor, {}),
    });
  }

  private async page(id: string, actor: Actor, query: Asked, refused?: Refused): Promise<ShownPage> {
    const before = readBefore(query);
    const desk = await this.desk.execute(id, { lines: TIMELINE_LINES, ...(before && { before }) }, actor);
    const jobs = await this.jobsFor(id, actor);
    return citizenPage({
      title: w.tab,
      wide: true,
      contact: null,
      back: { href: LIST, label: w.back },
      messages: w.said,
      ...citizenView(desk, { jobs, before, refused }),
    });
  }

  /** Without a ranking the page is still the page: everything else on it stands. */
  private async jobsFor(id: string, actor: Actor) {
    try {
      const jobs = await this.fitting.execute(id, { limit: JOBS_SHOWN }, actor);
      return jobs.map(({ smallJob, company, score, why }) => ({
        id: smallJob.id,
        title: smallJob.title,
        company,
        points: String(Math.round(score / 100)),
        why,
      }));
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'unavailable') return [];
      throw error;
    }
  }
}
