import { firstName, rejectReasons } from '#domain';
import type { MatchPage } from '#use-cases';
import { cardView, nothingMore, type AnswerView } from '../answer-view.js';
import { buttonsTo, type ButtonsView } from '../buttons-view.js';
import { contactView } from '../contact-view.js';
import { bothWords, employerWords } from '../words/index.js';

type Words = (typeof employerWords)['da'];

/** A person whom the company may meet. When it is over, so is the right to see the card. */
export function matchView(page: MatchPage): AnswerView {
  const { language, state } = page;
  const w = employerWords[language];
  const c = firstName(page.contact);
  const open = state === 'proposed';
  return {
    ...nothingMore,
    language,
    title: w.yourAnswer,
    municipality: bothWords[language].municipality(page.municipality),
    now: becameOf(page, w, c),
    greeting: open ? { hello: w.hello(page.companyContact), intro: `${w.wantsTheJob} ${page.title}.` } : null,
    heading: open ? { lang: language, words: w.meetAPerson } : { lang: 'da', words: page.title },
    card: open || state === 'confirmed' ? cardView('', '', page.card, language) : null,
    answers: open ? { label: w.yourAnswer, form: yesForm(page, w) } : null,
    refusal: open
      ? {
          summary: w.no,
          legend: w.whyNot,
          reasons: rejectReasons.map((value) => ({ value, label: w.reasons[value] })),
          button: w.sendNo,
        }
      : null,
    whom: contactView(w.yourContact, page.contact, language),
    notes: open ? [w.ifYes, w.nameLater, w.ifNo(c)] : [],
  };
}

function yesForm({ mayStartDirectly }: MatchPage, w: Words): ButtonsView {
  const meet = { name: 'start', value: 'meet', label: w.yesMeet, look: 'first' as const };
  const direct = { name: 'start', value: 'direct', label: w.yesDirect, look: 'next' as const };
  const always = [{ name: 'answer', value: 'yes' }];
  return { ...buttonsTo(false), always, buttons: mayStartDirectly ? [meet, direct] : [meet] };
}

function becameOf({ state, answeredBy }: MatchPage, w: Words, c: string): AnswerView['now'] {
  const told = (heading: string, lines: string[]) => ({ heading, label: w.nowThis, lines });
  const who = answeredBy ? [w.answeredBy(firstName({ name: answeredBy }))] : [];
  switch (state) {
    case 'asking':
    case 'proposed':
      return null;
    case 'confirmed':
      return told(w.thanksYes, [...who, w.personIsAsked, w.nameLater, w.arrangesRest(c)]);
    case 'rejected':
      return told(w.thanksNo, [...who, w.tellsPerson(c), w.jobStaysOpen, w.toChangeJob(c)]);
    case 'withdrawn':
      return told(w.withdrawn, [w.nothingToDo, w.looksOn(c), w.inDoubt(c)]);
    case 'lapsed':
      return told(w.lapsed, [w.nothingToDo, w.looksOn(c), w.inDoubt(c)]);
  }
}
