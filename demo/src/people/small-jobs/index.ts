import {
  addDays,
  earliest,
  instantOf,
  RateTable,
  type Company,
  type ContactAssignment,
  type SmallJob,
  type SmallJobStatus,
} from '#domain';
import { knownRates } from '#persistence';
import { hoursAgo, mondayIn, type DemoDay } from '../demo-day.js';
import { demoId } from '../demo-ids.js';
import { companyIdOf } from '../companies.js';
import type { TownKey } from '../phones.js';
import { staffIdOf } from '../staff.js';
import { municipalityId } from '../town.js';
import { cleaning } from './cleaning.js';
import { kitchen } from './kitchen.js';
import { outdoors } from './outdoors.js';
import { pay, wageOf, type Posting } from './posting.js';
import { production } from './production.js';
import { service } from './service.js';
import { shopAndOffice } from './shop-and-office.js';
import { warehouse } from './warehouse.js';
import { onSamsoe } from './on-samsoe.js';

/** Ids go by the place in these lists: a new one comes last in its list's town. */
const postings: Record<TownKey, Posting[]> = {
  vejle: [...warehouse, ...production, ...kitchen, ...cleaning, ...service, ...outdoors, ...shopAndOffice],
  samsoe: onSamsoe,
};

export function smallJobsOf(town: TownKey, companies: readonly Company[], day: DemoDay): SmallJob[] {
  const byId = new Map(companies.map((company) => [company.id, company]));
  const rates = new RateTable(day.today, knownRates());
  return postings[town].map((posting, at) => ({
    ...smallJob(town, at, posting, byId.get(companyIdOf(town, posting.at))!, day),
    hourlyWageOre: wageOf(posting.pay, rates),
  }));
}

function smallJob(
  town: TownKey,
  at: number,
  posting: Posting,
  company: Company,
  day: DemoDay,
): Omit<SmallJob, 'hourlyWageOre'> {
  const startDate = mondayIn(day, posting.starts);
  return {
    id: demoId(`${town} small job`, at + 1),
    municipalityId: municipalityId(town),
    companyId: company.id,
    title: posting.title,
    category: posting.category,
    description: posting.description,
    workplace: { ...company.address, position: company.position! },
    weeklyShifts: posting.week,
    startDate,
    endDate: null,
    startFlexibilityMinutes: posting.flexible ?? 0,
    collectiveAgreement: pay[posting.pay].agreement,
    demands: {
      liftKg: posting.liftKg ?? 0,
      standing: posting.standing ?? 0,
      noise: posting.noise ?? 0,
      peopleContact: posting.people ?? 0,
      other: posting.conditions ?? [],
    },
    danishLevel: posting.danish ?? 0,
    certificates: posting.certificates ?? [],
    accommodationsOffered: posting.offers ?? [],
    positions: posting.positions ?? 1,
    seatsTaken: 0,
    ownerAskedAt: null,
    roomToGrowHours: posting.growsTo ?? null,
    companyContact: { name: company.contact.name, phone: company.contact.phone },
    withoutDuty: posting.withoutDuty ?? false,
    status: (posting.status ?? 'open') satisfies SmallJobStatus,
    closeReason: posting.closeReason ?? null,
    createdAt: earliest(instantOf(addDays(startDate, -35), '09:00'), hoursAgo(day, 24 * (3 + (at % 9)))),
  };
}

/** Who answers from the day a small job was posted. */
export const firstContactsOf = (town: TownKey, smallJobs: readonly SmallJob[]): ContactAssignment[] =>
  postings[town].flatMap(({ contact }, at) => {
    const job = smallJobs[at]!;
    if (contact === null) return [];
    return {
      id: demoId(`${town} contact`, at + 1),
      municipalityId: job.municipalityId,
      smallJobId: job.id,
      staffId: staffIdOf(town, contact),
      startedAt: job.createdAt,
      endedAt: null,
      reason: 'first' as const,
      note: null,
    };
  });
