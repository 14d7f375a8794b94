import type { OfferReason } from '#use-cases';
import type { PageLanguage } from '../../http/page-language.js';
import { citizenWords, needInWords } from '../words/index.js';

/** Why this job: what the person has said as a quote, the rest as short sentences. */
export interface WhyView {
  label: string;
  said: { lead: string; words: string } | null;
  lines: string[];
}

export function whyView(reasons: readonly OfferReason[], language: PageLanguage): WhyView | null {
  if (reasons.length === 0) return null;
  const w = citizenWords[language];
  const said = reasons.find((reason) => reason.kind === 'said');
  return {
    label: w.whyThisJob,
    said: said ? { lead: w.youSaid, words: said.words } : null,
    lines: reasons.flatMap((reason) => (reason.kind === 'said' ? [] : [inWords(reason, language)])),
  };
}

function inWords(reason: Exclude<OfferReason, { kind: 'said' }>, language: PageLanguage): string {
  const w = citizenWords[language];
  switch (reason.kind) {
    case 'hours':
      return w.whyHours(amount(reason.hours, language), amount(reason.wish, language));
    case 'growth':
      return w.whyGrowth(amount(reason.hours, language));
    case 'contact':
      return w.whyContact(reason.name);
    case 'needs':
      return w.whyNeeds(reason.needs.map(needInWords).join(', '));
  }
}

/** "7,5" in Danish and Ukrainian. */
const amount = (hours: number, language: PageLanguage): string =>
  hours.toLocaleString(language === 'da' || language === 'uk' ? 'da-DK' : 'en-GB', {
    maximumFractionDigits: 2,
  });
