import { Controller, Get, Post, Req } from '@nestjs/common';
import { firstName, phoneInWords, type Actor, type Language } from '#domain';
import {
  CloseSmallJob,
  DuplicateSmallJob,
  PauseSmallJob,
  PostingDraftRecords,
  ResumeSmallJob,
  SmallJobRecords,
} from '#use-cases';
import type { FastifyRequest } from 'fastify';
import { oneOf, text } from '../../../http/fields/index.js';
import { CurrentActor, Roles } from '../../../http/roles.js';
import { FormBody, noFaults, submit, type Faults, type Typed } from '../../frame/form/index.js';
import { Page } from '../../frame/html-page.js';
import { seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { employerPostWords } from '../../words/employer-post-en.js';
import { TaskId } from './draft-address.js';
import { listPage, listView } from './list-view.js';
import { nowPage, taskPage, taskPath, taskView } from './task-view.js';
import { draftPath } from './steps.js';

class NothingForm {}
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
  @Roles('employer')
  @Page()
  async list(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<ShownPage> {
    const drafts = await this.drafts.list({}, EVERYTHING, actor);
    const smallJobs = await this.smallJobs.list({}, EVERYTHING, actor);
    return listPage(listView(drafts.items, smallJobs.items, languageOf(request)));
  }

  @Get(':id')
  @Roles('employer')
  @Page()
  show(
    @TaskId() id: string,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ): Promise<ShownPage> {
    return this.pageOf(id, actor, languageOf(request));
  }

  @Get(':id/nu')
  @Roles('employer')
  @Page()
  async now(
    @TaskId() id: string,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ): Promise<ShownPage> {
    const { smallJob, fixedContact } = await this.smallJobs.show(id, actor);
    const w = employerPostWords[languageOf(request)];
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
  @Roles('employer')
  @Page()
  pause(
    @TaskId() id: string,
    @CurrentActor() actor: Actor,
    @FormBody() typed: Typed,
    @Req() request: FastifyRequest,
  ): Promise<SeeOther | ShownPage> {
    return this.act(id, actor, typed, request, async () => {
      await this.pauseSmallJob.execute(id, actor);
      return 'pause';
    });
  }

  @Post(':id/genoptag')
  @Roles('employer')
  @Page()
  resume(
    @TaskId() id: string,
    @CurrentActor() actor: Actor,
    @FormBody() typed: Typed,
    @Req() request: FastifyRequest,
  ): Promise<SeeOther | ShownPage> {
    return this.act(id, actor, typed, request, async () => {
      await this.resumeSmallJob.execute(id, actor);
      return 'igen';
    });
  }

  @Post(':id/luk')
  @Roles('employer')
  @Page()
  close(
    @TaskId() id: string,
    @CurrentActor() actor: Actor,
    @FormBody() typed: Typed,
    @Req() request: FastifyRequest,
  ): Promise<SeeOther | ShownPage> {
    const language = languageOf(request);
    return submit(CloseForm, typed, {
      do: async ({ reason, note }) => {
        const why = employerPostWords.da.closeReasons[reason];
        await this.closeSmallJob.execute(id, note ? `${why}. ${note}` : why, actor);
        return seeOther(taskPath(id), 'lukket');
      },
      again: (faults) => this.pageOf(id, actor, language, typed, faults),
    });
  }

  @Post(':id/kopi')
  @Roles('employer')
  @Page()
  duplicate(
    @TaskId() id: string,
    @CurrentActor() actor: Actor,
    @FormBody() typed: Typed,
    @Req() request: FastifyRequest,
  ): Promise<SeeOther | ShownPage> {
    return submit(NothingForm, typed, {
      do: async () => seeOther(draftPath((await this.duplicateSmallJob.execute(id, actor)).id, 'week')),
      again: (faults) => this.pageOf(id, actor, languageOf(request), {}, faults),
    });
  }

  private act(
    id: string,
    actor: Actor,
    typed: Typed,
    request: FastifyRequest,
    does: () => Promise<string>,
  ): Promise<SeeOther | ShownPage> {
    return submit(NothingForm, typed, {
      do: async () => seeOther(taskPath(id), await does()),
      again: (faults) => this.pageOf(id, actor, languageOf(request), {}, faults),
    });
  }

  private async pageOf(
    id: string,
    actor: Actor,
    language: Language,
    typed: Typed = {},
    faults: Faults = noFaults,
  ): Promise<ShownPage> {
    return taskPage(taskView(await this.smallJobs.show(id, actor), language, typed, faults));
  }
}

const languageOf = ({ visitor }: FastifyRequest): Language => visitor?.language ?? 'da';
