import {
  phoneInWords,
  refuseUnless,
  timeInWords,
  weekdayName,
  type ContactHours,
  type Language,
  type PostingAnswers,
} from '#domain';
import { phone, text, uuid } from '../../../http/fields/index.js';
import type { ChoiceView, FormView, InputView } from '../../frame/form/index.js';
import type { EmployerPostWords } from '../../words/employer-post-en.js';
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

/** "20 12 34 56", as Danes read numbers out. */
export const grouped = (e164: string): string =>
  phoneInWords(e164).replace(/^(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1 $2 $3 $4');

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
      value: grouped(host.phone),
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
            label: `${staff.name}, ${grouped(staff.phone ?? '')}`,
            hint: [knowsCompany ? w.knowsYou : '', answersIn(staff.contactHours, w, language)]
              .filter(Boolean)
              .join(' '),
          })),
        }),
    nobody: contacts.length === 0 && !posted ? w.nobodyToCall : '',
  };
}

const answersIn = (hours: ContactHours, w: EmployerPostWords, language: Language): string =>
  w.answers(daysInWords(hours.weekdays, language), `${timeInWords(hours.from)}-${timeInWords(hours.to)}`);

/** "mandag til fredag", or each day when they do not follow each other. */
export function daysInWords(days: readonly number[], language: Language): string {
  const sorted = [...new Set(days)].sort((a, b) => a - b);
  const first = sorted[0];
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return '';
  const to = language === 'da' ? 'til' : 'to';
  const follow = last - first === sorted.length - 1 && sorted.length > 2;
  if (follow) return `${weekdayName(first, language)} ${to} ${weekdayName(last, language)}`;
  const names = sorted.map((day) => weekdayName(day, language));
  const and = language === 'da' ? 'og' : 'and';
  return names.length === 1 ? names[0]! : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`;
}
