import { Controller, Get, Post } from '@nestjs/common';
import { DomainError } from '#domain';
import {
  DiscardPostingDraft,
  EstimateFit,
  MailPostingDraft,
  PostFromDraft,
  PostingDraftRecords,
  ShowPayGuide,
  ShowPostingDesk,
  type ShownPostingDraft,
} from '#use-cases';
import { noFaults, press, type Faults } from '../../frame/form/index.js';
import { seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { EmployerPage, Visit, type CompanyVisit } from '../employer-page.js';
import { DraftId, posted } from './draft-address.js';
import { fitOf, surroundings, type PostingSources } from './posting-pages.js';
import { previewPage, previewView } from './preview-view.js';
import { savedPage, savedView } from './saved-view.js';
import { draftPath, PREVIEW, TASKS } from './steps.js';

/** A draft as a whole: gone on with, looked at and published, kept for later, deleted. */
@Controller('firma/opgaver/ny/:id')
export class DraftController {
  private readonly sources: PostingSources;

  constructor(
    private readonly drafts: PostingDraftRecords,
    private readonly discardDraft: DiscardPostingDraft,
    private readonly mailDraft: MailPostingDraft,
    private readonly postFromDraft: PostFromDraft,
    desk: ShowPostingDesk,
    guide: ShowPayGuide,
    fit: EstimateFit,
  ) {
    this.sources = { desk, guide, fit };
  }

  /** The link of the mail: on to the first step that is not finished. */
  @Get()
  @EmployerPage()
  async goOn(@DraftId() id: string, @Visit() { actor }: CompanyVisit): Promise<SeeOther> {
    const shown = await this.drafts.show(id, actor);
    const { missing, nextStep } = shown;
    return posted(shown) ?? seeOther(draftPath(id, missing.length === 0 ? PREVIEW : nextStep));
  }

  @Get(PREVIEW)
  @EmployerPage()
  async preview(@DraftId() id: string, @Visit() visit: CompanyVisit): Promise<SeeOther | ShownPage> {
    const shown = await this.drafts.show(id, visit.actor);
    return posted(shown) ?? this.previewOf(shown, visit);
  }

  @Post(PREVIEW)
  @EmployerPage()
  publish(@DraftId() id: string, @Visit() visit: CompanyVisit): Promise<SeeOther | ShownPage> {
    return press({
      do: async () => {
        const { smallJob } = await this.postFromDraft.execute(id, visit.actor);
        return seeOther(`${TASKS}/${smallJob.id}/nu`);
      },
      again: async (faults) => this.previewOf(await this.drafts.show(id, visit.actor), visit, faults),
    });
  }

  @Get('gemt')
  @EmployerPage()
  async saved(
    @DraftId() id: string,
    @Visit() { actor, language }: CompanyVisit,
  ): Promise<SeeOther | ShownPage> {
    const shown = await this.drafts.show(id, actor);
    return posted(shown) ?? savedPage(savedView(shown, language, noFaults));
  }

  @Post('mail')
  @EmployerPage()
  mail(@DraftId() id: string, @Visit() { actor, language }: CompanyVisit): Promise<SeeOther | ShownPage> {
    return press({
      do: async () => {
        await this.mailDraft.execute(id, actor);
        return seeOther(draftPath(id, 'gemt'), 'link-sendt');
      },
      again: async (faults) => savedPage(savedView(await this.drafts.show(id, actor), language, faults)),
    });
  }

  @Post('slet')
  @EmployerPage()
  async discard(@DraftId() id: string, @Visit() { actor }: CompanyVisit): Promise<SeeOther> {
    try {
      await this.discardDraft.execute(id, actor);
    } catch (error) {
      // Twice is once, and what was posted meanwhile stays.
      if (!(error instanceof DomainError)) throw error;
      return seeOther(TASKS, error.code === 'posting-draft.already-posted' ? 'var-slaaet-op' : 'slettet');
    }
    return seeOther(TASKS, 'slettet');
  }

  private async previewOf(
    { draft, missing }: ShownPostingDraft,
    visit: CompanyVisit,
    faults: Faults = noFaults,
  ): Promise<ShownPage> {
    const { answers, id } = draft;
    const { context } = await surroundings(this.sources, answers, visit, { posted: false });
    const fit = await fitOf(this.sources, answers, visit);
    const refused = faults.list.length > 0;
    const { w } = context;
    return previewPage({
      ...previewView({ draftId: id, answers, missing, context, fit, refused }),
      title: w.previewTitle,
      back: { href: draftPath(id, 'people'), label: w.back },
      messages: { nyere: w.newerWins },
    });
  }
}
