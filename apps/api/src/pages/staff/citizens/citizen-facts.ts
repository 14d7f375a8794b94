import {
  accommodationInWords,
  certificateInWords,
  conditionInWords,
  danishLevelNames,
  goalName,
  listInWords,
  oneLine,
  phoneInPairs,
  travelModes,
  weekInWords,
} from '#domain';
import type { CitizenDesk } from '#use-cases';
import { citizensWords as w } from '../../words/desk-citizens.js';
import { citizenFormWords as form } from '../../words/desk-citizen-form.js';
import { capital } from '../../words/choices.js';

export interface Pair {
  label: string;
  text: string;
  href: string;
  under: string;
}

const pair = (label: string, text: string, over: Partial<Pair> = {}): Pair => ({
  label,
  text,
  href: '',
  under: '',
  ...over,
});

/** What works: when, how far, what, in words. Never a diagnosis, for there is none (R45). */
export function worksOf({ citizen }: CitizenDesk): Pair[] {
  const { hours, windows, reach, danishLevel, certificates, limits } = citizen;
  const slots = windows.map(({ weekday, from, to }) => ({ weekday, start: from, end: to }));
  const travel = travelModes.flatMap((mode) => {
    const minutes = reach[mode];
    return minutes === undefined ? [] : [w.upTo(minutes, w.modes[mode])];
  });
  const inside = (text: string): string => text.charAt(0).toLocaleLowerCase('da') + text.slice(1);
  const bounds = [
    capital(w.lift(limits.liftKg)),
    `${inside(form.standing)}: ${inside(form.standings[limits.standing])}`,
    `${inside(form.noise)}: ${inside(form.noises[limits.noise])}`,
    `${inside(form.people)}: ${inside(form.peoples[limits.peopleContact])}`,
    ...limits.other.map((slug) => w.notPossible(conditionInWords(slug))),
  ];
  return [
    pair(w.canCome, slots.length === 0 ? w.noneOf : capital(weekInWords(slots)), {
      under: w.hoursWanted(String(hours.min), String(hours.max), String(hours.wish)),
    }),
    pair(w.travels, travel.length === 0 ? w.noneOf : capital(travel.join(' · '))),
    pair(w.limits, bounds.join(' · ')),
    pair(w.speaks, capital(danishLevelNames[danishLevel].da)),
    ...(certificates.length === 0
      ? []
      : [pair(w.has, certificates.map((slug) => certificateInWords(slug)).join(', '))]),
  ];
}

/** What helps: what the citizen has agreed to name, and what was learnt from jobs that were tried. */
export function helpsOf({ citizen }: CitizenDesk): Pair[] {
  const { needs, triedJobs } = citizen;
  return [
    pair(w.needs, needs.length === 0 ? w.noneOf : needs.map((slug) => accommodationInWords(slug)).join(', ')),
    ...(triedJobs.length === 0
      ? []
      : [
          pair(
            w.tried,
            triedJobs
              .map(
                ({ category, wentWell }) => `${goalName(category)} (${wentWell ? w.triedWell : w.triedNot})`,
              )
              .join(', '),
          ),
        ]),
  ];
}

/** How the citizen is reached; a protected address is for the staff alone. */
export function reachedOf({ citizen, sameNumber }: CitizenDesk): Pair[] {
  const { phone, email, address, protectedAddress, preferredChannel, sharedPhone, phoneVerifiedAt } = citizen;
  return [
    ...(phone === null
      ? []
      : [
          pair(w.phone, phoneInPairs(phone), {
            href: `tel:${phone}`,
            under: [
              sharedPhone ? w.shared : phoneVerifiedAt ? w.verified : w.notVerified,
              ...(sameNumber.length === 0
                ? []
                : [w.sameNumber(listInWords(sameNumber.map(({ name }) => name)), sharedPhone)]),
            ].join('. '),
          }),
        ]),
    ...(email === null ? [] : [pair(w.email, email, { href: `mailto:${email}` })]),
    pair(w.reached, w.channels[preferredChannel], { under: `${w.level}: ${w.levels[citizen.contactLevel]}` }),
    ...(address === null
      ? []
      : [pair(w.address, oneLine(address), { under: protectedAddress ? w.protected : '' })]),
  ];
}

/** Companies that the citizen does not want, and where unpaid work has been used up. */
export function companiesOf({ ruledOut, placementUsed }: CitizenDesk): Pair[] {
  return [
    ...(ruledOut.length === 0 ? [] : [pair(w.ruledOut, ruledOut.map(({ name }) => name).join(', '))]),
    ...(placementUsed.length === 0
      ? []
      : [pair(w.placementUsed, placementUsed.map(({ name }) => name).join(', '))]),
  ];
}
