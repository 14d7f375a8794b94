import { Controller, Get, Post } from '@nestjs/common';
import {
  answersFromSentence,
  dayInWords,
  firstName,
  proposedStart,
  usualWorkOf,
  type LocalDate,
} from '#domain';
import {
  CompanyRecords,
  DraftSmallJobFromObservation,
  RegisterVisit,
  ShowPostingDesk,
  SmallJobRecords,
  type DraftFromObservation,
} from '#use-cases';
import { int, text } from '../../../http/fields/index.js';
import { Id } from '../../../http/operation.js';
import {
  FormBody,
  FormView,
  noFaults,
  submit,
  tick,
  typedText,
  type ChoiceView,
  type ErrorSummaryView,
  type Faults,
  type InputView,
  type TextareaView,
  type Typed,
} from '../../frame/form/index.js';
import { page, seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { jobsWords as w } from '../../words/desk-jobs.js';
import { rankingWords } from '../../words/desk-ranking.js';
import { jobPath } from '../ranking/addresses.js';
import { factLine, weeklyHours } from '../ranking/job-facts.js';
import { StaffPage, StaffVisit, type Visit } from '../staff-page.js';

const WEEK_MINUTES = 10_080;

class VisitForm {
  @text({ max: 2000, multiline: true, example: 'Tomme kasser står i vejen for trucken' }) hvad!: string;
  @text({ max: 300, example: 'Truckføreren' }) hvem!: string;
  @int({ min: 1, max: WEEK_MINUTES, example: 360 }) minutter!: number;
  @text({ max: 300, optional: true, example: 'Fjerne tomme kasser' }) ide?: string;
  /** Said by whoever is there: nobody becomes the one to call by not thinking of it. */
  @tick() kontakt!: boolean;
}

interface VisitFormView {
  heading: string;
  lead: string;
  errors: ErrorSummaryView | null;
  form: {
    what: TextareaView;
    who: InputView;
    minutes: InputView;
    idea: InputView;
    /** Null for somebody who has no number or no hours to be called in. */
    contact: ChoiceView | null;
  };
  toJob: string;
  onlyNote: string;
  seen: { label: string; lines: { day: string; text: string; href: string; job: string }[] } | null;
}

interface ReadyView {
  heading: string;
  drafted: string;
  lead: string;
  guessedLabel: string;
  guessed: string;
  fixed: string;
  ask: { action: string; label: string; gets: string; sms: string } | null;
  publish: { action: string; label: string } | null;
  links: { href: string; label: string }[];
}

const visitPage = page<VisitFormView>('staff/jobs/visit');
const readyPage = page<ReadyView>('staff/jobs/ready');

const SEEN = 10;

/** A visit in the yard, on the phone: three fields, *Gør til job*, and the owner answers JA by SMS. */
@Controller('kommune')
export class VisitController {
  constructor(
    private readonly companies: CompanyRecords,
    private readonly registerVisit: RegisterVisit,
    private readonly draft: DraftSmallJobFromObservation,
    private readonly desk: ShowPostingDesk,
    private readonly smallJobs: SmallJobRecords,
  ) {}

  @Get('virksomheder/:id/besoeg')
  @StaffPage()
  show(@Id() id: string, @StaffVisit() visit: Visit): Promise<ShownPage> {
    return this.shown(id, visit, {}, noFaults);
  }

  /** The visit and its draft are one: a double tap makes neither twice. */
  @Post('virksomheder/:id/besoeg')
  @StaffPage()
  save(
    @Id() id: string,
    @FormBody() typed: Typed,
    @StaffVisit() visit: Visit,
  ): Promise<SeeOther | ShownPage> {
    return submit(VisitForm, typed, {
      do: async ({ hvad, hvem, minutter, ide, kontakt }) => {
        const { actor } = visit;
        const { today } = await this.desk.execute(id, actor);
        const observation = {
          bottleneck: withoutStop(hvad),
          whoIsHeldUp: hvem,
          minutesPerWeek: minutter,
          idea: ide ?? hvad.slice(0, 120),
        };
        const made = await this.registerVisit.execute(id, { on: today, observations: [observation] }, actor);
        if (typedText(typed, 'gem') === 'besoeg') return seeOther(visitPath(id), 'gemt');
        const guesses = guessed(`${observation.idea}. ${hvad}`, today);
        const { smallJob } = await this.draft.execute(
          made.id,
          0,
          { ...guesses, ...(kontakt && { fixedContactId: actor.staffId }) },
          actor,
        );
        return { seeOther: `${jobPath(smallJob.id)}/klar` };
      },
      again: (faults) => this.shown(id, visit, typed, faults),
    });
  }

  @Get('job/:id/klar')
  @StaffPage()
  async ready(@Id() id: string, @StaffVisit() { actor }: Visit): Promise<SeeOther | ShownPage> {
    const { smallJob, fixedContact } = await this.smallJobs.show(id, actor);
    if (smallJob.status !== 'draft') return { seeOther: jobPath(id) };
    const company = await this.companies.show(smallJob.companyId, actor);
    const owner = firstName(smallJob.companyContact);
    const hours = weeklyHours(smallJob).replace(/ timer?$/, '');
    return readyPage({
      title: w.draftReady,
      back: { href: visitPath(company.id), label: w.another },
      heading: w.draftReady,
      drafted: w.drafted(smallJob.title),
      lead: w.draftReadyLead(owner),
      guessedLabel: w.guessed,
      guessed: factLine(smallJob, company.name),
      fixed: fixedContact ? rankingWords.contact(fixedContact.name) : w.noContactForYes(owner),
      ask: {
        action: `${jobPath(id)}/spoerg-ejer`,
        label: w.sendToOwner(owner),
        gets: w.ownerGets,
        sms: w.smsPreview(owner, smallJob.title, hours),
      },
      publish: fixedContact ? { action: `${jobPath(id)}/slaa-op`, label: w.publish } : null,
      links: [
        { href: `${jobPath(id)}/ret`, label: w.correctDraft },
        { href: jobPath(id), label: w.facts },
      ],
    });
  }

  private async shown(id: string, { actor }: Visit, typed: Typed, faults: Faults): Promise<ShownPage> {
    const company = await this.companies.show(id, actor);
    const { contacts } = await this.desk.execute(id, actor);
    const isCallable = contacts.some(({ staff }) => staff.id === actor.staffId);
    const { items } = await this.companies.visits(id, { limit: SEEN }, actor);
    const f = new FormView('da', typed, faults);
    const lines = items.flatMap(({ on, observations }) =>
      observations.map(({ idea, smallJobId }) => ({
        day: w.seenOn(dayInWords(on)),
        text: idea,
        href: smallJobId ? jobPath(smallJobId) : '',
        job: w.becameJob,
      })),
    );
    return visitPage({
      title: w.visitTab,
      back: { href: `/kommune/virksomheder/${id}`, label: company.name },
      messages: { gemt: w.visitSaved },
      heading: w.visitHeading(company.name),
      lead: w.visitLead,
      form: {
        what: f.textarea('hvad', w.bottleneck, { hint: w.bottleneckHint, rows: 2, max: 2000 }),
        who: f.input('hvem', w.whoIsHeldUp, { hint: w.whoHint, max: 300 }),
        minutes: f.number('minutter', w.minutes, { suffix: 'min.' }),
        idea: f.input('ide', w.idea, { hint: w.ideaHint, optional: true, max: 300 }),
        contact: isCallable
          ? f.choices('kontakt', '', { options: [{ value: 'ja', label: w.iAmContact }] })
          : null,
      },
      errors: f.errors(),
      toJob: w.toJob,
      onlyNote: w.onlyNote,
      seen: lines.length === 0 ? null : { label: w.earlierVisits, lines },
    });
  }
}

const visitPath = (companyId: string): string => `/kommune/virksomheder/${companyId}/besoeg`;

/** The sentence that is made of it ends with a stop of its own. */
const withoutStop = (words: string): string => words.trim().replace(/\.+$/, '');

/** The kind of work from the words, what is usual for it, and a first day that leaves time to meet. */
function guessed(words: string, today: LocalDate): DraftFromObservation {
  const { category } = answersFromSentence(words);
  const usual = usualWorkOf(category);
  return {
    ...(category !== undefined && { category }),
    demands: { ...usual.demands, other: [] },
    danishLevel: usual.danishLevel,
    startDate: proposedStart(today),
  };
}
