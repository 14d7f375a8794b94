import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  defaultSettings,
  localDateOf,
  localTimeOf,
  Temporal,
  type Agreement,
  type Citizen,
  type Company,
  type Match,
  type Offer,
  type Shift,
  type SmallJob,
  type Staff,
} from '#domain';
import { MunicipalityRegister } from '#persistence';
import { Ids, Transactor, type UnitOfWork } from '#use-cases';
import { AppModule } from '../../../apps/api/src/app.module.js';
import { ApiConfig, loadConfig } from '../../../apps/api/src/config.js';
import { hashOf } from '../../../apps/api/src/http/bearer-keys.js';
import { createApp } from '../../../apps/api/src/http/create-app.js';
import type { AgreementResponse } from '../../../apps/api/src/rest/agreements/agreements.responses.js';
import type { EscalationResponse } from '../../../apps/api/src/rest/escalations/escalations.responses.js';
import type {
  LedgerLineResponse,
  LedgerResponse,
} from '../../../apps/api/src/rest/paid-hours/paid-hours.responses.js';
import type { NotHereResponse } from '../../../apps/api/src/rest/shifts/shifts.responses.js';
import type { TaskResponse } from '../../../apps/api/src/rest/tasks/tasks.responses.js';
import { aCitizen, type CitizenOverrides } from '../../builders/citizen.js';
import { aSmallJob, type SmallJobOverrides } from '../../builders/small-job.js';
import { createTestDatabase } from '../../support/postgres-cluster.js';

const VEJLE = '0199a1b2-0000-7000-8000-000000000630';
const VARDE = '0199a1b2-0000-7000-8000-000000000573';

export interface Answer {
  status: number;
  headers: Headers;
  json: AnswerJson;
}

interface Fault {
  path: string;
  message: string;
}

/** Everything may be absent from an answer, or null; a test that reads it expects that it is there. */
type Told<T> = { [K in keyof T]-?: NonNullable<T[K]> };

/** What the tests read of answers; an answer has some of these. */
export interface AnswerJson
  extends
    Told<Omit<AgreementResponse, 'paid'>>,
    Told<Omit<NotHereResponse, 'paid'>>,
    Told<
      Pick<EscalationResponse, 'ladder' | 'outcome' | 'nextTime' | 'nextStepAt' | 'acknowledged' | 'history'>
    >,
    Told<Pick<LedgerResponse, 'totals'>>,
    Told<LedgerLineResponse>,
    Told<Pick<TaskResponse, 'doneByStaffId'>> {
  paid: unknown;
  code: string;
  details: Record<string, unknown>;
  errors: [Fault, ...Fault[]];
  items: AnswerJson[];
  nextCursor: string | null;
}

type KeyName = 'consultant' | 'leader' | 'employer' | 'otherEmployer' | 'integration' | 'otherMunicipality';

/** The whole product over a database of its own, with a company, its people, and the times after a yes. */
export class Scene {
  readonly municipalityId = VEJLE;
  keys!: Record<KeyName, string>;
  mette!: Staff;
  lene!: Staff;
  company!: Company;

  private constructor(
    readonly app: NestFastifyApplication,
    readonly adminUrl: string,
    private readonly url: string,
    readonly stop: () => Promise<void>,
  ) {}

  static async start(): Promise<Scene> {
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
    const app = await createApp(AppModule.with(config), config);
    await app.listen(0, '127.0.0.1');
    const url = `${(await app.getUrl()).replace(/\/$/, '')}/api/v1`;
    const scene = new Scene(app, database.adminUrl, url, async () => {
      await app.close();
      await database.drop();
    });
    await scene.settle();
    return scene;
  }

  within<R>(work: (unit: UnitOfWork) => Promise<R>): Promise<R> {
    return this.app.get(Transactor).inMunicipality(VEJLE, work);
  }

  newId(): string {
    return this.app.get(Ids).next();
  }

  /** A use case of the worker, made from the ports of the app. */
  make<T>(token: abstract new (...args: never[]) => T): T {
    const { needs } = token as unknown as { needs?: readonly (typeof token)[] };
    if (!needs) return this.app.get(token, { strict: false });
    return new (token as unknown as new (...args: unknown[]) => T)(...needs.map((need) => this.make(need)));
  }

  get(path: string, key: KeyName = 'consultant'): Promise<Answer> {
    return this.call('GET', path, key);
  }

  post(
    path: string,
    body?: unknown,
    key: KeyName = 'consultant',
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    return this.call('POST', path, key, body, headers);
  }

  delete(path: string, key: KeyName = 'leader'): Promise<Answer> {
    return this.call('DELETE', path, key);
  }

  put(path: string, body: unknown, key: KeyName = 'leader'): Promise<Answer> {
    return this.call('PUT', path, key, body);
  }

  private async call(
    method: string,
    path: string,
    key: KeyName,
    body?: unknown,
    more: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        authorization: `Bearer ${this.keys[key]}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...more,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      json: (text === '' ? undefined : JSON.parse(text)) as AnswerJson,
    };
  }

  /** Somebody has said yes to a small job that is open and has a fixed contact. */
  async acceptedOffer({
    citizen = {},
    smallJob = {},
    offer = {},
  }: {
    citizen?: CitizenOverrides;
    smallJob?: SmallJobOverrides;
    offer?: Partial<Offer>;
  } = {}): Promise<Offer> {
    const person = aCitizen({ id: this.newId(), municipalityId: VEJLE, brokerId: this.mette.id, ...citizen });
    const place = aSmallJob({
      id: this.newId(),
      municipalityId: VEJLE,
      companyId: this.company.id,
      seatsTaken: 1,
      startDate: '2026-01-05',
      ...smallJob,
    });
    return this.within(async (unit) => {
      if (!(await unit.citizens.find(person.id))) await unit.citizens.insert(person);
      await unit.smallJobs.insert(place);
      const now = await unit.now();
      await unit.contacts.insert({
        id: this.newId(),
        municipalityId: VEJLE,
        smallJobId: place.id,
        staffId: this.mette.id,
        startedAt: now,
        endedAt: null,
        reason: 'first',
        note: null,
      });
      const match = aMatch(this.newId(), place, person, now);
      await unit.matches.insert(match);
      const accepted: Offer = { ...anOffer(this.newId(), match, place.companyId, now), ...offer };
      await unit.offers.insert(accepted);
      return accepted;
    });
  }

  /** As if three had signed and nothing were planned yet. */
  async signedAgreement(
    given: Parameters<Scene['acceptedOffer']>[0] = {},
    overrides: Partial<Agreement> = {},
  ): Promise<Agreement> {
    const offer = await this.acceptedOffer(given);
    return this.within(async (unit) => {
      const now = await unit.now();
      const agreement: Agreement = {
        id: this.newId(),
        municipalityId: VEJLE,
        offerId: offer.id,
        smallJobId: offer.smallJobId,
        citizenId: offer.citizenId,
        companyId: offer.companyId,
        state: 'signed',
        startDate: '2026-01-05',
        paidFrom: '2026-01-05',
        hours: [
          { from: '2026-01-05', paid: [{ weekday: 1, start: '08:00', end: '12:00', breakMinutes: 0 }] },
        ],
        unpaid: [],
        expectations: [],
        callAgreement: null,
        firstDay: null,
        signatures: [],
        plannedTo: null,
        lastDayNotice: null,
        createdAt: now,
        signedAt: now,
        endedAt: null,
        endReason: null,
        learnt: null,
        ...overrides,
      };
      await unit.agreements.insert(agreement);
      return agreement;
    });
  }

  /** A shift of a person of its own: `startsIn` minutes from now, for `lasts` minutes. */
  async shift({
    startsIn = -10,
    lasts = 240,
    agreement,
    ...overrides
  }: { startsIn?: number; lasts?: number; agreement?: Agreement } & Partial<Shift> = {}): Promise<Shift> {
    const { id: agreementId, smallJobId, citizenId, companyId } = agreement ?? (await this.signedAgreement());
    return this.within(async (unit) => {
      const now = (await unit.now()).round({ smallestUnit: 'minute', roundingMode: 'floor' });
      const startsAt = overrides.startsAt ?? now.add({ minutes: startsIn });
      const endsAt = overrides.endsAt ?? startsAt.add({ minutes: lasts });
      const shift: Shift = {
        id: this.newId(),
        municipalityId: VEJLE,
        agreementId,
        smallJobId,
        citizenId,
        companyId,
        paid: true,
        task: null,
        date: localDateOf(startsAt),
        start: localTimeOf(startsAt),
        end: localTimeOf(endsAt),
        breakMinutes: 0,
        startsAt,
        endsAt,
        flexibilityMinutes: 0,
        number: 1,
        state: 'planned',
        arrivedAt: null,
        leftAt: null,
        absence: null,
        evidence: [],
        workplaceAskedAt: null,
        cancelReason: null,
        confirmedMinutes: null,
        revision: 0,
        confirmedAt: null,
        wellDoneAt: null,
        ...overrides,
      };
      await unit.shifts.insert(shift);
      return shift;
    });
  }

  /** A shift by wall time on a day some days from today, `08:00` to `12:00` unless said otherwise. */
  shiftOn(
    day: number,
    { start = '08:00', end = '12:00', ...overrides }: Partial<Shift> & { agreement?: Agreement } = {},
  ): Promise<Shift> {
    const date = localDateOf(Temporal.Now.instant().add({ hours: 24 * day }));
    const on = (wall: string, plus: number) =>
      Temporal.PlainDate.from(date)
        .add({ days: plus })
        .toZonedDateTime({ timeZone: 'Europe/Copenhagen', plainTime: wall })
        .toInstant();
    return this.shift({
      date,
      start,
      end,
      startsAt: on(start, 0),
      endsAt: on(end, end <= start ? 1 : 0),
      ...overrides,
    });
  }

  private async settle(): Promise<void> {
    const settings = { ...defaultSettings, noticeOnNo: { da: 'Et nej er i orden.', en: 'A no is fine.' } };
    await this.app.get(MunicipalityRegister).found({ id: VEJLE, code: '0630', name: 'Vejle', settings });
    await this.app.get(MunicipalityRegister).found({ id: VARDE, code: '0573', name: 'Varde', settings });
    this.mette = aColleague(this.newId(), 'Mette Holm', 'consultant', '+4520123456');
    this.lene = aColleague(this.newId(), 'Lene Krog', 'leader', '+4520123457');
    this.company = aCompany(this.newId(), 'Frugtlageret', '10000009');
    const other = aCompany(this.newId(), 'Kaffebaren', '10000017');
    await this.within(async (unit) => {
      for (const person of [this.mette, this.lene]) await unit.staff.insert(person);
      for (const company of [this.company, other]) await unit.companies.insert(company);
    });
    // A key ends with its holder, so the other municipality has one too.
    const lars: Staff = {
      ...aColleague(this.newId(), 'Lars Varde', 'consultant', '+4520123458'),
      municipalityId: VARDE,
    };
    await this.app.get(Transactor).inMunicipality(VARDE, (unit) => unit.staff.insert(lars));
    this.keys = {
      consultant: await this.addKey(VEJLE, {
        role: 'consultant',
        staffId: this.mette.id,
        name: 'Mette Holm',
      }),
      leader: await this.addKey(VEJLE, { role: 'leader', staffId: this.lene.id, name: 'Lene Krog' }),
      employer: await this.addKey(VEJLE, { role: 'employer', companyId: this.company.id, name: 'Ali Demir' }),
      otherEmployer: await this.addKey(VEJLE, { role: 'employer', companyId: other.id, name: 'Bo Kaffe' }),
      integration: await this.addKey(VEJLE, { role: 'integration', name: 'Fagsystem' }),
      otherMunicipality: await this.addKey(VARDE, {
        role: 'consultant',
        staffId: lars.id,
        name: 'Lars Varde',
      }),
    };
  }

  private async addKey(municipalityId: string, details: Record<string, string>): Promise<string> {
    const key = `test-${this.newId()}`;
    await this.app
      .get(Transactor)
      .inMunicipality(municipalityId, (unit) =>
        unit.enlist({ kind: 'api-key', key: hashOf(key), subjectId: this.newId(), details }),
      );
    return key;
  }
}

const aColleague = (id: string, name: string, role: Staff['role'], phone: string): Staff => ({
  id,
  municipalityId: VEJLE,
  name,
  role,
  phone,
  email: null,
  teamId: null,
  deputyId: null,
  busyUntil: null,
  busyDeputyId: null,
  contactHours: { weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '15:00' },
  active: true,
});

const aCompany = (id: string, name: string, cvr: string): Company => ({
  id,
  municipalityId: VEJLE,
  cvr,
  name,
  address: { street: 'Havnegade 12', postcode: '7100', town: 'Vejle' },
  position: null,
  industry: null,
  contact: { name: 'Ali Demir', phone: '+4575123456', email: 'ali@frugtlageret.example' },
  ruledOutCitizenIds: [],
  createdAt: Temporal.Instant.from('2026-01-02T08:00:00Z'),
});

const aMatch = (id: string, smallJob: SmallJob, citizen: Citizen, now: Temporal.Instant): Match => ({
  id,
  municipalityId: VEJLE,
  smallJobId: smallJob.id,
  citizenId: citizen.id,
  pseudonym: 'Lærke 214',
  state: 'confirmed',
  interest: { how: 'phone', at: now.toString(), fields: ['goals'], startWithoutMeeting: null },
  note: null,
  proposedByStaffId: null,
  start: 'meet',
  rejectReason: null,
  score: 8000,
  ruleVersion: 'test',
  rankingId: null,
  createdAt: now,
  proposedAt: now,
  decidedAt: now,
  decidedBy: null,
  remindAt: null,
  lapsesAt: null,
  reminders: [],
  withdrawal: null,
});

const anOffer = (id: string, match: Match, companyId: string, now: Temporal.Instant): Offer => ({
  id,
  municipalityId: VEJLE,
  matchId: match.id,
  smallJobId: match.smallJobId,
  citizenId: match.citizenId,
  companyId,
  state: 'accepted',
  createdAt: now,
  expiresAt: now.add({ hours: 72 }),
  remindAt: null,
  lastSentAt: now,
  answers: [{ answer: 'yes', how: 'page', at: now.toString(), byStaffId: null, reason: null }],
  acceptedAt: now,
  bindingAt: now.add({ hours: 24 }),
  companyToldAt: null,
  extensions: [],
});
