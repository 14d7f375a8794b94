import {
  phoneInPairs,
  refuseUnless,
  timeInWords,
  weekdaysInWords,
  type ContactHours,
  type Language,
  type PostingAnswers,
} from '#domain';
import { phone, text, uuid } from '../../../http/fields/index.js';
import { said, type ChoiceView, type FormView, type InputView } from '../../frame/form/index.js';
import { employerPostWords, type EmployerPostWords } from '../../words/employer-post.js';
import { step, type StepContext } from './step-form.js';

class PeopleForm {
  @text({ max: 200, optional: true, example: 'Ali Demir' }) hostName?: string;
  @phone({ optional: true }) hostPhone?: string;
  @uuid({ optional: true }) contact?: string;
}

interface PeopleStepView {
  hostName: InputView;
  hostPhone: InputView;
  /** Null where it is another page’s business: the contact of a posted task changes by a talk. */
  contact: ChoiceView | null;
  nobody: string;
}

export const peopleStep = step<PeopleForm, PeopleStepView>({
  type: PeopleForm,
  view,
  lead: (_, { w }) => w.peopleLead,
  at: () => ({ 'small-job.no-fixed-contact': said(employerPostWords, (w) => w.pickContact, 'contact') }),
  answers: ({ hostName, hostPhone, contact }, { companyContact }) => ({
    companyContact: hostName && hostPhone ? { name: hostName, phone: hostPhone } : companyContact,
    fixedContactId: contact,
  }),
  refuse: ({ contact }, { posted }) => refuseUnless(contact || posted, 'small-job.no-fixed-contact'),
  needed: ({ hostName, hostPhone }) => [
    ...(hostName ? [] : ['hostName' as const]),
    ...(hostPhone ? [] : ['hostPhone' as const]),
  ],
});

function view(
  f: FormView,
  answers: PostingAnswers,
  { w, language, person, contacts, posted }: StepContext,
): PeopleStepView {
  const host = answers.companyContact ?? person;
  return {
    hostName: f.input('hostName', w.hostName, { max: 200, value: host.name, autocomplete: 'name' }),
    hostPhone: f.input('hostPhone', w.hostPhone, {
      type: 'tel',
      inputmode: 'tel',
      width: 'm',
      hint: w.hostPhoneHint,
      value: phoneInPairs(host.phone),
      autocomplete: 'tel',
    }),
    contact: posted
      ? null
      : f.choice('contact', w.callWhom, {
          hint: w.callWhomHint,
          // Nobody is chosen beforehand.
          value: answers.fixedContactId ?? '',
          options: contacts.map(({ staff, knowsCompany }) => ({
            value: staff.id,
            label: `${staff.name}, ${phoneInPairs(staff.phone ?? '')}`,
            hint: [knowsCompany ? w.knowsYou : '', answersIn(staff.contactHours, w, language)]
              .filter(Boolean)
              .join(' '),
          })),
        }),
    nobody: contacts.length === 0 && !posted ? w.nobodyToCall : '',
  };
}

const answersIn = (hours: ContactHours, w: EmployerPostWords, language: Language): string =>
  w.answers(weekdaysInWords(hours.weekdays, language), `${timeInWords(hours.from)}-${timeInWords(hours.to)}`);
