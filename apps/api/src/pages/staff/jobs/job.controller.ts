import { Controller, Get, Post, Query } from '@nestjs/common';
import { localDateOf, refuseUnless } from '#domain';
import {
  AskOwner,
  CloseSmallJob,
  CoverContact,
  HandOverContact,
  PauseSmallJob,
  PublishSmallJob,
  ResumeSmallJob,
  ShowJobDesk,
  Timeline,
} from '#use-cases';
import { Id } from '../../../http/operation.js';
import {
  FormBody,
  noFaults,
  press,
  submit,
  type Faults,
  type FieldsOfRefusals,
  type Typed,
} from '../../frame/form/index.js';
import { seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { jobsWords as w } from '../../words/desk-jobs.js';
import { jobPath, rankingPath } from '../ranking/addresses.js';
import { StaffPage, StaffVisit, type Visit } from '../staff-page.js';
import { readBefore, timelineView } from '../timeline/timeline-view.js';
import { CloseForm } from './acts-view.js';
import { CoverForm, HandoverForm } from './contact-view.js';
import { jobPage, jobView } from './job-view.js';

const stale = { field: '', text: { da: w.stale, en: w.stale } };
const refusals: FieldsOfRefusals = {
  'small-job.wrong-state': stale,
  'small-job.start-in-past': { field: '', text: { da: w.startFirst, en: w.startFirst } },
  'contact.same-person': 'til',
  'contact.cover-overlaps': 'fra',
  'contact.cover-invalid': 'tilOgMed',
};

/** Fewer than on a citizen's page: most of what happens at a job is its shifts. */
const LINES = 12;

/** One job: what it is, who is on it, whom to call, and what happens with it next. */
@Controller('kommune/job/:id')
export class JobController {
  constructor(
    private readonly desk: ShowJobDesk,
    private readonly timeline: Timeline,
    private readonly publish: PublishSmallJob,
    private readonly pause: PauseSmallJob,
    private readonly resume: ResumeSmallJob,
    private readonly close: CloseSmallJob,
    private readonly askOwner: AskOwner,
    private readonly handOver: HandOverContact,
    private readonly cover: CoverContact,
  ) {}

  @Get()
  @StaffPage()
  show(
    @Id() id: string,
    @Query() query: Readonly<Record<string, unknown>>,
    @StaffVisit() visit: Visit,
  ): Promise<ShownPage> {
    return this.shown(id, visit, query);
  }

  @Post('slaa-op')
  @StaffPage()
  publishNow(@Id() id: string, @StaffVisit() visit: Visit): Promise<SeeOther | ShownPage> {
    return this.pressed(id, visit, async () => {
      const { smallJob, now } = await this.desk.execute(id, visit.actor);
      refuseUnless(smallJob.startDate >= localDateOf(now), 'small-job.start-in-past');
      await this.publish.execute(id, visit.actor);
      return seeOther(rankingPath(id), 'opslaaet');
    });
  }

  @Post('pause')
  @StaffPage()
  pauseNow(@Id() id: string, @StaffVisit() visit: Visit): Promise<SeeOther | ShownPage> {
    return this.pressed(id, visit, async () => {
      await this.pause.execute(id, visit.actor);
      return seeOther(jobPath(id), 'pause');
    });
  }

  @Post('aabn')
  @StaffPage()
  open(@Id() id: string, @StaffVisit() visit: Visit): Promise<SeeOther | ShownPage> {
    return this.pressed(id, visit, async () => {
      await this.resume.execute(id, visit.actor);
      return seeOther(jobPath(id), 'aabnet');
    });
  }

  @Post('spoerg-ejer')
  @StaffPage()
  ask(@Id() id: string, @StaffVisit() visit: Visit): Promise<SeeOther | ShownPage> {
    return this.pressed(id, visit, async () => {
      await this.askOwner.execute(id, visit.actor);
      return seeOther(jobPath(id), 'spurgt');
    });
  }

  @Post('luk')
  @StaffPage()
  closeNow(
    @Id() id: string,
    @FormBody() typed: Typed,
    @StaffVisit() visit: Visit,
  ): Promise<SeeOther | ShownPage> {
    return submit(CloseForm, typed, {
      do: async ({ grund, ord }) => {
        const reason = ord === undefined ? w.closeReasons[grund] : `${w.closeReasons[grund]}. ${ord}`;
        await this.close.execute(id, reason, visit.actor);
        return seeOther(jobPath(id), 'lukket');
      },
      again: (faults) => this.shown(id, visit, {}, typed, faults),
      at: refusals,
    });
  }

  @Post('kontakt')
  @StaffPage()
  handOverTo(
    @Id() id: string,
    @FormBody() typed: Typed,
    @StaffVisit() visit: Visit,
  ): Promise<SeeOther | ShownPage> {
    return submit(HandoverForm, typed, {
      do: async ({ til: toId, hvorfor, note }) => {
        const { fixedContact } = await this.desk.execute(id, visit.actor);
        refuseUnless(fixedContact === null || hvorfor !== undefined, 'contact.reason-needed');
        const reason = fixedContact === null ? 'first' : (hvorfor ?? 'other');
        await this.handOver.execute(id, { toId, reason, note: note ?? null }, visit.actor);
        return seeOther(jobPath(id), 'skiftet');
      },
      again: (faults) => this.shown(id, visit, {}, typed, faults),
      at: { ...refusals, 'contact.reason-needed': 'hvorfor' },
    });
  }

  @Post('vikar')
  @StaffPage()
  coverBy(
    @Id() id: string,
    @FormBody() typed: Typed,
    @StaffVisit() visit: Visit,
  ): Promise<SeeOther | ShownPage> {
    return submit(CoverForm, typed, {
      do: async ({ vikar: byId, fra: from, tilOgMed: to }) => {
        await this.cover.execute(id, { byId, from, to }, visit.actor);
        return seeOther(jobPath(id), 'vikar');
      },
      again: (faults) => this.shown(id, visit, {}, typed, faults),
      at: { ...refusals, 'contact.same-person': 'vikar' },
    });
  }

  private pressed(id: string, visit: Visit, does: () => Promise<SeeOther>): Promise<SeeOther | ShownPage> {
    return press({ do: does, again: (faults) => this.shown(id, visit, {}, {}, faults), at: refusals });
  }

  private async shown(
    id: string,
    { actor }: Visit,
    query: Readonly<Record<string, unknown>>,
    typed: Typed = {},
    faults: Faults = noFaults,
  ): Promise<ShownPage> {
    const desk = await this.desk.execute(id, actor);
    const before = readBefore(query);
    const told = await this.timeline.execute({ smallJobId: id }, actor, {
      limit: LINES,
      ...(before && { before }),
    });
    const timeline = timelineView(told, { path: jobPath(id), before, now: desk.now, naming: true });
    return jobPage({
      title: w.tab,
      wide: true,
      back: { href: '/kommune/job', label: w.back },
      messages: w.said,
      ...jobView({ desk, timeline, typed, faults }),
    });
  }
}
