import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { defaultSettings, Temporal, ZONE, type MunicipalitySettings, type Staff } from '#domain';
import { MunicipalityRegister, PersistenceModule } from '#persistence';
import { Ids, Links, RunningConditions, Transactor } from '#use-cases';
import { ApiConfig, loadConfig } from '../../../apps/api/src/config.js';
import { hashOf } from '../../../apps/api/src/http/bearer-keys.js';
import { createApp } from '../../../apps/api/src/http/create-app.js';
import { HttpModule } from '../../../apps/api/src/http/http.module.js';
import { useCasesOf } from '../../../apps/api/src/http/use-case-providers.js';
import { CitizensController } from '../../../apps/api/src/rest/citizens/citizens.controller.js';
import { ClosingDaysController } from '../../../apps/api/src/rest/companies/closing-days.controller.js';
import { CompaniesController } from '../../../apps/api/src/rest/companies/companies.controller.js';
import { ContactsController } from '../../../apps/api/src/rest/contacts/contacts.controller.js';
import { CompanyAnswersController } from '../../../apps/api/src/rest/matches/company-answers.controller.js';
import { MatchesController } from '../../../apps/api/src/rest/matches/matches.controller.js';
import { OffersController } from '../../../apps/api/src/rest/offers/offers.controller.js';
import { RankingsController } from '../../../apps/api/src/rest/rankings/rankings.controller.js';
import { SmallJobStatesController } from '../../../apps/api/src/rest/small-jobs/small-job-states.controller.js';
import { SmallJobsController } from '../../../apps/api/src/rest/small-jobs/small-jobs.controller.js';
import { VisitsController } from '../../../apps/api/src/rest/visits/visits.controller.js';
import { withClient } from '../../../demo/src/database/index.js';
import { createTestDatabase } from '../../support/postgres-cluster.js';

export const VEJLE = '0199a1b2-0000-7000-8000-000000000630';
export const VARDE = '0199a1b2-0000-7000-8000-000000000573';
export const METTE = '0199a1b2-0000-7000-8000-000000000001';
export const LARS = '0199a1b2-0000-7000-8000-000000000002';
/** Nobody can call her: she has no number. */
export const LISE = '0199a1b2-0000-7000-8000-000000000003';
export const NOBODY = '0199a1b2-ffff-7000-8000-00000000ffff';

const areas: Type[] = [
  CompaniesController,
  ClosingDaysController,
  VisitsController,
  SmallJobsController,
  SmallJobStatesController,
  ContactsController,
  CitizensController,
  RankingsController,
  MatchesController,
  CompanyAnswersController,
  OffersController,
];

@Module({})
class TownModule {
  static with(config: ApiConfig): DynamicModule {
    return {
      module: TownModule,
      global: true,
      imports: [
        PersistenceModule.forRootAsync({
          useFactory: () => ({
            databaseUrl: config.DATABASE_URL,
            poolSize: 10,
            masterKeys: config.masterKeys,
          }),
        }),
        HttpModule,
      ],
      controllers: areas,
      providers: [
        ...useCasesOf(areas),
        { provide: ApiConfig, useValue: config },
        {
          provide: Links,
          useValue: { answerPage: (_: string, token: string) => `https://a.example/o/${token}` },
        },
        { provide: RunningConditions, useValue: { quietHoursKept: false } },
      ],
      exports: [ApiConfig],
    };
  }
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  json: any;
}

type Method = 'GET' | 'POST' | 'PATCH';
export type KeyOf = 'consultant' | 'lars' | 'leader' | 'integration' | 'otherMunicipality';

export interface Town {
  keys: Record<KeyOf, string>;
  municipalityId: string;
  transactor: Transactor;
  /** A key of a new employer of this company. */
  employerOf(companyId: string): Promise<string>;
  send(
    key: string,
    method: Method,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  get(key: string, path: string): Promise<Answer>;
  post(key: string, path: string, body?: unknown): Promise<Answer>;
  patch(key: string, path: string, body: unknown): Promise<Answer>;
  /** Changes a setting of Vejle. */
  settle(change: Partial<MunicipalitySettings>): Promise<void>;
  /** As the superuser, who sees every row. */
  query(sql: string, parameters?: unknown[]): Promise<Record<string, any>[]>;
  stop(): Promise<void>;
}

/** Companies, small jobs, citizens, matches and offers of two municipalities over real HTTP and PostgreSQL. */
export async function startTown(): Promise<Town> {
  const database = await createTestDatabase();
  const config = loadConfig(ApiConfig, {
    NODE_ENV: 'test',
    PUBLIC_URL: 'https://smaajob.example',
    DATABASE_URL: database.appUrl,
    SECRET_KEY: 'k'.repeat(40),
    SMS_WEBHOOK_SECRET: 's'.repeat(20),
    LOG_LEVEL: 'silent',
    RATE_LIMIT_PER_SECOND: '100000',
  });
  const app = await createApp(TownModule.with(config), config);
  await app.listen(0, '127.0.0.1');
  const base = `${(await app.getUrl()).replace(/\/$/, '')}/api/v1`;
  const transactor = app.get(Transactor);
  const ids = app.get(Ids);
  const addKey = async (municipalityId: string, details: Record<string, string>): Promise<string> => {
    const key = `test-${ids.next()}`;
    const entry = { kind: 'api-key' as const, key: hashOf(key), subjectId: ids.next(), details };
    await transactor.inMunicipality(municipalityId, (unit) => unit.enlist(entry));
    return key;
  };
  await found(app.get(MunicipalityRegister), transactor);
  const send: Town['send'] = (key, method, path, body, headers) =>
    call(base + path, { key, method, body, headers });
  return {
    keys: {
      consultant: await addKey(VEJLE, { role: 'consultant', staffId: METTE, name: 'Mette Holm' }),
      lars: await addKey(VEJLE, { role: 'consultant', staffId: LARS, name: 'Lars Bach' }),
      leader: await addKey(VEJLE, { role: 'leader', staffId: LARS, name: 'Lars Bach' }),
      integration: await addKey(VEJLE, { role: 'integration', name: 'Fagsystem' }),
      otherMunicipality: await addKey(VARDE, { role: 'consultant', staffId: METTE, name: 'Mette fra Varde' }),
    },
    municipalityId: VEJLE,
    transactor,
    employerOf: (companyId) => addKey(VEJLE, { role: 'employer', companyId, name: 'Firmaet' }),
    send,
    get: (key, path) => send(key, 'GET', path),
    post: (key, path, body) => send(key, 'POST', path, body),
    patch: (key, path, body) => send(key, 'PATCH', path, body),
    settle: (change) =>
      transactor.inMunicipality(VEJLE, async (unit) => {
        const before = await unit.municipality();
        await unit.updateMunicipality({ ...before, settings: { ...before.settings, ...change } });
      }),
    query: (sql, parameters) =>
      withClient(
        database.adminUrl,
        async (client) => (await client.query(sql, parameters)).rows as Record<string, any>[],
      ),
    stop: async () => {
      await app.close();
      await database.drop();
    },
  };
}

async function found(register: MunicipalityRegister, transactor: Transactor): Promise<void> {
  const settings = { ...defaultSettings, noticeOnNo: { da: 'Der sker ikke noget.', en: 'Nothing happens.' } };
  await register.found({ id: VEJLE, code: '0630', name: 'Vejle', settings });
  await register.found({ id: VARDE, code: '0573', name: 'Varde', settings });
  await transactor.inMunicipality(VEJLE, async (unit) => {
    await unit.staff.insert(staff(METTE, 'Mette Holm', '+4520123456'));
    await unit.staff.insert(staff(LARS, 'Lars Bach', '+4520123457'));
    await unit.staff.insert(staff(LISE, 'Lise Friis', null));
  });
  await transactor.inMunicipality(VARDE, (unit) =>
    unit.staff.insert({ ...staff(METTE, 'Mette fra Varde', '+4520123458'), municipalityId: VARDE }),
  );
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
  contactHours: { weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '15:00' },
  active: true,
});

interface Call {
  key: string;
  method: Method;
  body?: unknown;
  headers?: Record<string, string>;
}

async function call(url: string, { key, method, body, headers = {} }: Call): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson ? JSON.parse(text) : undefined,
  };
}

/** Status and code: all that most refusals are about. */
export const refusal = ({ status, json }: Answer): [number, string | undefined] => [status, json?.code];

/** Which fields a 400 is about. */
export const wrongFields = ({ json }: Answer): string[] =>
  (json.errors ?? []).map(({ path }: { path: string }) => path);

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
  const companyId = (await town.post(consultant, '/companies', companyBody())).json.id as string;
  const smallJobId = (await town.post(consultant, '/small-jobs', smallJobBody(companyId, more))).json
    .id as string;
  const published = await town.post(consultant, `/small-jobs/${smallJobId}/publish`);
  if (published.status !== 200) throw new Error(published.text);
  return { companyId, smallJobId, employer: await town.employerOf(companyId) };
}

export async function newCitizen(town: Town, more: object = {}): Promise<string> {
  const made = await town.post(town.keys.consultant, '/citizens', citizenBody(more));
  if (made.status !== 201) throw new Error(made.text);
  return made.json.id as string;
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
  return { matchId: made.json.id as string, citizenId };
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
  return { ...proposed, offerId: confirmed.json.offerId as string };
}
