import { dayInWords, localDateOf, localTimeOf, MOST_BULK_PROPOSALS, timeInWords, type Actor } from '#domain';
import {
  loadMark,
  waitingWeightNames,
  type ContactBesides,
  type Plan,
  type PlannedJob,
  type PlanSize,
} from '#use-cases';
import {
  FormView,
  type ChoiceView,
  type ErrorSummaryView,
  type Faults,
  type InputView,
  type Typed,
} from '../../frame/form/index.js';
import { page, type ShownPage } from '../../frame/page.js';
import { planWords as w } from '../../words/desk-plan.js';
import { inDanish } from '../figures/numbers.js';

interface PlanView {
  words: typeof w;
  size: string;
  canCalculate: boolean;
  errors: ErrorSummaryView | null;
  form: { scope: ChoiceView; waiting: ChoiceView; target: InputView; most: InputView };
  open: boolean;
  calculate: string;
  plan: PlanResult | null;
}

interface PlanResult {
  made: string;
  sentences: string[];
  jobs: JobRow[];
  mayAct: boolean;
  action: string;
  most: string;
  contactsText: string;
  contacts: { name: string; before: string; after: string; mark: string; text: string }[];
}

interface JobRow {
  href: string;
  title: string;
  company: string;
  badge: string;
  /** `value` is empty for whoever has no box. */
  people: { id: string; value: string; checked: boolean; href: string; name: string; facts: string }[];
  empty: string;
}

const planPage = page<PlanView>('staff/plan/plan');

export interface PlanToShow {
  size: PlanSize;
  typed: Typed;
  faults: Faults;
  actor: Actor;
  plan?: Plan;
}

export function planView({ size, typed, faults, actor, plan }: PlanToShow): ShownPage {
  const f = new FormView('da', { omfang: 'municipality', ventetid: 'usual', ...typed }, faults);
  const form = {
    scope: f.choice('omfang', w.scope, {
      options: Object.entries(w.scopes).map(([value, label]) => ({ value, label })),
    }),
    waiting: f.choice('ventetid', w.waiting, {
      options: waitingWeightNames.map((value) => ({ value, label: w.weights[value] })),
    }),
    target: f.number('maal', w.target, { hint: w.targetHint(size.target), optional: true }),
    most: f.number('firma', w.mostPerCompany, { hint: w.mostHint, optional: true }),
  };
  const errors = f.errors();
  return planPage({
    title: w.heading,
    wide: true,
    words: w,
    size: w.size(inDanish(size.seats), inDanish(size.smallJobs), inDanish(size.citizens)),
    canCalculate: size.seats > 0,
    errors,
    form,
    open: plan === undefined,
    calculate: plan === undefined ? w.calculate : w.again,
    plan: plan ? resultOf(plan, actor) : null,
  });
}

function resultOf(plan: Plan, actor: Actor): PlanResult {
  const { preview, contacts, limit } = plan;
  const { filledMore, pointsMore } = preview.compared.deskOrder;
  const points = Math.round(pointsMore / 100);
  const mayAct = actor.role === 'leader' && preview.pairs.length > 0;
  let place = 0;
  return {
    made: w.made(dayInWords(localDateOf(preview.at)), timeInWords(localTimeOf(preview.at))),
    sentences: [
      w.filled(inDanish(preview.filled), inDanish(preview.seats)),
      filledMore > 0 ? w.moreThanBest(inDanish(filledMore)) : w.sameAsBest,
      points > 0 ? w.morePoints(inDanish(points)) : w.samePoints,
    ],
    jobs: plan.jobs.map((job) => rowOf(job, () => (mayAct ? ++place : Infinity))),
    mayAct,
    action: '/kommune/forslag/flere/se',
    most: preview.pairs.length > MOST_BULK_PROPOSALS ? w.most(MOST_BULK_PROPOSALS) : '',
    contactsText: w.contactsText(contacts[0]?.target ?? 0, limit),
    contacts: contacts.map((contact) => contactRow(contact, limit)),
  };
}

/** The choice stands in an address, and a server reads no longer one than 16 kB. */
const MOST_BOXES = 100;

const rowOf = (
  { smallJob, company, people, isOtherAtDesk, empty }: PlannedJob,
  nextPlace: () => number,
): JobRow => ({
  href: `/kommune/job/${smallJob.id}/rangliste`,
  title: smallJob.title,
  company: company.name,
  badge: isOtherAtDesk && people.length > 0 ? w.others : '',
  people: people.map(({ citizen, broker, score, waitedDays }) => {
    const place = nextPlace();
    return {
      id: `par-${smallJob.id}-${citizen.id}`,
      value: place <= MOST_BOXES ? `${smallJob.id}_${citizen.id}` : '',
      checked: place <= MOST_BULK_PROPOSALS,
      href: `/kommune/borgere/${citizen.id}`,
      name: citizen.name,
      facts: [
        w.points(inDanish(Math.round(score / 100))),
        w.waited(inDanish(waitedDays)),
        ...(broker === null ? [] : [w.with(broker)]),
      ].join(' · '),
    };
  }),
  empty: empty ? `${w.empty(empty.seats)}. ${empty.text}` : '',
});

function contactRow(
  { name, before, after, target, text }: ContactBesides,
  limit: number,
): PlanResult['contacts'][number] {
  const mark = loadMark(after, target, limit);
  return {
    name,
    before: inDanish(before),
    after: inDanish(after),
    mark: mark === 'below' ? '' : mark === 'over-limit' ? w.overLimit : w.overTarget,
    text,
  };
}
