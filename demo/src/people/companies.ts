import type { Company } from '#domain';
import { companyPlans } from './company-plans.js';
import { demoId } from './demo-ids.js';
import { hoursAgo, type DemoDay } from './demo-day.js';
import { demoPhone, mailName, type TownKey } from './phones.js';
import { municipalityId } from './town.js';

const weights = [2, 7, 6, 5, 4, 3, 2];

/** A number with a true check digit, from a range that the register has not come to: 99 00 00 00 and up. */
function demoCvr(number: number): string {
  for (let first = 9_900_000 + number * 10; ; first++) {
    const digits = [...String(first)].map(Number);
    const check = (11 - (digits.reduce((sum, digit, at) => sum + digit * weights[at]!, 0) % 11)) % 11;
    if (check < 10) return `${first}${check}`;
  }
}

const numberOf: Record<TownKey, number> = { vejle: 0, samsoe: 100 };

export function companyIdOf(town: TownKey, key: string): string {
  const at = companyPlans[town].findIndex((plan) => plan.key === key);
  if (at < 0) throw new Error(`No company ${key} in ${town}`);
  return demoId(`${town} company`, at + 1);
}

export const companiesOf = (town: TownKey, day: DemoDay): Company[] =>
  companyPlans[town].map(({ name, industry, contact, address, position }, at) => ({
    id: demoId(`${town} company`, at + 1),
    municipalityId: municipalityId(town),
    cvr: demoCvr(numberOf[town] + at + 1),
    name,
    address,
    position,
    industry,
    contact: {
      name: contact,
      phone: demoPhone(town, 'company', at + 1),
      email: `${mailName(contact)}@virksomhed.example`,
    },
    ruledOutCitizenIds: [],
    createdAt: hoursAgo(day, 24 * (400 - 9 * at)),
  }));
