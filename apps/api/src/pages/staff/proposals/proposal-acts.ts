import {
  firstName,
  isBefore,
  localDateOf,
  localTimeOf,
  rejectReasons,
  type InterestWay,
  type ShareableField,
} from '#domain';
import { modestFields, type CardChoice, type ProposalDesk } from '#use-cases';
import { cardView } from '../../answer-view.js';
import { FormView, type ErrorSummaryView } from '../../frame/form/index.js';
import { proposalsWords as w } from '../../words/desk-proposals.js';
import {
  asBoxes,
  asInput,
  asRadios,
  asTextarea,
  firstErrors,
  ofAct,
  type ActView,
  type Refused,
} from '../placement/act-view.js';
import { shortTime } from '../placement/when.js';
import { withdrawFields } from '../placement/withdraw-fields.js';

/** How somebody at the municipality can have been told; a link is answered by the citizen. */
export const heardWays = ['phone', 'in-person', 'sms', 'letter'] as const satisfies readonly InterestWay[];

interface Acts {
  errors: ErrorSummaryView | null;
  acts: ActView[];
  /** What cannot be done just now, and when it can. */
  notes: string[];
}

type Make = (desk: ProposalDesk, form: FormView) => Omit<ActView, 'id' | 'action' | 'open'>;

/** What can be done about a proposal in its state; the first with `look: first` is what comes next. */
export function actsOf(desk: ProposalDesk, refused?: Refused): Acts {
  const forms: FormView[] = [];
  const made = namesOf(desk).map((id): ActView => {
    const form = new FormView('da', ...ofAct(id, refused));
    forms.push(form);
    const act = makers[id](desk, form);
    return { id, action: `/kommune/forslag/${desk.match.id}/${id}`, open: refused?.act === id, ...act };
  });
  // It was done already, or cannot be done any more: the page says why, and how it stands now.
  if (refused && !made.some(({ id }) => id === refused.act))
    forms.push(new FormView('da', refused.typed, refused.faults));
  const { mayRemindAt, now } = desk;
  const notes = mayRemindAt && isBefore(now, mayRemindAt) ? [w.remindLater(shortTime(mayRemindAt, now))] : [];
  return { errors: firstErrors(forms), acts: made, notes };
}

type ActName = 'borgerens-ja' | 'ja' | 'nej' | 'mind' | 'traek' | 'sagt';

function namesOf({ match, tellCitizen, agreementId, mayRemindAt, now }: ProposalDesk): ActName[] {
  const mayRemind = mayRemindAt === null || !isBefore(now, mayRemindAt);
  switch (match.state) {
    case 'asking':
      return ['borgerens-ja', 'traek'];
    case 'proposed':
      return ['ja', 'nej', ...(mayRemind ? (['mind'] as const) : []), 'traek'];
    case 'confirmed':
      return agreementId === null ? ['traek'] : [];
    default:
      return tellCitizen ? ['sagt'] : [];
  }
}

/** Of what the card of this citizen can hold: what is shown when nobody names fields. */
export const modestOf = ({ choices }: ProposalDesk): ShareableField[] =>
  choices.map(({ field }) => field).filter((field) => modestFields.includes(field));

const makers: Record<ActName, Make> = {
  'borgerens-ja': (desk, form) => ({
    label: w.recordInterest,
    help: w.recordHelp(desk.company.name),
    fields: [
      asRadios(form.choice('hvordan', w.how, { options: optionsOf(heardWays, w.ways), value: 'phone' })),
      asInput(form.date('dag', w.day, { value: localDateOf(desk.now) })),
      asInput(form.time('klokken', w.time, { value: localTimeOf(desk.now) })),
      asBoxes(
        form.choices('felter', w.fields, {
          options: desk.choices.map(({ field, alone }) => ({
            value: field,
            label: w.fieldNames[field],
            hint: inWords(alone),
          })),
          value: modestOf(desk),
        }),
      ),
      asRadios(
        form.choice('start', w.direct, {
          options: optionsOf(['ask', 'meet', 'direct'] as const, w.directChoices),
          value: 'ask',
        }),
      ),
    ],
    button: w.saveInterest,
    look: 'first',
  }),
  ja: ({ match, citizen }, form) => {
    const mayStart = match.interest?.startWithoutMeeting !== false;
    const starts = mayStart ? (['meet', 'direct'] as const) : (['meet'] as const);
    return {
      label: w.yesByPhone,
      help: w.yesHelp(firstName(citizen)),
      fields: [
        asRadios(form.choice('svar', w.start, { options: optionsOf(starts, w.starts), value: 'meet' })),
      ],
      button: w.saveYes,
      look: 'first',
    };
  },
  nej: (_, form) => ({
    label: w.noByPhone,
    help: w.noHelp,
    fields: [
      asRadios(form.choice('grund', w.reason, { options: optionsOf(rejectReasons, w.rejectReasons) })),
    ],
    button: w.saveNo,
    look: 'next',
  }),
  mind: ({ company }) => ({
    label: w.remind,
    help: w.remindHelp(company.contact.name),
    fields: [],
    button: w.saveRemind,
    look: 'next',
  }),
  traek: (_, form) => ({
    label: w.withdraw,
    help: w.withdrawHelp,
    fields: withdrawFields(form),
    button: w.saveWithdraw,
    look: 'next',
  }),
  sagt: ({ citizen }, form) => ({
    label: w.tellCitizen(firstName(citizen)),
    help: w.tellHelp,
    fields: [asTextarea(form.textarea('udfald', w.outcome, { rows: 3, max: 2000 }))],
    button: w.saveTold,
    look: 'first',
  }),
};

const optionsOf = <V extends string>(values: readonly V[], names: Readonly<Record<V, string>>) =>
  values.map((value) => ({ value, label: names[value] }));

/** What a field would put on the card, in one line. */
const inWords = (card: CardChoice['alone']): string =>
  cardView('', '', card, 'da')
    .rows.flatMap(({ values }) => values)
    .join(', ');
