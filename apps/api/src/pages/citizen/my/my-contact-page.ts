import type { Citizen, ContactLevel, Language } from '#domain';
import type { MyPage } from '#use-cases';
import { oneOf } from '../../../http/fields/index.js';
import {
  FormView,
  noFaults,
  type ChoiceView,
  type ErrorSummaryView,
  type Faults,
  type Typed,
} from '../../frame/form/index.js';
import { contactView, type ContactView } from '../../contact-view.js';
import { page, type ShownPage } from '../../frame/page.js';
import { citizenMyPageWords } from '../../words/citizen-my-page.js';
import { myContactView, phoneHoursInWords } from './my-contact-view.js';

export const levels = ['low', 'normal', 'close'] as const satisfies readonly ContactLevel[];
export const mondays = ['friday', 'sunday'] as const;
export const tongues = ['da', 'en'] as const;

export class SettingsForm {
  @oneOf(levels) contactLevel!: ContactLevel;
  @oneOf(mondays) mondayReminder!: Citizen['mondayReminder'];
  @oneOf(tongues) language!: Language;
}

interface MyContactPageView {
  heading: string;
  person: ContactView;
  hours: { label: string; words: string } | null;
  deputy: { heading: string; line: string; call: ContactView['phone'] } | null;
  settings: { heading: string; level: ChoiceView; monday: ChoiceView; language: ChoiceView; save: string };
  errors: ErrorSummaryView | null;
}

const shown = page<MyContactPageView>('citizen/my-contact');

/** Who it is, when the phone is answered, and how the citizen wants it. */
export function myContactPageOf(my: MyPage, typed: Typed = {}, faults: Faults = noFaults): ShownPage {
  const { language, contact, settings } = my;
  const w = citizenMyPageWords[language];
  const form = new FormView(language, typed, faults);
  const options = <V extends string>(values: readonly V[], labels: Record<V, string>) =>
    values.map((value) => ({ value, label: labels[value] }));
  const hours = phoneHoursInWords(contact, language);
  return shown({
    title: w.contactTitle,
    language,
    readAloud: true,
    contact: null,
    heading: w.contactTitle,
    // The heading says already whose contact it is.
    person: { ...myContactView(contact, language), label: '' },
    hours: hours === '' ? null : { label: w.phoneHours, words: hours },
    deputy: contact.deputy && deputyView(contact.deputy, language),
    settings: {
      heading: w.howWeWork,
      level: form.choice('contactLevel', w.level, {
        options: options(levels, w.levels),
        value: settings.contactLevel,
      }),
      monday: form.choice('mondayReminder', w.monday, {
        options: options(mondays, { friday: w.friday, sunday: w.sunday }),
        value: settings.mondayReminder,
      }),
      language: form.choice('language', w.language, {
        options: options(tongues, { da: w.danish, en: w.english }),
        value: settings.language,
      }),
      save: w.save,
    },
    errors: form.errors(),
  });
}

function deputyView(
  deputy: { name: string; phone: string },
  language: Language,
): MyContactPageView['deputy'] {
  const w = citizenMyPageWords[language];
  return {
    heading: w.deputy,
    line: w.callDeputy(deputy.name),
    call: contactView('', deputy, language).phone,
  };
}
