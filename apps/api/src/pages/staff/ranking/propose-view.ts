import {
  dayInWords,
  firstName,
  localDateOf,
  localTimeOf,
  phoneInPairs,
  reachOf,
  type LocalDate,
  type LocalTime,
  type ShareableField,
} from '#domain';
import type { ProposalSituation } from '#use-cases';
import { list, oneOf, text } from '../../../http/fields/index.js';
import {
  clockTime,
  day,
  FormView,
  tick,
  type ChoiceView,
  type ErrorSummaryView,
  type Faults,
  type InputView,
  type TextareaView,
  type Typed,
} from '../../frame/form/index.js';
import { page } from '../../frame/page.js';
import { rankingWords as w } from '../../words/desk-ranking.js';
import { proposePath } from './addresses.js';
import { barsOf, byWhom, shownPoints, standingInWords, strongest, type BarView } from './row-view.js';

const ways = ['first', 'phone', 'in-person', 'sms', 'letter'] as const;
/** *travel* is nothing that a card shows. */
const cardFields = [
  'goals',
  'wishes',
  'abilities',
  'accommodations',
  'hours',
  'danishLevel',
  'certificates',
  'dream',
] as const satisfies readonly ShareableField[];

export class ProposeForm {
  @oneOf(ways) hvordan!: (typeof ways)[number];
  @day({ optional: true }) dag?: LocalDate;
  @clockTime({ optional: true }) kl?: LocalTime;
  @list(oneOf(cardFields), { max: 20 }) felter!: (typeof cardFields)[number][];
  @tick() direkte!: boolean;
  @text({ max: 2000, multiline: true, optional: true, example: 'Talte godt om lageret' }) note?: string;
  /** The page showed that somebody else is asking, and the consultant knows. */
  @tick() alligevel!: boolean;
  /** Whether the page showed somebody who was free. */
  @oneOf(['ja', 'nej'], { optional: true }) fri?: 'ja' | 'nej';
}

export class AskForm {
  @text({ max: 1000, multiline: true, optional: true, example: 'Hun er god til kunder' }) ord?: string;
}

interface CommonView {
  heading: string;
  lead: string;
  facts: { score: string; bars: BarView[]; reasons: string } | null;
  warnings: string[];
  action: string;
}

export interface ProposeView extends CommonView {
  errors: ErrorSummaryView | null;
  form: {
    how: ChoiceView;
    day: InputView;
    at: InputView;
    fields: ChoiceView;
    direct: ChoiceView;
    note: TextareaView;
    anyway: ChoiceView | null;
    free: string;
  };
  submit: string;
  journal: { id: string; label: string; text: string };
}

export interface AskView extends CommonView {
  errors: ErrorSummaryView | null;
  word: TextareaView;
  submit: string;
  call: { href: string; label: string } | null;
}

export interface CannotView extends Omit<CommonView, 'action'> {
  cannot: string;
  lines: string[];
}

export const proposePage = page<ProposeView>('staff/ranking/propose');
export const askPage = page<AskView>('staff/ranking/ask');
export const cannotPage = page<CannotView>('staff/ranking/cannot');

/** No message goes out to somebody who is called, written to or met: it lies on a list until a person has done it. */
export const isAskedByPerson = ({ citizen }: ProposalSituation): boolean => reachOf(citizen).by === 'person';

/** Nobody is asked about two things at once without knowing it. Empty for somebody who is free. */
export function inPlayWarnings({
  person: { standing },
  hasOpenOffer,
}: Pick<ProposalSituation, 'person' | 'hasOpenOffer'>): string[] {
  if (hasOpenOffer) return [w.warnOpenOffer];
  return standing.kind === 'elsewhere' ? [w.warnElsewhere(standing.title, byWhom(standing.by))] : [];
}

const isFree = (situation: ProposalSituation): boolean => inPlayWarnings(situation).length === 0;

function commonOf(situation: ProposalSituation): Omit<CommonView, 'heading' | 'action'> {
  const { smallJob, company, person, result, caseload, nobodyAnswers } = situation;
  const { standing } = person;
  return {
    lead: w.proposeFor(smallJob.title, company.name),
    facts: result.eligible
      ? { score: shownPoints(result.score), bars: barsOf(result), reasons: strongest(result.parts) }
      : null,
    warnings: [
      ...inPlayWarnings(situation),
      ...(standing.kind === 'asked' || standing.kind === 'declined' ? [standingInWords(person)] : []),
      ...(caseload ? [w.warnCaseload(caseload.name, caseload.count, caseload.target)] : []),
      ...(nobodyAnswers ? [w.warnNobody] : []),
    ].filter((line) => line !== ''),
  };
}

export function proposeView(situation: ProposalSituation, typed: Typed, faults: Faults): ProposeView {
  const { citizen, smallJob, company, at: now } = situation;
  const f = new FormView('da', typed, faults);
  const options = (names: readonly string[], words: Readonly<Record<string, string>>) =>
    names.map((value) => ({ value, label: words[value] ?? value }));
  const first = isAskedByPerson(situation) ? w.askedByListHint[citizen.preferredChannel] : w.firstHint;
  const hints: Readonly<Record<string, string>> = { first };
  const form = {
    how: f.choice('hvordan', w.how, {
      value: 'first',
      options: options(ways, w.hows).map((each) => ({ ...each, hint: hints[each.value] ?? '' })),
    }),
    day: f.date('dag', w.when, { optional: true, value: localDateOf(now) }),
    at: f.time('kl', w.at, { optional: true, value: localTimeOf(now) }),
    fields: f.choices('felter', w.fields, {
      hint: w.fieldsHint,
      value: ['goals', 'abilities', 'hours'],
      options: options(cardFields, w.fieldNames),
    }),
    direct: f.choices('direkte', '', { options: [{ value: 'ja', label: w.direct }] }),
    note: f.textarea('note', w.note, { hint: w.noteHint, optional: true, rows: 2, max: 2000 }),
    anyway: isFree(situation)
      ? null
      : f.choices('alligevel', '', { options: [{ value: 'ja', label: w.anyway }] }),
    free: isFree(situation) ? 'ja' : 'nej',
  };
  return {
    ...commonOf(situation),
    heading: w.proposeHeading(citizen.name),
    action: '',
    form,
    errors: f.errors(),
    submit: w.doPropose,
    journal: {
      id: 'journal-forslag',
      label: 'Kopiér til journal',
      text: w.journalProposed(dayInWords(localDateOf(now)), citizen.name, smallJob.title, company.name),
    },
  };
}

export function askView(situation: ProposalSituation, typed: Typed, faults: Faults): AskView {
  const { citizen, person, smallJob } = situation;
  const f = new FormView('da', typed, faults);
  const broker = firstName(person.broker ?? { name: w.aColleague });
  const word = f.textarea('ord', w.askWord, { optional: true, rows: 3, max: 1000 });
  const phone = person.broker?.phone;
  return {
    ...commonOf(situation),
    heading: w.askHeading(broker, citizen.name),
    lead: w.askLead(broker, firstName(citizen)),
    action: `${proposePath(smallJob.id, citizen.id)}/spoerg`,
    word,
    errors: f.errors(),
    submit: w.doAsk,
    call: phone ? { href: `tel:${phone}`, label: `${w.call} ${broker} ${phoneInPairs(phone)}` } : null,
  };
}

/** Somebody who does not fit, is proposed already, or a job that nobody is proposed for. */
export function cannotView(situation: ProposalSituation): CannotView {
  const { citizen, person, result, smallJob } = situation;
  const notOpen = smallJob.status === 'open' ? [] : [w.notOpen[smallJob.status]];
  return {
    ...commonOf(situation),
    warnings: [],
    heading: w.proposeHeading(citizen.name),
    cannot: w.cannot,
    lines: [
      ...notOpen,
      ...(person.standing.kind === 'here' ? [standingInWords(person)] : []),
      ...result.failed.map(({ text: line, change }) =>
        change.text === '' ? line : `${line} (${w.helps(change.text)})`,
      ),
    ],
  };
}
