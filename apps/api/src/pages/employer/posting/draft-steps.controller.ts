import { Controller, Get, Post, Query } from '@nestjs/common';
import type { PostingStep } from '#domain';
import {
  EstimateFit,
  PostingDraftRecords,
  SavePostingDraft,
  ShowPayGuide,
  ShowPostingDesk,
  type ShownPostingDraft,
} from '#use-cases';
import { Calculates } from '../../../http/idempotency.interceptor.js';
import { FormBody, noFaults, press, typedText, type Faults, type Typed } from '../../frame/form/index.js';
import { seeOther, type SeeOther, type ShownFragment, type ShownPage } from '../../frame/page.js';
import { EmployerPage, Visit, type CompanyVisit } from '../employer-page.js';
import { DraftId, posted, StepName } from './draft-address.js';
import { fitOf, liveBeside, surroundings, type PostingSources } from './posting-pages.js';
import { stepView } from './step-view.js';
import { after, before, draftPath, PREVIEW, TASKS } from './steps.js';
import { stepForms, stepPages } from './task-steps.js';
import { understoodView } from './understood-view.js';

/** A step as it was opened. */
interface OpenStep {
  step: PostingStep;
  /** From the preview, to which it then leads back. */
  fromPreview: boolean;
  typed?: Typed;
  faults?: Faults;
}

/** The five steps of posting. Every step is a page of its own that can be left. */
@Controller('firma/opgaver/ny/:id/:step')
export class DraftStepsController {
  private readonly sources: PostingSources;

  constructor(
    private readonly drafts: PostingDraftRecords,
    private readonly saveDraft: SavePostingDraft,
    desk: ShowPostingDesk,
    guide: ShowPayGuide,
    fit: EstimateFit,
  ) {
    this.sources = { desk, guide, fit };
  }

  @Get()
  @EmployerPage()
  async show(
    @DraftId() id: string,
    @StepName() step: PostingStep,
    @Visit() visit: CompanyVisit,
    @Query('fra') from?: string,
  ): Promise<SeeOther | ShownPage> {
    const shown = await this.drafts.show(id, visit.actor);
    return posted(shown) ?? this.pageOf(shown, visit, { step, fromPreview: from === PREVIEW });
  }

  @Post()
  @EmployerPage()
  async save(
    @DraftId() id: string,
    @StepName() step: PostingStep,
    @FormBody() typed: Typed,
    @Visit() visit: CompanyVisit,
    @Query('fra') from?: string,
  ): Promise<SeeOther | ShownPage> {
    const { actor } = visit;
    const shown = await this.drafts.show(id, actor);
    const isPosted = posted(shown);
    if (isPosted) return isPosted;
    const fromPreview = from === PREVIEW;
    const later = typedText(typed, 'gem') === 'senere';
    return press({
      do: async () => {
        const { answers } = shown.draft;
        const { context } = await surroundings(this.sources, answers, visit, { posted: false });
        const change = stepForms[step].read(typed, answers, context, !later);
        const seen = Number(typedText(typed, 'version'));
        const { overtook } = await this.saveDraft.execute(id, change, actor, seen > 0 ? seen : undefined);
        if (later) return seeOther(draftPath(id, 'gemt'));
        return seeOther(draftPath(id, after(step, fromPreview)), overtook ? 'nyere' : undefined);
      },
      again: async (faults) =>
        this.pageOf(await this.drafts.show(id, actor), visit, { step, fromPreview, typed, faults }),
      at: stepForms[step].at(typed),
    });
  }

  @Post('passer')
  @Calculates()
  @EmployerPage()
  async live(
    @DraftId() id: string,
    @StepName() step: PostingStep,
    @FormBody() typed: Typed,
    @Visit() visit: CompanyVisit,
  ): Promise<ShownFragment> {
    const { draft } = await this.drafts.show(id, visit.actor);
    return liveBeside(this.sources, step, draft.answers, typed, visit, { posted: false });
  }

  private async pageOf(
    { draft }: ShownPostingDraft,
    visit: CompanyVisit,
    { step, fromPreview, typed = {}, faults = noFaults }: OpenStep,
  ): Promise<ShownPage> {
    const { answers, id } = draft;
    const { desk, context } = await surroundings(this.sources, answers, visit, { posted: false });
    const { w } = context;
    const path = draftPath(id, step);
    const earlier = before(step);
    const understood = step === 'week' ? understoodView(answers, w, visit.language) : null;
    const view = stepView(
      step,
      { answers, context, desk, fit: await fitOf(this.sources, answers, visit), typed, faults },
      {
        action: fromPreview ? `${path}?fra=${PREVIEW}` : path,
        live: `${path}/passer`,
        version: String(draft.version),
        understood: understood && {
          ...understood,
          correct: { href: draftPath(id, 'task'), label: w.correctTask },
        },
        next: fromPreview || after(step, false) === PREVIEW ? w.toPreview : w.next,
        later: w.saveLater,
      },
    );
    const back = fromPreview ? draftPath(id, PREVIEW) : earlier ? draftPath(id, earlier) : TASKS;
    return stepPages[step]({
      ...view,
      back: { href: back, label: earlier || fromPreview ? w.back : w.allTasks },
      messages: { nyere: w.newerWins },
    });
  }
}
