import {
  absenceCauses,
  dayInWords,
  declineReasons,
  firstName,
  heardWays,
  offerAnswers,
  timeInWords,
} from '#domain';
import { choosableFields, type ShowCitizenDesk } from '#use-cases';
import { FormView, SEEN, type ErrorSummaryView } from '../../frame/form/index.js';
import { page } from '../../frame/page.js';
import { citizensWords as w } from '../../words/desk-citizens.js';
import { proposalsWords } from '../../words/desk-proposals.js';
import { markOfTerms } from '../agreements/agreed-view.js';
import {
  asBoxes,
  asRadios,
  asSelect,
  asTick,
  firstErrors,
  ofAct,
  type ActView,
  type Refused,
} from '../placement/act-view.js';
import { pathOf } from './citizen-view.js';
import { ownErrors, withOwnIds } from './own-ids.js';

export type Questions = Awaited<ReturnType<ShowCitizenDesk['questions']>>;

export interface TalkedView {
  heading: string;
  lead: string;
  nothing: string;
  acts: ActView[];
  errors: ErrorSummaryView | null;
}

export const talkedPage = page<TalkedView>('staff/citizens/talked');

/** How the contact heard it: on the page and by link only the citizen answers. */
export const talkedWays = heardWays;

/** Everything that somebody may have answered in one talk: a form each, so that one answer never waits for another. */
export function talkedView(found: Questions, refused?: Refused): TalkedView {
  const { citizen, interests, offers, shifts, agreements, smallJobs, companies } = found;
  const forms: FormView[] = [];
  const formOf = (act: string): FormView => {
    const form = new FormView('da', ...ofAct(act, refused));
    forms.push(form);
    return form;
  };
  const act = (
    id: string,
    rest: Omit<ActView, 'id' | 'action' | 'open' | 'help' | 'look'> & { help?: string },
  ): ActView => ({
    id,
    action: `${pathOf(citizen.id)}/talt/${id.replace('-', '/')}`,
    help: '',
    look: 'first',
    ...rest,
    open: refused?.act === id,
  });
  const titleOf = (id: string): string => smallJobs.get(id)?.title ?? '';
  const companyOf = (id: string): string => companies.get(smallJobs.get(id)?.companyId ?? '')?.name ?? '';
  const acts = [
    ...offers.map((offer) => {
      const id = `tilbud-${offer.id}`;
      const f = unique(formOf(id), offer.id);
      return act(id, {
        label: w.offer(titleOf(offer.smallJobId)),
        fields: [
          asRadios(f.choice('svar', w.talkedAnswer, optionsOf(offerAnswers, w.offerAnswers))),
          asRadios(f.choice('hvordan', w.how, optionsOf(talkedWays, w.hows, 'phone'))),
          asSelect(
            f.choice('grund', w.offerReason, {
              optional: true,
              options: [{ value: '', label: '' }, ...optionsOf(declineReasons, w.reasons).options],
            }),
          ),
        ],
        button: w.save,
      });
    }),
    ...interests.map((match) => {
      const id = `interesse-${match.id}`;
      const f = unique(formOf(id), match.id);
      return act(id, {
        label: w.interest(titleOf(match.smallJobId), companyOf(match.smallJobId)),
        fields: [
          asRadios(f.choice('svar', w.talkedAnswer, optionsOf(['yes', 'no'] as const, w.interestAnswers))),
          asRadios(f.choice('hvordan', w.how, optionsOf(talkedWays, w.hows, 'phone'))),
          asBoxes(
            f.choices('felter', w.fields, {
              options: choosableFields.map((value) => ({ value, label: proposalsWords.fieldNames[value] })),
              value: ['goals', 'wishes', 'abilities', 'hours'],
            }),
          ),
          asRadios(
            f.choice('start', w.start, optionsOf(['ask', 'meet', 'direct'] as const, w.startAnswers, 'ask')),
          ),
        ],
        button: w.save,
      });
    }),
    ...agreements.map((agreement) => {
      const id = `aftale-${agreement.id}`;
      const f = unique(formOf(id), agreement.id);
      return act(id, {
        label: w.sign(titleOf(agreement.smallJobId)),
        help: w.signQuestion,
        hidden: [{ name: SEEN, value: markOfTerms(agreement) }],
        fields: [asTick(f.choices('ja', w.signTick, { options: [{ value: 'ja', label: w.signTick }] }))],
        button: w.saveSignature,
      });
    }),
    ...shifts.map((shift) => {
      const id = `vagt-${shift.id}`;
      const f = unique(formOf(id), shift.id);
      return act(id, {
        label: w.shift(
          `${dayInWords(shift.date)} kl. ${timeInWords(shift.start)}`,
          titleOf(shift.smallJobId),
        ),
        help: w.shiftQuestion,
        fields: [
          asSelect(f.choice('aarsag', w.cause, optionsOf(absenceCauses, w.causes, 'cannot'))),
          asRadios(f.choice('hvordan', w.how, optionsOf(talkedWays, w.hows, 'phone'))),
        ],
        button: w.saveAbsence,
      });
    }),
  ];
  // It was answered meanwhile: what was said about it stands on top, and the question is gone.
  if (refused && !acts.some(({ id }) => id === refused.act))
    forms.push(new FormView('da', refused.typed, refused.faults));
  const [first, ...rest] = acts;
  return {
    heading: w.talkedHeading(firstName(citizen)),
    lead: acts.length === 0 ? '' : w.talkedLead,
    nothing: acts.length === 0 ? w.talkedNothing : '',
    acts: first ? [{ ...first, open: first.open || refused === undefined }, ...rest] : [],
    errors: ownErrors(firstErrors(forms), refused?.act.replace(/^[a-z]+-/, '') ?? ''),
  };
}

const unique = (form: FormView, row: string): Pick<FormView, 'choice' | 'choices'> => ({
  choice: (...about) => withOwnIds(form.choice(...about), row),
  choices: (...about) => withOwnIds(form.choices(...about), row),
});

const optionsOf = <V extends string>(
  values: readonly V[],
  names: Readonly<Record<V, string>>,
  value?: string,
) => ({
  options: values.map((one) => ({ value: one, label: names[one] })),
  ...(value !== undefined && { value }),
});
