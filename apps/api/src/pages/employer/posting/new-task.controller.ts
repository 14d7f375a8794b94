import { Controller, Get, Post, Query, Req } from '@nestjs/common';
import { answersFromSentence, DomainError, type Actor, type Language, type PostingStep } from '#domain';
import {
  BeginPostingDraft,
  DiscardPostingDraft,
  EstimateFit,
  MailPostingDraft,
  PostFromDraft,
  PostingDraftRecords,
  SavePostingDraft,
  ShowPayGuide,
  ShowPostingDesk,
  type ShownPostingDraft,
} from '#use-cases';
import type { FastifyRequest } from 'fastify';
import { oneOf, text } from '../../../http/fields/index.js';
import { CurrentActor, Roles } from '../../../http/roles.js';
import { FormBody, noFaults, submit, typedText, type Faults, type Typed } from '../../frame/form/index.js';
import { Page } from '../../frame/html-page.js';
import { seeOther, type SeeOther, type ShownFragment, type ShownPage } from '../../frame/page.js';
import { employerPostWords } from '../../words/employer-post-en.js';
import { showBegin } from './begin-view.js';
import { DraftId, StepName } from './draft-address.js';
import { fitOf, liveBeside, surroundings, type PostingSources } from './posting-pages.js';
import { previewPage, previewView } from './preview-view.js';
import { savedPage, savedView } from './saved-view.js';
import { stepView } from './step-view.js';
import { after, before, draftPath } from './steps.js';
import { stepForms, stepPages } from './task-steps.js';
import { understoodView } from './understood-view.js';

const tiles = Object.keys(employerPostWords.da.tiles);

class BeginForm {
  @text({ max: 300, optional: true, example: 'rydde op hver morgen' }) sentence?: string;
  @oneOf(tiles, { optional: true }) slags?: string;
}
class NothingForm {}

const LIST = '/firma/opgaver';
const pickContact = { da: employerPostWords.da.pickContact, en: employerPostWords.en.pickContact };

/** *Slå en opgave op*: five steps, a preview, and it is out. Every step is a page of its own that can be left. */
@Controller('firma/opgaver/ny')
export class NewTaskController {
  private readonly sources: PostingSources;

  constructor(
    private readonly drafts: PostingDraftRecords,
    private readonly beginDraft: BeginPostingDraft,
    private readonly saveDraft: SavePostingDraft,
    private readonly discardDraft: DiscardPostingDraft,
    private readonly mailDraft: MailPostingDraft,
    private readonly postFromDraft: PostFromDraft,
    desk: ShowPostingDesk,
    guide: ShowPayGuide,
    fit: EstimateFit,
  ) {
    this.sources = { desk, guide, fit };
  }

  @Get()
  @Roles('employer')
  @Page()
  ask(@Req() request: FastifyRequest): ShownPage {
    return showBegin(languageOf(request));
  }

  @Post()
  @Roles('employer')
  @Page()
  begin(
    @CurrentActor() actor: Actor,
    @FormBody() typed: Typed,
    @Req() request: FastifyRequest,
  ): Promise<SeeOther | ShownPage> {
    const language = languageOf(request);
    const w = employerPostWords[language];
    return submit(BeginForm, typed, {
      do: async ({ sentence, slags }) => {
        if (!sentence && !slags) throw new DomainError('posting-draft.incomplete');
        const kind =
          slags && slags !== 'andet'
            ? { category: slags, title: employerPostWords.da.tiles[slags as 'lager'] }
            : {};
        const answers = {
          ...kind,
          ...(sentence && answersFromSentence(sentence)),
          ...(kind.category && { category: kind.category }),
        };
        const draft = await this.beginDraft.execute({ companyId: actor.companyId ?? '', answers }, actor);
        const known = draft.answers.title !== undefined && draft.answers.category !== undefined;
        return seeOther(draftPath(draft.id, known ? 'week' : 'task'));
      },
      again: (faults) => showBegin(language, typed, faults),
      at: {
        'posting-draft.incomplete': {
          field: 'sentence',
          text: { da: employerPostWords.da.somethingFirst, en: w.somethingFirst },
        },
      },
    });
  }

  /** The link of the mail: on to the first step that is not finished. */
  @Get(':id')
  @Roles('employer')
  @Page()
  async goOn(@DraftId() id: string, @CurrentActor() actor: Actor): Promise<SeeOther> {
    const shown = await this.drafts.show(id, actor);
    return posted(shown) ?? seeOther(draftPath(id, shown.missing.length === 0 ? 'vis' : shown.nextStep));
  }

  @Get(':id/vis')
  @Roles('employer')
  @Page()
  async preview(
    @DraftId() id: string,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ): Promise<SeeOther | ShownPage> {
    const shown = await this.drafts.show(id, actor);
    return posted(shown) ?? this.previewOf(shown, actor, languageOf(request));
  }

  @Post(':id/vis')
  @Roles('employer')
  @Page()
  publish(
    @DraftId() id: string,
    @CurrentActor() actor: Actor,
    @FormBody() typed: Typed,
    @Req() request: FastifyRequest,
  ): Promise<SeeOther | ShownPage> {
    return submit(NothingForm, typed, {
      do: async () => {
        const { smallJob } = await this.postFromDraft.execute(id, actor);
        return seeOther(`${LIST}/${smallJob.id}/nu`);
      },
      again: async (faults) =>
        this.previewOf(await this.drafts.show(id, actor), actor, languageOf(request), faults),
    });
  }

  @Get(':id/gemt')
  @Roles('employer')
  @Page()
  async saved(
    @DraftId() id: string,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ): Promise<SeeOther | ShownPage> {
    const shown = await this.drafts.show(id, actor);
    return posted(shown) ?? savedPage(savedView(shown, languageOf(request), noFaults));
  }

  @Post(':id/mail')
  @Roles('employer')
  @Page()
  mail(
    @DraftId() id: string,
    @CurrentActor() actor: Actor,
    @FormBody() typed: Typed,
    @Req() request: FastifyRequest,
  ): Promise<SeeOther | ShownPage> {
    return submit(NothingForm, typed, {
      do: async () => {
        await this.mailDraft.execute(id, actor);
        return seeOther(`/firma/opgaver/ny/${id}/gemt`, 'link-sendt');
      },
      again: async (faults) =>
        savedPage(savedView(await this.drafts.show(id, actor), languageOf(request), faults)),
    });
  }

  @Post(':id/slet')
  @Roles('employer')
  @Page()
  async discard(@DraftId() id: string, @CurrentActor() actor: Actor): Promise<SeeOther> {
    try {
      await this.discardDraft.execute(id, actor);
    } catch (error) {
      // Twice is once, and what was posted meanwhile stays.
      if (!(error instanceof DomainError)) throw error;
      return seeOther(LIST, error.code === 'posting-draft.already-posted' ? 'var-slaaet-op' : 'slettet');
    }
    return seeOther(LIST, 'slettet');
  }

  @Get(':id/:step')
  @Roles('employer')
  @Page()
  async show(
    @DraftId() id: string,
    @StepName() step: PostingStep,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Query('fra') from?: string,
  ): Promise<SeeOther | ShownPage> {
    const shown = await this.drafts.show(id, actor);
    return posted(shown) ?? this.stepOf(shown, step, actor, languageOf(request), from === 'vis');
  }

  @Post(':id/:step')
  @Roles('employer')
  @Page()
  async save(
    @DraftId() id: string,
    @StepName() step: PostingStep,
    @CurrentActor() actor: Actor,
    @FormBody() typed: Typed,
    @Req() request: FastifyRequest,
    @Query('fra') from?: string,
  ): Promise<SeeOther | ShownPage> {
    const language = languageOf(request);
    const shown = await this.drafts.show(id, actor);
    const isPosted = posted(shown);
    if (isPosted) return isPosted;
    const fromPreview = from === 'vis';
    const later = typedText(typed, 'gem') === 'senere';
    return submit(NothingForm, typed, {
      do: async () => {
        const { answers } = shown.draft;
        const { context } = await surroundings(this.sources, answers, actor, { language });
        const change = stepForms[step].read(typed, answers, context, !later);
        const seen = Number(typedText(typed, 'version'));
        const { overtook } = await this.saveDraft.execute(id, change, actor, seen > 0 ? seen : undefined);
        if (later) return seeOther(`/firma/opgaver/ny/${id}/gemt`);
        return seeOther(draftPath(id, after(step, fromPreview)), overtook ? 'nyere' : undefined);
      },
      again: async (faults) =>
        this.stepOf(await this.drafts.show(id, actor), step, actor, language, fromPreview, typed, faults),
      at: {
        'small-job.too-many-hours': 'days',
        'small-job.shifts-overlap': 'days',
        'small-job.break-too-long': 'breakMinutes',
        'category.unknown': 'category',
        'small-job.no-fixed-contact': { field: 'contact', text: pickContact },
      },
    });
  }

  @Post(':id/:step/passer')
  @Roles('employer')
  @Page()
  async live(
    @DraftId() id: string,
    @StepName() step: PostingStep,
    @CurrentActor() actor: Actor,
    @FormBody() typed: Typed,
    @Req() request: FastifyRequest,
  ): Promise<ShownFragment> {
    const { draft } = await this.drafts.show(id, actor);
    const options = { language: languageOf(request), posted: false };
    return liveBeside(this.sources, step, draft.answers, typed, actor, options);
  }

  private async stepOf(
    { draft }: ShownPostingDraft,
    step: PostingStep,
    actor: Actor,
    language: Language,
    fromPreview: boolean,
    typed: Typed = {},
    faults: Faults = noFaults,
  ): Promise<ShownPage> {
    const { answers, id } = draft;
    const { desk, context } = await surroundings(this.sources, answers, actor, { language });
    const { w } = context;
    const path = draftPath(id, step);
    const earlier = before(step);
    const understood = step === 'week' ? understoodView(answers, w, language) : null;
    const view = stepView(
      step,
      { answers, context, desk, fit: await fitOf(this.sources, answers, actor), typed, faults },
      {
        action: fromPreview ? `${path}?fra=vis` : path,
        live: `${path}/passer`,
        version: String(draft.version),
        note: '',
        understood: understood && {
          ...understood,
          correct: { href: draftPath(id, 'task'), label: w.correctTask },
        },
        next: fromPreview || step === 'people' ? w.toPreview : w.next,
        later: w.saveLater,
      },
    );
    const back = fromPreview ? draftPath(id, 'vis') : earlier ? draftPath(id, earlier) : LIST;
    return stepPages[step]({
      ...view,
      back: { href: back, label: earlier || fromPreview ? w.back : w.allTasks },
      messages: { nyere: w.newerWins },
    });
  }

  private async previewOf(
    { draft, missing }: ShownPostingDraft,
    actor: Actor,
    language: Language,
    faults: Faults = noFaults,
  ): Promise<ShownPage> {
    const { answers, id } = draft;
    const { context } = await surroundings(this.sources, answers, actor, { language });
    const fit = await fitOf(this.sources, answers, actor);
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

const languageOf = ({ visitor }: FastifyRequest): Language => visitor?.language ?? 'da';

/** A page that was left open after the draft was posted leads on to the task. */
const posted = ({ draft }: ShownPostingDraft): SeeOther | undefined =>
  draft.smallJobId === null ? undefined : seeOther(`${LIST}/${draft.smallJobId}`, 'allerede');
