import { dayInWords, localDateOf, type Language } from '#domain';
import type { CardChoice, ChoosableField, MyCard, MyCards, MyConsent, MyConsents } from '#use-cases';
import { cardView, type CardView } from '../../answer-view.js';
import { page, type ShownPage } from '../../frame/page.js';
import { citizenMyPageWords } from '../../words/citizen-my-page.js';
import { abilityInWords, bothWords, danishInWords, needInWords } from '../../words/index.js';
import { buttonsTo, type ButtonsView } from '../../buttons-view.js';

interface ChoiceBox {
  id: string;
  value: ChoosableField;
  label: string;
  /** What the company reads. */
  hint: string;
  chosen: boolean;
}

interface OneCardView {
  id: string;
  heading: string;
  card: CardView;
  choose: { legend: string; hint: string; action: string; boxes: ChoiceBox[]; save: string };
  /** Saying no to being told of, or taking the yes back; null where that is answered elsewhere. */
  hide: ButtonsView | null;
}

interface ConsentView {
  heading: string;
  about: string;
  words: string;
  said: string;
  fields: string[];
  version: string;
  over: string;
}

interface MyCardsView {
  heading: string;
  intro: string;
  cards: OneCardView[];
  none: string[];
  consents: { heading: string; rows: ConsentView[]; none: string };
  writing: ButtonsView | null;
}

const shown = page<MyCardsView>('citizen/my-cards');

/** What companies see or would see, with what may be chosen, and everything that was said yes to. */
export function myCardsOf({ cards, language }: MyCards, { consents, writing }: MyConsents): ShownPage {
  const w = citizenMyPageWords[language];
  return shown({
    title: w.cardTitle,
    language,
    readAloud: true,
    messages: {
      kort: w.cardSaved,
      ja: w.cardYes,
      nej: w.cardNo,
      'for-sent': w.tooLate,
      ring: w.writingStopped,
      skriv: w.writingAgain,
    },
    heading: w.cardTitle,
    intro: w.cardIntro,
    cards: cards.map((card) => oneCard(card, language)),
    none: cards.length === 0 ? [w.noCards, w.noCardsYet] : [],
    consents: {
      heading: w.consentsTitle,
      rows: consents.map((consent) => consentView(consent, language)),
      none: w.noConsents,
    },
    writing: writingButton(writing, language),
  });
}

function oneCard(card: MyCard, language: Language): OneCardView {
  const w = citizenMyPageWords[language];
  const { matchId, title, company, state, companySees, nameTold, since, choices } = card;
  const note = `${w.calledBy(card.card.pseudonym)} ${nameTold ? w.nameTold : w.nameHidden}`;
  const asking = state === 'asking';
  const label = companySees && since !== '' ? w.sees(since) : w.wouldSee;
  return {
    id: `kort-${matchId}`,
    heading: w.cardFor(title, company),
    card: cardView(label, note, card.card, language),
    choose: {
      legend: w.choose,
      hint: w.chooseHint,
      action: `/min-side/kort/${matchId}`,
      boxes: choices.map((choice) => boxOf(choice, matchId, language)),
      save: asking ? w.yesShow : w.saveChoice,
    },
    hide:
      asking || state === 'proposed'
        ? {
            ...buttonsTo(true, `/min-side/kort/${matchId}/nej`),
            buttons: [{ name: 'nej', value: 'ja', label: asking ? w.noTell : w.hideMe, look: 'next' }],
          }
        : null,
  };
}

const boxOf = (
  { field, shown: isShown, alone }: CardChoice,
  matchId: string,
  language: Language,
): ChoiceBox => {
  const w = citizenMyPageWords[language];
  const { wishes, abilities, accommodations, hours, danishLevel } = alone;
  const values = [
    ...wishes,
    ...abilities.map(abilityInWords),
    ...accommodations.map(needInWords),
    ...(hours ? [bothWords[language].hours(hours.min, hours.max, hours.wish)] : []),
    ...(danishLevel === null ? [] : [danishInWords(danishLevel)]),
  ];
  const label = w.fields[field];
  return { id: `${matchId}-${field}`, value: field, label, hint: values.join(', '), chosen: isShown };
};

function consentView(consent: MyConsent, language: Language): ConsentView {
  const w = citizenMyPageWords[language];
  const { kind, about, words, textVersion, at, how, fields, withdrawnAt } = consent;
  const labels: Record<string, string> = w.fields;
  return {
    heading: w.consentAbout[kind],
    about: about ? w.cardFor(about.title, about.company) : '',
    words,
    said: w.saidOn(dayInWords(localDateOf(at), language), w.ways[how]),
    fields: withdrawnAt ? [] : fields.map((field) => labels[field] ?? '').filter(Boolean),
    version: w.version(textVersion),
    over: withdrawnAt ? w.takenBackOn(dayInWords(localDateOf(withdrawnAt), language)) : '',
  };
}

function writingButton(writing: MyConsents['writing'], language: Language): ButtonsView | null {
  if (writing === null) return null;
  const w = citizenMyPageWords[language];
  const isOn = writing === 'on';
  return {
    ...buttonsTo(true, '/min-side/kort/beskeder'),
    buttons: [
      { name: 'skriv', value: isOn ? 'nej' : 'ja', label: isOn ? w.stopWriting : w.writeAgain, look: 'next' },
    ],
  };
}
