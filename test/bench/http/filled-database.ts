import { createHash, randomUUID } from 'node:crypto';
import { createDataSource, MunicipalityRegister, TimeOrderedIds, TypeormTransactor } from '#persistence';
import {
  defaultSettings,
  Temporal,
  type Citizen,
  type Company,
  type ContactAssignment,
  type SmallJob,
  type Staff,
} from '#domain';
import type { CandidateCitizen, CandidateSmallJob } from '#matching';
import type { UnitOfWork } from '#use-cases';
import { peopleAtWork } from './people-at-work.js';
import { drawnPopulation } from '../matching/population/population.js';

export interface Town {
  municipalityId: string;
  /** Of its consultants. */
  keys: string[];
  keyHashes: string[];
  staffIds: string[];
  citizenIds: string[];
  smallJobIds: string[];
}

export interface Filled {
  towns: Town[];
  /** The one with 7,000 citizens. */
  large: Town;
}

export interface Size {
  municipalities: number;
  /** All together. */
  citizens: number;
  /** Of the first one. */
  large: number;
}

const CONSULTANTS = 10;
/** A small job for so many citizens. */
const CITIZENS_PER_JOB = 9;
const ROWS_AT_ONCE = 2_000;

/** The people of bench:matching with the names and numbers that they have not got there, in tables as the product keeps them. */
export async function fill(url: string, { municipalities, citizens, large }: Size): Promise<Filled> {
  const dataSource = createDataSource({ url, poolSize: 2 });
  await dataSource.initialize();
  try {
    const register = new MunicipalityRegister(dataSource);
    const transactor = new TypeormTransactor(dataSource, new TimeOrderedIds());
    const towns: Town[] = [];
    const each = Math.floor((citizens - large) / (municipalities - 1));
    for (let number = 0; number < municipalities; number += 1) {
      const id = randomUUID();
      const code = String(number + 101).padStart(4, '0');
      const settings = {
        ...defaultSettings,
        noticeOnNo: { da: 'Det koster dig ikke noget.', en: 'It costs you nothing.' },
      };
      await register.found({ id, code, name: `Prøvekommune ${number + 1}`, settings });
      const count = number === 0 ? large : each;
      towns.push(await settle(transactor, id, count, number));
    }
    return { towns, large: towns[0]! };
  } finally {
    await dataSource.destroy();
  }
}

async function settle(
  transactor: TypeormTransactor,
  municipalityId: string,
  count: number,
  number: number,
): Promise<Town> {
  const plan = {
    citizens: count,
    smallJobs: Math.ceil(count / CITIZENS_PER_JOB),
    of: 'municipality' as const,
  };
  const drawn = drawnPopulation({ ...plan, seed: number + 1 });
  const inside = <R>(work: (unit: UnitOfWork) => Promise<R>): Promise<R> =>
    transactor.inMunicipality(municipalityId, work);
  const brokers = [...new Set(drawn.citizens.map(({ brokerId }) => brokerId).filter((id) => id !== null))];
  const staff = brokers.map((id, at) => staffRow(municipalityId, id, at));
  const companies = companyRows(municipalityId, drawn.smallJobs, number);
  const people = drawn.citizens.map((one, at) => citizenRow(municipalityId, one, number * 10_000 + at));
  const posted = drawn.smallJobs.map((one, at) => smallJobRow(municipalityId, one, at));
  const now = await inside((unit) => unit.now());
  const citizenIds = people.map(({ id }) => id);
  const work = peopleAtWork(municipalityId, posted, citizenIds, brokers, now);
  const jobs = work.smallJobs;
  await inside((unit) => unit.staff.insertMany(staff));
  await inside((unit) => unit.companies.insertMany(companies));
  const keep = async <T>(
    rows: readonly T[],
    of: (unit: UnitOfWork) => { insertMany(rows: T[]): Promise<void> },
  ) => {
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
      await inside((unit) => of(unit).insertMany(rows.slice(from, from + ROWS_AT_ONCE)));
  };
  await keep(people, (unit) => unit.citizens);
  // No small job without somebody to call: the database asks for both at the end of one transaction.
  await inside(async (unit) => {
    await unit.smallJobs.insertMany(jobs);
    await unit.contacts.insertMany(contactRows(municipalityId, drawn.smallJobs, brokers));
  });
  await keep(work.matches, (unit) => unit.matches);
  await keep(work.offers, (unit) => unit.offers);
  await keep(work.agreements, (unit) => unit.agreements);
  await keep(work.shifts, (unit) => unit.shifts);
  await keep(work.messages, (unit) => unit.messages);
  await keep(work.tasks, (unit) => unit.tasks);
  const holders = staff.slice(0, CONSULTANTS);
  const keys = holders.map(() => randomUUID());
  const keyHashes = keys.map((key) => createHash('sha256').update(key).digest('hex'));
  await inside(async (unit) => {
    for (const [at, holder] of holders.entries())
      await unit.enlist({
        kind: 'api-key',
        key: keyHashes[at]!,
        subjectId: randomUUID(),
        details: { role: 'consultant', staffId: holder.id, name: holder.name },
      });
  });
  return {
    municipalityId,
    keys,
    keyHashes,
    staffIds: holders.map(({ id }) => id),
    citizenIds,
    smallJobIds: jobs.filter(({ status }) => status === 'open').map(({ id }) => id),
  };
}

const staffRow = (municipalityId: string, id: string, at: number): Staff => ({
  id,
  municipalityId,
  name: `Medarbejder ${at + 1}`,
  role: 'consultant',
  phone: `+4520${String(100_000 + at)}`,
  email: null,
  teamId: null,
  deputyId: null,
  busyUntil: null,
  busyDeputyId: null,
  contactHours: { weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '15:00' },
  active: true,
});

function companyRows(municipalityId: string, jobs: readonly CandidateSmallJob[], number: number): Company[] {
  const companies = new Map(jobs.map((job) => [job.companyId, job]));
  return [...companies.values()].map((job, at) => ({
    id: job.companyId,
    municipalityId,
    cvr: String(10_000_000 + number * 100_000 + at),
    name: `Prøvefirma ${at + 1}`,
    address: { street: `Vejen ${at + 1}`, postcode: '7100', town: 'Vejle' },
    position: job.workplace.position,
    industry: null,
    contact: { name: 'Kontakt', phone: '+4520000000', email: null },
    ruledOutCitizenIds: [],
    createdAt: Temporal.Instant.from('2026-06-01T08:00:00Z'),
  }));
}

function citizenRow(municipalityId: string, drawn: CandidateCitizen, number: number): Citizen {
  const { agreedSlots: _, ...one } = drawn;
  return {
    ...one,
    municipalityId,
    name: `Borger ${number}`,
    phone: `+4531${String(number).padStart(6, '0')}`,
    email: null,
    preferredChannel: 'sms',
    sharedPhone: false,
    language: 'da',
    address: null,
    protectedAddress: false,
    contactLevel: 'normal',
    cprSealed: null,
    mondayReminder: 'sunday',
    phoneVerifiedAt: null,
    benefit: null,
  };
}

function smallJobRow(municipalityId: string, drawn: CandidateSmallJob, at: number): SmallJob {
  const { ruledOutCitizenIds: _, fixedContactId: __, unpaidPlacement: ___, ...one } = drawn;
  return {
    ...one,
    municipalityId,
    title: `Prøvejob ${at + 1}`,
    description: 'Lettere opgaver på et lager.',
    workplace: { street: `Vejen ${at + 1}`, postcode: '7100', town: 'Vejle', ...one.workplace },
    hourlyWageOre: 15_845,
    collectiveAgreement: null,
    // The benchmark of matching has half hours where the product has whole ones.
    roomToGrowHours: one.roomToGrowHours === null ? null : Math.ceil(one.roomToGrowHours),
    positions: 1,
    seatsTaken: 0,
    companyContact: { name: 'Kontakt', phone: '+4520000000' },
    withoutDuty: false,
    status: 'open',
    closeReason: null,
    ownerAskedAt: null,
    createdAt: Temporal.Instant.from('2026-10-01T08:00:00Z'),
  };
}

const contactRows = (
  municipalityId: string,
  jobs: readonly CandidateSmallJob[],
  staffIds: readonly string[],
): ContactAssignment[] =>
  jobs.map(({ id, fixedContactId }, at) => ({
    id: randomUUID(),
    municipalityId,
    smallJobId: id,
    staffId:
      fixedContactId && staffIds.includes(fixedContactId) ? fixedContactId : staffIds[at % staffIds.length]!,
    startedAt: Temporal.Instant.from('2026-10-01T08:00:00Z'),
    endedAt: null,
    reason: 'first',
    note: null,
  }));
