import { dayInWords, firstName, timeInWords, weekdaysInWords, type Language } from '#domain';
import type { MyContact } from '#use-cases';
import { contactView, type ContactView } from '../../contact-view.js';
import { citizenMyPageWords } from '../../words/citizen-my-page.js';
import { capital, citizenWords } from '../../words/index.js';

/** The one person to call, with when the phone is answered. */
export function myContactView(contact: MyContact, language: Language): ContactView {
  const w = citizenMyPageWords[language];
  const c = firstName(contact);
  const { covering, hours } = contact;
  const answers = contact.answersNow ? w.answersNow(c) : w.answersAgain(c, contact.answersAgain);
  return {
    ...contactView(citizenWords[language].yourContact, contact, language),
    lines: [
      ...(covering
        ? [w.covering(c, firstName({ name: covering.for }), dayInWords(covering.until, language))]
        : []),
      ...(hours ? [answers] : []),
    ],
  };
}

/** "Mandag til fredag kl. 7.15 til 15.30"; single days when they are not in a row. */
export function phoneHoursInWords({ hours }: MyContact, language: Language): string {
  if (!hours || hours.weekdays.length === 0) return '';
  const w = citizenMyPageWords[language];
  const days = weekdaysInWords(hours.weekdays, language);
  return capital(w.hoursOf(days, timeInWords(hours.from), timeInWords(hours.to)));
}
