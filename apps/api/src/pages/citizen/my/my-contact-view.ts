import { dayInWords, firstName, timeInWords, weekdayName, type Language } from '#domain';
import type { MyContact } from '#use-cases';
import { contactView, type ContactView } from '../../contact-view.js';
import { citizenMyPageWords } from '../../words/citizen-my-page-en.js';
import { capital, citizenWords } from '../../words/index.js';

/** The one person to call, with when the phone is answered: templates/partials/page-my-contact.hbs. */
export interface MyContactView {
  whom: ContactView;
  lines: string[];
}

export function myContactView(contact: MyContact, language: Language): MyContactView {
  const w = citizenMyPageWords[language];
  const c = firstName(contact);
  const { covering, hours } = contact;
  const answers = contact.answersNow ? w.answersNow(c) : w.answersAgain(c, contact.answersAgain);
  return {
    whom: contactView(citizenWords[language].yourContact, contact, language),
    lines: [
      ...(covering
        ? [w.covering(c, firstName({ name: covering.for }), dayInWords(covering.until, language))]
        : []),
      ...(hours ? [answers] : []),
    ],
  };
}

/** "Mandag til fredag kl. 7.15 til 15.30"; single days when they are not in a row. */
export function hoursInWords({ hours }: MyContact, language: Language): string {
  if (!hours || hours.weekdays.length === 0) return '';
  const w = citizenMyPageWords[language];
  const days = [...hours.weekdays].sort((a, b) => a - b);
  const inARow = days.every((day, place) => day === days[0]! + place);
  const to = language === 'da' ? 'til' : 'to';
  const name = (day: number) => weekdayName(day, language);
  const words =
    inARow && days.length > 1
      ? `${name(days[0]!)} ${to} ${name(days.at(-1)!)}`
      : days.map((day) => name(day)).join(', ');
  return capital(w.hoursOf(words, timeInWords(hours.from), timeInWords(hours.to)));
}
