import type { Language } from '#domain';
import type { OfferDetails, TripToWork } from '#use-cases';
import type { PageLanguage } from '../../http/page-language.js';
import { fact, linesIn, type Fact } from '../facts-view.js';
import { capital, citizenWords } from '../words/index.js';
import { wayThere } from './way-there.js';

/** What, when, where and pay. What the company wrote is Danish, whatever the page speaks; the week is in `written`. */
export function factsOf(details: OfferDetails, language: PageLanguage, written: Language): Fact[] {
  const w = citizenWords[language];
  const laterToo = details.latestStart === '' ? '' : w.laterIsFine(details.latestStart);
  const where = [
    ...linesIn('da', [details.company, details.where]),
    ...linesIn(language, [tripsInWords(details.trips, language)]),
  ];
  return [
    fact('page-icon-what', w.what, linesIn('da', [details.description])),
    fact('page-icon-when', w.when, [
      ...linesIn(written, [capital(details.when)]),
      ...linesIn(language, [w.fromDay(details.startDay), laterToo]),
    ]),
    {
      ...fact('page-icon-where', w.where, where),
      way: { href: wayThere(details.position), label: w.showWay, note: w.anotherSite },
    },
    fact('page-icon-pay', w.pay, linesIn(language, [w.anHour(details.wage)])),
  ];
}

/** "14 min. på cykel · 25 min. med bus". */
export const tripsInWords = (trips: readonly TripToWork[], language: PageLanguage): string =>
  trips.map(({ mode, minutes }) => `${minutes} min. ${citizenWords[language].travelBy[mode]}`).join(' · ');
