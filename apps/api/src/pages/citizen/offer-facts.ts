import type { Language } from '#domain';
import type { OfferDetails, TripToWork } from '#use-cases';
import type { PageLanguage } from '../../http/page-language.js';
import { capital, citizenWords } from '../words/index.js';
import { wayThere } from './way-there.js';

export interface OfferFact {
  /** A partial of its own: templates/partials/page-icon-….hbs. */
  icon: 'page-icon-what' | 'page-icon-when' | 'page-icon-where' | 'page-icon-pay';
  label: string;
  lines: { lang: PageLanguage; words: string }[];
  /** A map, elsewhere. */
  way: { href: string; label: string; note: string } | null;
}

/** What, when, where and pay. What the company wrote is Danish, whatever the page speaks; the week is in `written`. */
export function factsOf(details: OfferDetails, language: PageLanguage, written: Language): OfferFact[] {
  const w = citizenWords[language];
  const ours = (...words: string[]) => words.filter(Boolean).map((line) => ({ lang: language, words: line }));
  const theirs = (...words: string[]) => words.map((line) => ({ lang: 'da' as const, words: line }));
  const laterToo = details.latestStart === '' ? '' : w.laterIsFine(details.latestStart);
  return [
    { icon: 'page-icon-what', label: w.what, lines: theirs(details.description), way: null },
    {
      icon: 'page-icon-when',
      label: w.when,
      lines: [
        { lang: written, words: capital(details.when) },
        ...ours(w.fromDay(details.startDay), laterToo),
      ],
      way: null,
    },
    {
      icon: 'page-icon-where',
      label: w.where,
      lines: [...theirs(details.company, details.where), ...ours(tripsInWords(details.trips, language))],
      way: { href: wayThere(details.position), label: w.showWay, note: w.anotherSite },
    },
    { icon: 'page-icon-pay', label: w.pay, lines: ours(w.anHour(details.wage)), way: null },
  ];
}

/** "14 min. på cykel · 25 min. med bus". */
export const tripsInWords = (trips: readonly TripToWork[], language: PageLanguage): string =>
  trips.map(({ mode, minutes }) => `${minutes} min. ${citizenWords[language].travelBy[mode]}`).join(' · ');
