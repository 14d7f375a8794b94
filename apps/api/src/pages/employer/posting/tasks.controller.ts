import { Controller, Get, Post } from '@nestjs/common';
import { firstName, phoneInWords } from '#domain';
import {
  CloseSmallJob,
  DuplicateSmallJob,
  PauseSmallJob,
  PostingDraftRecords,
  ResumeSmallJob,
  SmallJobRecords,
} from '#use-cases';
import { oneOf, text } from '../../../http/fields/index.js';
import { FormBody, noFaults, press, submit, type Faults, type Typed } from '../../frame/form/index.js';
import { seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { employerPostWords } from '../../words/employer-post.js';
import { EmployerPage, Visit, type CompanyVisit } from '../employer-page.js';
import { TaskId } from './draft-address.js';
import { listPage, listView } from './list-view.js';
import { nowPage, taskPage, taskPath, taskView } from './task-view.js';
import { draftPath } from './steps.js';

type CloseReason = keyof typeof employerPostWords.da.closeReasons;
const closeReasons = Object.keys(employerPostWords.da.closeReasons) as CloseReason[];
class CloseForm {
  @oneOf(closeReasons) reason!: CloseReason;
  @text({ max: 300, optional: true, example: 'Vi har bygget om' }) note?: string;
}

const EVERYTHING = { limit: 500 };

/** *Opgaver*: what the company has begun, what is out, and what can be done with each. */
@Controller('firma/opgaver')
export class TasksController {
  constructor(
    private readonly drafts: PostingDraftRecords,
    private readonly smallJobs: SmallJobRecords,
    private readonly pauseSmallJob: PauseSmallJob,
    private readonly resumeSmallJob: ResumeSmallJob,
    private readonly closeSmallJob: CloseSmallJob,
    private readonly duplicateSmallJob: DuplicateSmallJob,
  ) {}

  @Get()
  @EmployerPage()
  async list(@Visit() { actor, language }: CompanyVisit): Promise<ShownPage> {
    const drafts = await this.drafts.list({}, EVERYTHING, actor);
    const smallJobs = await this.smallJobs.list({}, EVERYTHING, actor);
    return listPage(listView(drafts.items, smallJobs.items, language));
  }

  @Get(':id')
  @EmployerPage()
  show(@TaskId() id: string, @Visit() visit: CompanyVisit): Promise<ShownPage> {
    return this.pageOf(id, visit);
  }

  @Get(':id/nu')
  @EmployerPage()
  async now(@TaskId() id: string, @Visit() { actor, language }: CompanyVisit): Promise<ShownPage> {
    const { smallJob, fixedContact } = await this.smallJobs.show(id, actor);
    const w = employerPostWords[language];
    const contact = fixedContact ? firstName(fixedContact) : '';
    const phone = fixedContact?.phone ? phoneInWords(fixedContact.phone) : '';
    return nowPage({
      title: w.nowTitle,
      heading: w.nowTitle,
      task: smallJob.title,
      label: w.nowLabel,
      lines: [w.now1(contact), w.now2, w.now3, w.now4],
      question: phone ? w.nowQuestion(contact, phone) : '',
      see: { href: taskPath(id), label: w.seeTask },
      all: w.allTasks,
      ...(fixedContact && { contact: { name: fixedContact.name, phone } }),
    });
  }

  @Post(':id/pause')
  @EmployerPage()
  pause(@TaskId() id: string, @Visit() visit: CompanyVisit): Promise<SeeOther | ShownPage> {
    return this.act(id, visit, async () => {
      await this.pauseSmallJob.execute(id, visit.actor);
      return seeOther(taskPath(id), 'pause');
    });
  }

  @Post(':id/genoptag')
  @EmployerPage()
  resume(@TaskId() id: string, @Visit() visit: CompanyVisit): Promise<SeeOther | ShownPage> {
    return this.act(id, visit, async () => {
      await this.resumeSmallJob.execute(id, visit.actor);
      return seeOther(taskPath(id), 'igen');
    });
  }

  @Post(':id/luk')
  @EmployerPage()
  close(
    @TaskId() id: string,
    @FormBody() typed: Typed,
    @Visit() visit: CompanyVisit,
  ): Promise<SeeOther | ShownPage> {
    return submit(CloseForm, typed, {
      do: async ({ reason, note }) => {
        const why = employerPostWords.da.closeReasons[reason];
        await this.closeSmallJob.execute(id, note ? `${why}. ${note}` : why, visit.actor);
        return seeOther(taskPath(id), 'lukket');
      },
      again: (faults) => this.pageOf(id, visit, typed, faults),
    });
  }

  @Post(':id/kopi')
  @EmployerPage()
  duplicate(@TaskId() id: string, @Visit() visit: CompanyVisit): Promise<SeeOther | ShownPage> {
    return this.act(id, visit, async () => {
      const draft = await this.duplicateSmallJob.execute(id, visit.actor);
      return seeOther(draftPath(draft.id, 'week'));
    });
  }

  private act(id: string, visit: CompanyVisit, does: () => Promise<SeeOther>): Promise<SeeOther | ShownPage> {
    return press({ do: does, again: (faults) => this.pageOf(id, visit, {}, faults) });
  }

  private async pageOf(
    id: string,
    { actor, language }: CompanyVisit,
    typed: Typed = {},
    faults: Faults = noFaults,
  ): Promise<ShownPage> {
    return taskPage(taskView(await this.smallJobs.show(id, actor), language, typed, faults));
  }
}
