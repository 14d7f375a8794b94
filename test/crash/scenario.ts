import { createHash, randomUUID } from 'node:crypto';
import { createDataSource, MunicipalityRegister, TimeOrderedIds, TypeormTransactor } from '#persistence';
import {
  addDays,
  defaultLadders,
  defaultSettings,
  localDateOf,
  weekdayOf,
  type LadderDefinition,
  type Temporal,
} from '#domain';
import type { UnitOfWork } from '#use-cases';
import { municipality, rowsOf, type Rows } from '../contracts/rows.js';

export interface Scenario {
  municipalityId: string;
  /** Of a consultant, for the API. */
  key: string;
  companyId: string;
  staffId: string;
  /** `startsAt`: milliseconds since 1970, when the first step is due. */
  ladders: { shiftId: string; phone: string; startsAt: number }[];
  requests: { matchId: string; citizenId: string; phone: string }[];
}

export interface ScenarioSize {
  ladders: number;
  requests: number;
  /** The ladders begin over so long a time. */
  overMs: number;
  /** From now until the first one begins; everything has to be in the tables by then. */
  beginInMs?: number;
}

const BEGIN_IN_MS = 15_000;

/** How the judge finds out from a text which ladder or offer it is about. */
export const ladderTitle = (at: number): string => `Opgave ${at}`;
export const offerTitle = (at: number): string => `Tilbud ${at}`;
export const STAFF_PHONE = '+4520999999';
export const LEADER_EMAIL = 'leder@kommune.example';

/** Four steps, seconds apart: the citizen, the contact and the leader hear of it, and it ends on a list. */
export const ladder: LadderDefinition = {
  ...defaultLadders['not-seen'],
  graceAfterStart: 'PT0S',
  steps: [
    { after: 'PT0S', who: 'citizen', channel: 'sms', message: 'not-seen-citizen' },
    { after: 'PT4S', who: 'contact', channel: 'sms', message: 'not-here-contact' },
    { after: 'PT8S', who: 'leader', channel: 'email', message: 'not-here-leader' },
    { after: 'PT12S', who: 'list', channel: 'task', message: 'nobody-took-it' },
  ],
};
export const LADDER_TAKES_MS = 12_000;

const ROWS_AT_ONCE = 500;
const DAYS_UNTIL_START = 14;
/** A run sends in minutes what a town sends in a month. */
const MANY_MESSAGES = { perCitizenADay: 10, smsADay: 100_000 };

/**
 * One municipality. Each ladder has a citizen, a small job and a shift of its own, so that every text tells which one it
 * is about; nothing has begun: the check of each shift is a due job like any other.
 */
export async function setUp(databaseUrl: string, size: ScenarioSize): Promise<Scenario> {
  const dataSource = await createDataSource({ url: databaseUrl, poolSize: 2 }).initialize();
  try {
    const noticeOnNo = { da: 'Det koster dig ikke noget.', en: 'It costs you nothing.' };
    const here = municipality({ settings: { ...defaultSettings, noticeOnNo, messageCaps: MANY_MESSAGES } });
    await new MunicipalityRegister(dataSource).found(here);
    const transactor = new TypeormTransactor(dataSource, new TimeOrderedIds());
    const inside = <R>(work: (unit: UnitOfWork) => Promise<R>): Promise<R> =>
      transactor.inMunicipality(here.id, work);
    const rows = rowsOf(here.id);
    const { company, contact, key } = await inside((unit) => people(unit, rows));
    const now = await inside((unit) => unit.now());
    const begin = now.add({ milliseconds: size.beginInMs ?? BEGIN_IN_MS });
    const ladders = Array.from({ length: size.ladders }, (_, at) =>
      oneAtWork(
        rows,
        company.id,
        at,
        begin.add({ milliseconds: Math.round((at / size.ladders) * size.overMs) }),
      ),
    );
    const requests = Array.from({ length: size.requests }, (_, at) => oneProposed(rows, company.id, at, now));
    for (const some of inParts(ladders))
      await inside(async (unit) => {
        await unit.citizens.insertMany(some.map((one) => one.citizen));
        await unit.smallJobs.insertMany(some.map((one) => one.smallJob));
        await unit.contacts.insertMany(some.map((one) => rows.contact(one.smallJob.id, contact.id)));
        await unit.matches.insertMany(some.map((one) => one.match));
        await unit.offers.insertMany(some.map((one) => one.offer));
        await unit.agreements.insertMany(some.map((one) => one.agreement));
        await unit.shifts.insertMany(some.map((one) => one.shift));
        for (const { shift } of some) await unit.wake('shift.check-evidence', shift.id, shift.startsAt);
      });
    for (const some of inParts(requests))
      await inside(async (unit) => {
        await unit.citizens.insertMany(some.map((one) => one.citizen));
        await unit.smallJobs.insertMany(some.map((one) => one.smallJob));
        await unit.contacts.insertMany(some.map((one) => rows.contact(one.smallJob.id, contact.id)));
        await unit.matches.insertMany(some.map((one) => one.match));
      });
    return {
      municipalityId: here.id,
      key,
      companyId: company.id,
      staffId: contact.id,
      ladders: ladders.map(({ shift, citizen }) => ({
        shiftId: shift.id,
        phone: citizen.phone!,
        startsAt: shift.startsAt.epochMilliseconds,
      })),
      requests: requests.map(({ match, citizen }) => ({
        matchId: match.id,
        citizenId: citizen.id,
        phone: citizen.phone!,
      })),
    };
  } finally {
    await dataSource.destroy();
  }
}

async function people(unit: UnitOfWork, rows: Rows) {
  const contact = rows.staff({ phone: STAFF_PHONE });
  const leader = rows.staff({ role: 'leader', name: 'Lise Leder', phone: null, email: LEADER_EMAIL });
  const company = rows.company();
  await unit.staff.insertMany([contact, leader]);
  await unit.companies.insert(company);
  await unit.ladders.insert({
    id: randomUUID(),
    municipalityId: contact.municipalityId,
    name: 'not-seen',
    version: 1,
    definition: ladder,
    changedByStaffId: null,
    changedAt: await unit.now(),
  });
  const key = randomUUID();
  await unit.enlist({
    kind: 'api-key',
    key: createHash('sha256').update(key).digest('hex'),
    subjectId: randomUUID(),
    details: { role: 'consultant', staffId: contact.id, name: contact.name },
  });
  return { company, contact, key };
}

function oneAtWork(rows: Rows, companyId: string, at: number, startsAt: Temporal.Instant) {
  const citizen = rows.citizen({ name: `Borger L${at}`, phone: phone('31', at) });
  const smallJob = rows.smallJob(companyId, { title: ladderTitle(at), status: 'open', seatsTaken: 1 });
  const match = rows.match(smallJob.id, citizen.id, { state: 'confirmed' });
  const offer = rows.offer(match, companyId, { state: 'accepted', acceptedAt: startsAt });
  const agreement = rows.agreement(offer, { signedAt: startsAt });
  const shift = rows.shift(agreement, {
    date: localDateOf(startsAt),
    startsAt,
    endsAt: startsAt.add({ hours: 3 }),
    flexibilityMinutes: 0,
  });
  return { citizen, smallJob, match, offer, agreement, shift };
}

function oneProposed(rows: Rows, companyId: string, at: number, now: Temporal.Instant) {
  const citizen = rows.citizen({ name: `Borger T${at}`, phone: phone('41', at) });
  const startDate = addDays(localDateOf(now), DAYS_UNTIL_START);
  const weekday = weekdayOf(startDate);
  const smallJob = rows.smallJob(companyId, {
    title: offerTitle(at),
    status: 'open',
    startDate,
    weeklyShifts: [{ weekday, start: '08:00', end: '11:00', breakMinutes: 0 }],
  });
  const match = rows.match(smallJob.id, citizen.id, {
    state: 'proposed',
    proposedAt: now,
    interest: { how: 'phone', at: now.toString(), fields: [], startWithoutMeeting: null },
  });
  return { citizen: { ...citizen, windows: [{ weekday, from: '08:00', to: '24:00' }] }, smallJob, match };
}

const phone = (prefix: string, at: number): string => `+45${prefix}${String(at).padStart(6, '0')}`;

const inParts = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / ROWS_AT_ONCE) }, (_, part) =>
    all.slice(part * ROWS_AT_ONCE, (part + 1) * ROWS_AT_ONCE),
  );
