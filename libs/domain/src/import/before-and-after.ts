import { phoneInWords, weekInWords } from '../kernel/index.js';
import type { Channel, Citizen } from '../citizen/index.js';
import type { Company } from '../company/index.js';
import { findCategory } from '../small-job/index.js';

/** One field of something that stands there already, as it is and as the file wants it; by the names of the fields. */
export interface FieldChange {
  field: string;
  before: string;
  after: string;
}

type Written = Readonly<Record<string, string>>;

const truth = (value: boolean): string => (value ? 'ja' : 'nej');
const degree = (value: number): string => ['ingen', 'noget', 'meget'][value] ?? String(value);

const channels: Readonly<Record<Channel, string>> = {
  sms: 'sms',
  email: 'e-mail',
  call: 'opkald',
  letter: 'brev',
  'in-person': 'personligt',
};

/** A citizen as the cells of a file would say it. No CPR number. */
export function citizenInCells(citizen: Citizen, nameOfStaff: (id: string) => string): Written {
  const { address, hours, reach, limits } = citizen;
  const goals = new Map(citizen.jobGoals.map((goal) => [goal.rank, goal]));
  const goal = (rank: number): string => {
    const one = goals.get(rank);
    if (!one) return '';
    const name = findCategory(one.category)?.name ?? one.category;
    return one.ownWords === '' ? name : `${name}: ${one.ownWords}`;
  };
  return {
    name: citizen.name,
    phone: citizen.phone ? phoneInWords(citizen.phone) : '',
    email: citizen.email ?? '',
    channel: channels[citizen.preferredChannel],
    sharedPhone: truth(citizen.sharedPhone),
    language: citizen.language === 'da' ? 'dansk' : 'engelsk',
    street: address?.street ?? '',
    postcode: address?.postcode ?? '',
    town: address?.town ?? '',
    protectedAddress: truth(citizen.protectedAddress),
    broker: citizen.brokerId ? nameOfStaff(citizen.brokerId) : '',
    goal1: goal(1),
    goal2: goal(2),
    goal3: goal(3),
    hoursMin: String(hours.min),
    hoursWish: String(hours.wish),
    hoursMax: String(hours.max),
    windows: weekInWords(citizen.windows.map(({ weekday, from, to }) => ({ weekday, start: from, end: to }))),
    walk: String(reach.walk ?? ''),
    bike: String(reach.bike ?? ''),
    bus: String(reach.bus ?? ''),
    car: String(reach.car ?? ''),
    lift: String(limits.liftKg),
    standing: degree(limits.standing),
    noise: degree(limits.noise),
    people: degree(limits.peopleContact),
    danish: String(citizen.danishLevel),
    saidYes: truth(citizen.saidYes),
    availableFrom: citizen.availableFrom,
  };
}

export const companyInCells = (company: Company): Written => ({
  cvr: company.cvr,
  name: company.name,
  street: company.address.street,
  postcode: company.address.postcode,
  town: company.address.town,
  industry: company.industry ?? '',
  contactName: company.contact.name,
  contactPhone: phoneInWords(company.contact.phone),
  contactEmail: company.contact.email ?? '',
});

export const changesBetween = (before: Written, after: Written): FieldChange[] =>
  Object.keys(after)
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field] ?? '', after: after[field] ?? '' }));
