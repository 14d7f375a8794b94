import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Signer } from '@fastify/cookie';
import {
  createDataSource,
  MunicipalityRegister,
  Sessions,
  TimeOrderedIds,
  TypeormTransactor,
} from '#persistence';
import { defaultSettings, localDateOf, type Temporal } from '#domain';
import type { UnitOfWork } from '#use-cases';
import { cookies } from '../../apps/api/src/http/session/cookies.js';
import { sessionKeys } from '../../apps/api/src/http/session/session-keys.js';
import { municipality, rowsOf, type Rows } from '../contracts/rows.js';
import { SECRET_KEY } from '../crash/installation.js';

/** Where the load happens: a municipality beside the one of the ladders, so that nothing of it is in their texts. */
export interface Town {
  /** Of a consultant who does the work, and of another key holder, whose requests are counted apart. */
  keys: { work: string; flood: string };
  /** For the header `cookie`: somebody of the staff with the desk open. */
  cookie: string;
  staffId: string;
  companyId: string;
  /** Each with an offer that waits for an answer. */
  offers: { offerId: string; citizenId: string; phone: string }[];
  /** Each with an agreement, and a shift that begins in some hours. */
  atWork: { agreementId: string; shiftId: string; citizenId: string }[];
}

const ROWS_AT_ONCE = 500;
const A_DAY_SECONDS = 86_400;

/** `each`: so many offers to answer, and so many people at work. */
export async function settleTown(databaseUrl: string, each: number): Promise<Town> {
  const dataSource = await createDataSource({ url: databaseUrl, poolSize: 2 }).initialize();
  try {
    const noticeOnNo = { da: 'Det koster dig ikke noget.', en: 'It costs you nothing.' };
    const here = municipality({ code: '0998', settings: { ...defaultSettings, noticeOnNo } });
    await new MunicipalityRegister(dataSource).found(here);
    const transactor = new TypeormTransactor(dataSource, new TimeOrderedIds());
    const inside = <R>(work: (unit: UnitOfWork) => Promise<R>): Promise<R> =>
      transactor.inMunicipality(here.id, work);
    const rows = rowsOf(here.id);
    const staff = rows.staff({ name: 'Karen Krog', phone: '+4520888888' });
    const company = rows.company();
    const keys = { work: randomUUID(), flood: randomUUID() };
    const now = await inside(async (unit) => {
      await unit.staff.insert(staff);
      await unit.companies.insert(company);
      for (const key of Object.values(keys))
        await unit.enlist({
          kind: 'api-key',
          key: createHash('sha256').update(key).digest('hex'),
          subjectId: randomUUID(),
          details: { role: 'consultant', staffId: staff.id, name: staff.name },
        });
      return unit.now();
    });
    const waiting = Array.from({ length: each }, (_, at) => offered(rows, company.id, at, now));
    const working = Array.from({ length: each }, (_, at) => atWork(rows, company.id, at, now));
    for (const some of inParts([...waiting, ...working]))
      await inside(async (unit) => {
        await unit.citizens.insertMany(some.map(({ citizen }) => citizen));
        await unit.smallJobs.insertMany(some.map(({ smallJob }) => smallJob));
        await unit.contacts.insertMany(some.map(({ smallJob }) => rows.contact(smallJob.id, staff.id)));
        await unit.matches.insertMany(some.map(({ match }) => match));
        await unit.offers.insertMany(some.map(({ offer }) => offer));
        await unit.agreements.insertMany(some.flatMap(({ agreement }) => agreement ?? []));
        await unit.shifts.insertMany(some.flatMap(({ shift }) => shift ?? []));
      });
    const session = randomBytes(24).toString('base64url');
    const account = { kind: 'staff', municipalityId: here.id, staffId: staff.id } as const;
    const limit = { idle: A_DAY_SECONDS, whole: A_DAY_SECONDS };
    await new Sessions(dataSource).open(sha256(session), account, 'demo', limit);
    return {
      keys,
      cookie: signed(session),
      staffId: staff.id,
      companyId: company.id,
      offers: waiting.map(({ offer, citizen }) => ({
        offerId: offer.id,
        citizenId: citizen.id,
        phone: citizen.phone!,
      })),
      atWork: working.map(({ agreement, shift, citizen }) => ({
        agreementId: agreement.id,
        shiftId: shift.id,
        citizenId: citizen.id,
      })),
    };
  } finally {
    await dataSource.destroy();
  }
}

function offered(rows: Rows, companyId: string, at: number, now: Temporal.Instant) {
  const citizen = rows.citizen({ name: `Borger S${at}`, phone: `+4551${String(at).padStart(6, '0')}` });
  const smallJob = rows.smallJob(companyId, { title: `Svar ${at}`, status: 'open', seatsTaken: 1 });
  const match = rows.match(smallJob.id, citizen.id, { state: 'confirmed' });
  const expiresAt = now.add({ hours: 48 });
  const offer = rows.offer(match, companyId, { expiresAt });
  return { citizen, smallJob, match, offer, agreement: undefined, shift: undefined };
}

function atWork(rows: Rows, companyId: string, at: number, now: Temporal.Instant) {
  const citizen = rows.citizen({ name: `Borger V${at}`, phone: `+4561${String(at).padStart(6, '0')}` });
  const smallJob = rows.smallJob(companyId, { title: `Vagt ${at}`, status: 'open', seatsTaken: 1 });
  const match = rows.match(smallJob.id, citizen.id, { state: 'confirmed' });
  const offer = rows.offer(match, companyId, { state: 'accepted', acceptedAt: now });
  const agreement = rows.agreement(offer, { signedAt: now });
  // Late enough that nobody looks whether they came, early enough that they may say that they are there.
  const startsAt = now.add({ hours: 2, minutes: 30 });
  const endsAt = startsAt.add({ hours: 3 });
  const shift = rows.shift(agreement, { date: localDateOf(startsAt), startsAt, endsAt });
  return { citizen, smallJob, match, offer, agreement, shift };
}

/** As the API signs it: the key is what `SECRET_KEY` is written as. */
function signed(session: string): string {
  const { cookies: secrets } = sessionKeys([{ id: 'endure', key: Buffer.from(SECRET_KEY) }]);
  return `${cookies.session}=${encodeURIComponent(new Signer(secrets).sign(session))}`;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const inParts = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / ROWS_AT_ONCE) }, (_, part) =>
    all.slice(part * ROWS_AT_ONCE, (part + 1) * ROWS_AT_ONCE),
  );
