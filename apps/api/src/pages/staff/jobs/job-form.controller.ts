import { Controller, Get, Post, Query } from '@nestjs/common';
import { answersOf, asChange, weeklyMinutes, type PostingAnswers, type SmallJob } from '#domain';
import {
  ChangeSmallJob,
  PostFromDesk,
  ShowPayGuide,
  ShowPostingDesk,
  SmallJobDesk,
  SmallJobRecords,
  wishedChange,
  type PostingDesk,
} from '#use-cases';
import { isUuid } from '../../../http/fields/words.js';
import { Id } from '../../../http/operation.js';
import {
  FormBody,
  FormView,
  inKroner,
  noFaults,
  press,
  readForm,
  typedText,
  type ChoiceView,
  type Faults,
  type Typed,
} from '../../frame/form/index.js';
import { page, seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import type { StepContext } from '../../employer/posting/step-form.js';
import { contextOf } from '../../employer/posting/step-view.js';
import { answersOfTask } from '../../employer/posting/task-view.js';
import { jobsWords as w } from '../../words/desk-jobs.js';
import { jobPath, rankingPath } from '../ranking/addresses.js';
import { decimal, HandlesForm, moved } from '../ranking/handles.js';
import { StaffPage, StaffVisit, type Visit } from '../staff-page.js';
import {
  deskPostWords,
  formWords,
  jobFormPage,
  partsOf,
  readChange,
  readParts,
  refusalsOf,
  SHOWN,
  shownOf,
} from './job-form-view.js';

interface CompanyChoiceView {
  heading: string;
  form: ChoiceView;
  goOn: string;
  register: { href: string; label: string };
}
const companyChoicePage = page<CompanyChoiceView>('staff/jobs/choose-company');

const PUBLISH = 'opslaa';
const DRAFT = 'kladde';
type TypedQuery = Readonly<Record<string, unknown>>;

interface Around {
  desk: PostingDesk;
  context: StepContext;
}

/** *Nyt job* and *Ret jobbet*: all of it on one page, with what is usual filled in. */
@Controller('kommune/job')
export class JobFormController {
  constructor(
    private readonly postingDesk: ShowPostingDesk,
    private readonly guide: ShowPayGuide,
    private readonly postFromDesk: PostFromDesk,
    private readonly changeSmallJob: ChangeSmallJob,
    private readonly smallJobs: SmallJobRecords,
    private readonly jobs: SmallJobDesk,
  ) {}

  @Get('ny')
  @StaffPage()
  async begin(@Query() query: TypedQuery, @StaffVisit() visit: Visit): Promise<ShownPage> {
    const companyId = idIn(query['virksomhed']);
    if (companyId === undefined) return this.chooseCompany(visit);
    const like = idIn(query['som']);
    const answers = await this.beginning(companyId, like, visit);
    return this.newForm(companyId, answers, visit, {}, noFaults);
  }

  @Post('ny')
  @StaffPage()
  async post(@FormBody() typed: Typed, @StaffVisit() visit: Visit): Promise<SeeOther | ShownPage> {
    const companyId = idIn(typedText(typed, 'virksomhed'));
    if (companyId === undefined) return { seeOther: '/kommune/job/ny' };
    const publish = typedText(typed, 'gem') !== DRAFT;
    return press({
      do: async () => {
        const { context } = await this.around(companyId, typedSoFar(typed), visit, false);
        // A draft can wait for its contact; nobody is chosen by itself.
        const { answers } = readParts(withFloor(typed, context), {}, { ...context, posted: !publish });
        const { smallJob } = await this.postFromDesk.execute({ companyId, answers, publish }, visit.actor);
        return publish
          ? seeOther(rankingPath(smallJob.id), 'opslaaet')
          : seeOther(jobPath(smallJob.id), 'oprettet');
      },
      again: (faults) => this.newForm(companyId, typedSoFar(typed), visit, typed, faults),
      at: { ...refusalsOf(typed), 'small-job.no-fixed-contact': contactNeeded },
    });
  }

  @Get(':id/ret')
  @StaffPage()
  async correct(
    @Id() id: string,
    @Query() query: TypedQuery,
    @StaffVisit() visit: Visit,
  ): Promise<SeeOther | ShownPage> {
    const { smallJob } = await this.smallJobs.show(id, visit.actor);
    if (smallJob.status === 'closed') return { seeOther: jobPath(id) };
    const tried = triedOn(smallJob, query);
    return this.changeForm({ job: smallJob, tried }, visit, {}, noFaults);
  }

  @Post(':id/ret')
  @StaffPage()
  async save(
    @Id() id: string,
    @FormBody() typed: Typed,
    @StaffVisit() visit: Visit,
  ): Promise<SeeOther | ShownPage> {
    const { smallJob } = await this.smallJobs.show(id, visit.actor);
    return press({
      do: async () => {
        const before = answersOfTask(smallJob);
        const { context } = await this.around(smallJob.companyId, before, visit, true);
        const change = readChange(typed, before, context);
        await this.changeSmallJob.execute(id, asChange(change), visit.actor);
        return seeOther(jobPath(id), 'rettet');
      },
      again: (faults) => this.changeForm({ job: smallJob, tried: null }, visit, typed, faults),
      at: {
        ...refusalsOf(typed),
        'small-job.open-offer': { field: '', text: { da: w.openOfferHolds, en: w.openOfferHolds } },
        'small-job.wrong-state': { field: '', text: { da: w.closedCannot, en: w.closedCannot } },
      },
    });
  }

  /** Its own answers as those of a new one, without its first day and whom to call. */
  @Post(':id/magen')
  @StaffPage()
  async duplicate(@Id() id: string, @StaffVisit() visit: Visit): Promise<SeeOther> {
    const { smallJob } = await this.smallJobs.show(id, visit.actor);
    return { seeOther: `/kommune/job/ny?virksomhed=${smallJob.companyId}&som=${id}` };
  }

  private async chooseCompany({ actor }: Visit): Promise<ShownPage> {
    const { companies } = await this.jobs.choices(actor);
    const form = new FormView('da').choice('virksomhed', w.whichCompany, {
      options: [
        { value: '', label: w.choose },
        ...companies.map(({ id, name }) => ({ value: id, label: name })),
      ],
    });
    return companyChoicePage({
      title: w.newTab,
      heading: w.newHeading,
      form,
      goOn: w.goOn,
      register: { href: '/kommune/virksomheder/ny', label: w.registerCompany },
      back: { href: '/kommune/job', label: w.back },
    });
  }

  /** What is usual, so that only what was said has to be typed. */
  private async beginning(
    companyId: string,
    like: string | undefined,
    { actor }: Visit,
  ): Promise<PostingAnswers> {
    if (like !== undefined) {
      const { smallJob } = await this.smallJobs.show(like, actor);
      if (smallJob.companyId === companyId) return answersOf(smallJob);
    }
    return {
      weeklyShifts: ([1, 3, 5] as const).map((weekday) => ({
        weekday,
        start: '09:00',
        end: '12:00',
        breakMinutes: 0,
      })),
      startFlexibilityMinutes: 60,
    };
  }

  private async around(
    companyId: string,
    answers: PostingAnswers,
    { actor }: Visit,
    posted: boolean,
  ): Promise<Around> {
    const desk = await this.postingDesk.execute(companyId, actor);
    const guide = await this.guide.execute({
      category: answers.category,
      wageOre: answers.hourlyWageOre,
      hoursPerWeek: weeklyMinutes(answers.weeklyShifts ?? []) / 60,
      on: answers.startDate,
    });
    const contacts = selfFirst(desk.contacts, actor.staffId);
    const context = contextOf({ ...desk, contacts }, { language: 'da', posted, guide, w: deskPostWords });
    return { desk, context };
  }

  private async newForm(
    companyId: string,
    answers: PostingAnswers,
    visit: Visit,
    typed: Typed,
    faults: Faults,
  ): Promise<ShownPage> {
    const { desk, context } = await this.around(companyId, answers, visit, false);
    return jobFormPage({
      title: w.newTab,
      wide: true,
      back: { href: `/kommune/virksomheder/${companyId}`, label: desk.company.name },
      heading: w.newAt(desk.company.name),
      lead: w.lead,
      action: '/kommune/job/ny',
      company: companyId,
      shown: '',
      parts: w.parts,
      words: formWords,
      hours: hoursLine(answers),
      buttons: [
        { value: PUBLISH, label: w.publishAndRank, look: 'first' },
        { value: DRAFT, label: w.saveDraft, look: 'next' },
      ],
      ...partsOf({ answers, context, typed, faults }),
    });
  }

  private async changeForm(
    { job, tried }: { job: SmallJob; tried: SmallJob | null },
    visit: Visit,
    typed: Typed,
    faults: Faults,
  ): Promise<ShownPage> {
    const answers = answersOfTask(tried ?? job);
    const { context } = await this.around(job.companyId, answers, visit, true);
    return jobFormPage({
      title: w.change,
      wide: true,
      back: { href: jobPath(job.id), label: job.title },
      heading: w.changeHeading(job.title),
      lead: tried ? w.fromWhatIf : '',
      action: `${jobPath(job.id)}/ret`,
      company: '',
      // As it was first shown, also when the form comes again; what was tried is a change already.
      shown: typedText(typed, SHOWN) || shownOf(answersOfTask(job), context),
      parts: w.parts,
      words: formWords,
      hours: hoursLine(answers),
      buttons: [{ value: 'ret', label: w.save, look: 'first' }],
      ...partsOf({ answers, context, typed, faults }),
    });
  }
}

/** Whoever took the call stands first and is picked with one press; who is called later is nobody's default. */
function selfFirst(contacts: PostingDesk['contacts'], me: string): PostingDesk['contacts'] {
  const self = contacts
    .filter(({ staff }) => staff.id === me)
    .map((one) => ({ ...one, staff: { ...one.staff, name: w.yourself(one.staff.name) } }));
  return [...self, ...contacts.filter(({ staff }) => staff.id !== me)];
}

/** What the wage beside the form depends on. */
const typedSoFar = (typed: Typed): PostingAnswers => {
  const category = typedText(typed, 'category');
  return category === '' ? {} : { category };
};

/** An empty wage is the lowest that is agreed for the kind of work, where one is known. */
function withFloor(typed: Typed, { guide: { floor } }: StepContext): Typed {
  const isEmpty = typedText(typed, 'wage').trim() === '';
  return isEmpty && floor ? { ...typed, wage: inKroner(floor.ore) } : typed;
}

const contactNeeded = { field: 'contact', text: { da: w.pickContact, en: w.pickContact } };

const idIn = (value: unknown): string | undefined =>
  typeof value === 'string' && isUuid.test(value) ? value : undefined;

const hoursLine = ({ weeklyShifts = [] }: PostingAnswers): string =>
  weeklyShifts.length === 0 ? '' : w.hoursNow(decimal(weeklyMinutes(weeklyShifts) / 60));

/** *Ret jobbet sådan*: what was tried on the handles is written into the form, and saved by whoever looks at it. */
function triedOn(job: SmallJob, query: TypedQuery): SmallJob | null {
  const texts = Object.entries(query).filter((each): each is [string, string] => typeof each[1] === 'string');
  let form = new HandlesForm();
  try {
    form = readForm(HandlesForm, Object.fromEntries(texts));
  } catch {
    return null;
  }
  const change = wishedChange(job, moved(form, job));
  if (change === null || Object.keys(change).length === 0) return null;
  const { demands, ...rest } = change;
  return { ...job, ...rest, demands: { ...job.demands, ...demands } };
}
