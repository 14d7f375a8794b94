import { DataSource } from 'typeorm';
import { Temporal, ZONE, type MunicipalitySettings, type Staff } from '#domain';
import { Ids, Transactor, type UnitOfWork } from '#use-cases';
import { AppModule } from '../../../apps/api/src/app.module.js';
import { hashOf } from '../../../apps/api/src/http/bearer-keys.js';
import type { CitizenResponse } from '../../../apps/api/src/rest/citizens/citizens.responses.js';
import type { CompanyResponse } from '../../../apps/api/src/rest/companies/companies.responses.js';
import type { ContactsResponse } from '../../../apps/api/src/rest/contacts/contacts.responses.js';
import type { ConfirmedMatchResponse } from '../../../apps/api/src/rest/matches/matches.responses.js';
import type { OfferResponse } from '../../../apps/api/src/rest/offers/offers.responses.js';
import type { OpeningResponse } from '../../../apps/api/src/rest/rankings/openings.responses.js';
import type {
  ExcludedCitizenResponse,
  ExcludedSmallJobResponse,
  RankedCitizenResponse,
  RankedSmallJobResponse,
  SmallJobRankingResponse,
} from '../../../apps/api/src/rest/rankings/rankings.responses.js';
import type { PostedSmallJobResponse } from '../../../apps/api/src/rest/small-jobs/small-jobs.responses.js';
import type { VisitResponse } from '../../../apps/api/src/rest/visits/visits.responses.js';
import { METTE, VEJLE } from './seed-keys.js';
import { startApp, type RunningApp } from './start-app.js';

export { METTE };
export const LARS = '0199a1b2-0000-7000-8000-00000000000b';
/** Nobody can call her: she has no number. */
export const LISE = '0199a1b2-0000-7000-8000-00000000000c';
export const NOBODY = '0199a1b2-ffff-7000-8000-00000000ffff';

/** Everything may be absent from an answer, or null; a test that reads it expects that it is there. */
type Told<T> = { [K in keyof T]-?: NonNullable<T[K]> };

/** What the tests read of answers; an answer has some of these. */
export interface AnswerJson
  extends
    Told<Omit<PostedSmallJobResponse, 'position'>>,
    Told<Pick<CompanyResponse, 'name' | 'cvr' | 'industry'>>,
    Told<Pick<ContactsResponse, 'assignments'>>,
    Told<Pick<CitizenResponse, 'address' | 'position' | 'hasCpr' | 'brokerId' | 'limits'>>,
    Told<Pick<ConfirmedMatchResponse, 'card' | 'person' | 'interest' | 'start' | 'pseudonym' | 'offerId'>>,
    Told<Pick<ConfirmedMatchResponse, 'rejectReason' | 'citizenId' | 'state' | 'smallJobId'>>,
    Told<Pick<OfferResponse, 'answers' | 'lastSentAt' | 'remindAt' | 'bindingAt' | 'companyToldAt'>>,
    Told<Pick<SmallJobRankingResponse, 'considered' | 'eligible'>>,
    Told<Pick<OpeningResponse, 'change' | 'gained' | 'howMany'>>,
    Told<Pick<VisitResponse, 'observations'>> {
  contact: { name: string; phone: string; email: string | null };
  ranked: (RankedCitizenResponse & RankedSmallJobResponse)[];
  excluded: (ExcludedCitizenResponse & ExcludedSmallJobResponse)[];
  found: { failed: { constraint: string }[] }[];
  matchId: string;
  reason: string;
  type: string;
  code: string;
  details: Record<string, unknown>;
  errors?: { path: string; message: string }[];
  items: AnswerJson[];
  nextCursor: string | null;
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  json: AnswerJson;
}

type Method = 'GET' | 'POST' | 'PATCH';
type Row = Record<string, unknown>;

/** Companies, small jobs, citizens, matches and offers of two municipalities over real HTTP and PostgreSQL. */
export class Town {
  private constructor(
    private readonly running: RunningApp,
    readonly keys: Record<'consultant' | 'lars' | 'leader' | 'integration' | 'otherMunicipality', string>,
  ) {}

  static async start(): Promise<Town> {
    const running = await startApp((config) => AppModule.with(config));
    const lars = await addKey(running, { role: 'consultant', staffId: LARS, name: 'Lars Bach' });
    const town = new Town(running, { ...running.keys, lars });
    await town.settle({ noticeOnNo: { da: 'Der sker ikke noget.', en: 'Nothing happens.' } });
    await town.within(async (unit) => {
      await unit.staff.insert(staff(LARS, 'Lars Bach', '+4520123457'));
      await unit.staff.insert(staff(LISE, 'Lise Friis', null));
    });
    return town;
  }

  stop(): Promise<void> {
    return this.running.stop();
  }

  get transactor(): Transactor {
    return this.running.app.get(Transactor);
  }

  within<R>(work: (unit: UnitOfWork) => Promise<R>): Promise<R> {
    return this.transactor.inMunicipality(VEJLE, work);
  }

  /** A key of an employer of this company. */
  employerOf(companyId: string): Promise<string> {
    return addKey(this.running, { role: 'employer', companyId, name: 'Firmaet' });
  }

  async send(
    key: string,
    method: Method,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const answer = await this.running.call(`/api/v1${path}`, { method, key, body, headers });
    return answer as unknown as Answer;
  }

  get(key: string, path: string): Promise<Answer> {
    return this.send(key, 'GET', path);
  }

  post(key: string, path: string, body?: unknown): Promise<Answer> {
    return this.send(key, 'POST', path, body);
  }

  patch(key: string, path: string, body: unknown): Promise<Answer> {
    return this.send(key, 'PATCH', path, body);
  }

  async settings(): Promise<MunicipalitySettings> {
    return (await this.within((unit) => unit.municipality())).settings;
  }

  /** Changes settings of the municipality. */
  settle(change: Partial<MunicipalitySettings>): Promise<void> {
    return this.within(async (unit) => {
      const before = await unit.municipality();
      await unit.updateMunicipality({ ...before, settings: { ...before.settings, ...change } });
    });
  }

  /** What stands in the tables, seen from the municipality. */
  query(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.running.app.get(DataSource).transaction(async (manager) => {
      await manager.query(`SELECT set_config('app.municipality_id', $1, true)`, [VEJLE]);
      return manager.query<Row[]>(sql, parameters);
    });
  }
}

/** The ids of a list. */
export const idsOf = ({ items }: AnswerJson): string[] => items.map(({ id }) => id);

async function addKey({ app }: RunningApp, details: Record<string, string>): Promise<string> {
  const ids = app.get(Ids);
  const key = `test-${ids.next()}`;
  const entry = { kind: 'api-key' as const, key: hashOf(key), subjectId: ids.next(), details };
  await app.get(Transactor).inMunicipality(VEJLE, (unit) => unit.enlist(entry));
  return key;
}

const staff = (id: string, name: string, phone: string | null): Staff => ({
  id,
  municipalityId: VEJLE,
  name,
  role: 'consultant',
  phone,
  email: null,
  teamId: null,
  deputyId: null,
  busyUntil: null,
  busyDeputyId: null,
  contactHours: { weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '15:00' },
  active: true,
});

/** Status and code: all that most refusals are about. */
export const refusal = ({ status, json }: Answer): [number, string | undefined] => [status, json?.code];

/** Which fields a 400 is about. */
export const wrongFields = ({ json }: Answer): string[] => (json.errors ?? []).map(({ path }) => path);

/** A Copenhagen day, so many days from today. */
export const inDays = (days: number): string => Temporal.Now.plainDateISO(ZONE).add({ days }).toString();

export const anHourAgo = (): string => Temporal.Now.instant().subtract({ hours: 1 }).toString();

let made = 0;
const next = (): number => (made += 1);

export const companyBody = (more: object = {}) => ({
  cvr: String(20_000_000 + next()),
  name: 'Frugtlageret',
  address: { street: 'Havnegade 12', postcode: '7100', town: 'Vejle' },
  position: { lat: 55.7051, lon: 9.5502 },
  industry: 'Engroshandel',
  contact: { name: 'Ali Demir', phone: '75123456', email: 'ali@frugt.example' },
  ...more,
});

/** Twelve hours a week that `citizenBody()` fits. */
export const smallJobBody = (companyId: string, more: object = {}) => ({
  companyId,
  title: 'Fjerne tomme kasser',
  category: 'lager',
  description: 'Du samler tomme kasser op, så trucken kan køre',
  workplace: {
    street: 'Havnegade 12',
    postcode: '7100',
    town: 'Vejle',
    position: { lat: 55.7051, lon: 9.5502 },
  },
  weeklyShifts: [1, 3, 5].map((weekday) => ({ weekday, start: '08:00', end: '12:00' })),
  startDate: inDays(30),
  startFlexibilityMinutes: 0,
  hourlyWageOre: 15_845,
  demands: { liftKg: 10, standing: 1, noise: 1, peopleContact: 1, other: [] },
  danishLevel: 2,
  certificates: [],
  accommodationsOffered: [],
  positions: 1,
  companyContact: { name: 'Ali Demir', phone: '75123456' },
  fixedContactId: METTE,
  ...more,
});

export const citizenBody = (more: object = {}) => ({
  name: 'Jonas Hansen',
  phone: `301${String(10_000 + next())}`,
  preferredChannel: 'sms',
  address: 'Skovgade 20, 7100 Vejle',
  position: { lat: 55.7113, lon: 9.5365 },
  jobGoals: [{ category: 'lager', rank: 1, ownWords: 'Jeg vil gerne bruge kroppen' }],
  hours: { min: 5, max: 15, wish: 12 },
  windows: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '07:00', to: '16:00' })),
  reach: { bike: 30, bus: 45 },
  limits: { liftKg: 20, standing: 2, noise: 2, peopleContact: 2, other: [] },
  danishLevel: 4,
  certificates: [],
  ruledOutCompanyIds: [],
  saidYes: true,
  availableFrom: inDays(0),
  ...more,
});

/** What is there when a small job waits for people. */
export interface Vacancy {
  companyId: string;
  smallJobId: string;
  employer: string;
}

/** A company with one open small job. */
export async function vacancy(town: Town, more: object = {}): Promise<Vacancy> {
  const { consultant } = town.keys;
  const companyId = (await town.post(consultant, '/companies', companyBody())).json.id;
  const smallJobId = (await town.post(consultant, '/small-jobs', smallJobBody(companyId, more))).json.id;
  const published = await town.post(consultant, `/small-jobs/${smallJobId}/publish`);
  if (published.status !== 200) throw new Error(published.text);
  return { companyId, smallJobId, employer: await town.employerOf(companyId) };
}

export async function newCitizen(town: Town, more: object = {}): Promise<string> {
  const made = await town.post(town.keys.consultant, '/citizens', citizenBody(more));
  if (made.status !== 201) throw new Error(made.text);
  return made.json.id;
}

export const interest = (more: object = {}) => ({
  how: 'phone',
  at: anHourAgo(),
  fields: ['goals', 'hours'],
  ...more,
});

/** A citizen who may be mentioned, proposed to the company. */
export async function proposal(
  town: Town,
  { smallJobId }: Vacancy,
  more: object = {},
): Promise<{ matchId: string; citizenId: string }> {
  const citizenId = await newCitizen(town, more);
  const body = { smallJobId, citizenId, interest: interest() };
  const made = await town.post(town.keys.consultant, '/matches', body);
  if (made.status !== 201) throw new Error(made.text);
  return { matchId: made.json.id, citizenId };
}

/** An offer that waits for the citizen's answer. */
export async function openOffer(
  town: Town,
  place: Vacancy,
  more: object = {},
): Promise<{ offerId: string; matchId: string; citizenId: string }> {
  const proposed = await proposal(town, place, more);
  const confirmed = await town.post(place.employer, `/matches/${proposed.matchId}/confirm`);
  if (confirmed.status !== 200) throw new Error(confirmed.text);
  return { ...proposed, offerId: confirmed.json.offerId };
}
