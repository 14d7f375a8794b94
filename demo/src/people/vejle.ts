import { addDays, type Citizen, type Company } from '#domain';
import { citizensOf } from './citizens.js';
import { companiesOf, companyIdOf } from './companies.js';
import type { DemoDay } from './demo-day.js';
import { Dice } from './dice.js';
import { answersPhoneOf, familiarFaces } from './familiar-faces.js';
import { contactsAfter, historyOf, jobsTaken, whoTookIt, withSeats, withTriedJobs } from './history/index.js';
import { demoPhone } from './phones.js';
import { aroundVejle } from './places.js';
import { firstContactsOf, smallJobsOf } from './small-jobs/index.js';
import { onTheDesk } from './on-the-desk.js';
import { staffIdOf, staffOf } from './staff.js';
import { laddersOf, municipalityOf, type TownRows } from './town.js';
import { closingDaysIn, visitsIn } from './visits.js';
import { waitingAtTheFruit } from './waiting.js';

/** How many citizens each follows: about 35 (R30), and room for more with Mette, whose key the demo gives away. */
const caseloads = {
  Mette: 26,
  Lars: 37,
  Sofie: 33,
  Birgitte: 34,
  Nabil: 40,
  Pia: 38,
  Thomas: 36,
  Anders: 35,
};

const CITIZENS = 300;
/** A company may say no thanks to somebody, and is not asked about them again. */
const RULED_OUT = { company: 'hotel', citizens: [40, 41] };

export function vejle(day: DemoDay): TownRows {
  const staff = staffOf('vejle');
  const companies = companiesOf('vejle', day);
  const population = {
    town: 'vejle' as const,
    count: CITIZENS,
    areas: aroundVejle,
    companies,
    brokers: brokers(),
  };
  const citizens = citizensOf(population, day).map((citizen, at) => withFamiliarFace(citizen, at + 1, day));
  const known = companies.map((company) => withRuledOut(company, citizens));
  const smallJobs = smallJobsOf('vejle', companies, day);
  const contacts = firstContactsOf('vejle', smallJobs);
  const left = new Set(Object.keys(familiarFaces).map((number) => citizens[Number(number) - 1]!.id));
  const taken = whoTookIt(jobsTaken, smallJobs, { citizens, companies: known, contacts }, left, day);
  const closingDays = closingDaysIn(day);
  const history = historyOf(taken, staff, closingDays, day);
  const busy = new Set([...left, ...taken.map(({ citizen }) => citizen.id)]);
  const seated = withSeats(smallJobs, taken);
  const waiting = waitingAtTheFruit({ citizens, companies: known, smallJobs: seated, busy }, day);
  const desk = onTheDesk(citizens, busy, waiting.smallJobs, day);
  return {
    municipality: municipalityOf('vejle'),
    staff,
    ladders: laddersOf('vejle', day.now),
    companies: known,
    closingDays,
    visits: visitsIn(smallJobs, day),
    smallJobs: waiting.smallJobs,
    contacts: contactsAfter(contacts, taken, history.agreements),
    citizens: withTriedJobs(citizens, taken),
    ...history,
    matches: [...history.matches, ...waiting.matches],
    offers: [...history.offers, ...waiting.offers],
    tasks: [...history.tasks, ...desk.tasks],
    messages: desk.messages,
  };
}

/** One staff id for each citizen, mixed; the rest have nobody yet. */
function brokers(): (string | null)[] {
  const all = Object.entries(caseloads).flatMap(([first, count]) =>
    Array.from({ length: count }, () => staffIdOf('vejle', first)),
  );
  const none = Array.from({ length: CITIZENS - all.length }, () => null);
  return new Dice('brokers of vejle').shuffled([...all, ...none]);
}

function withFamiliarFace(citizen: Citizen, number: number, day: DemoDay): Citizen {
  const face = familiarFaces[number];
  if (!face) return citizen;
  const phone = demoPhone('vejle', 'citizen', answersPhoneOf[number] ?? number);
  return { ...citizen, phone, availableFrom: addDays(day.today, -150), ...face };
}

const withRuledOut = (company: Company, citizens: readonly Citizen[]): Company =>
  company.id === companyIdOf('vejle', RULED_OUT.company)
    ? { ...company, ruledOutCitizenIds: RULED_OUT.citizens.map((number) => citizens[number - 1]!.id) }
    : company;
