import type { Language } from '#domain';
import type { OfferEstimate } from '#use-cases';
import { calculatorWords } from '../words/calculator.js';
import { aboutInWords, confirmedInWords } from './money-answer.js';

/** On the page of an offer: templates/partials/page-offer-money.hbs. */
export interface OfferMoneyView {
  heading: string;
  /** "ca. 2.900 kr. om måneden"; empty while the citizen's own figures are not known. */
  about: string;
  guide: string;
  confirmed: string;
  none: string;
  href: string;
  see: string;
}

/** Without a figure of one's own there is no number, and the way to the calculator. */
export function offerMoney(money: OfferEstimate, token: string, language: Language): OfferMoneyView {
  const w = calculatorWords[language];
  const known = money.kind === 'estimate' ? money : null;
  return {
    heading: w.offerHeading,
    about: known ? w.aMonth(aboutInWords(known.estimate.gainOre, language)) : '',
    guide: w.guideWord,
    confirmed: known?.confirmed ? confirmedInWords(known.confirmed, language) : '',
    none: w.offerNone,
    href: `/o/${token}/penge`,
    see: known ? w.seeHow : w.computeIt,
  };
}
