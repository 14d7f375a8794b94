import {
  Temporal,
  type Actor,
  type Citizen,
  type Company,
  type Offer,
  type Shift,
  type SmallJob,
  type Staff,
} from '#domain';
import { HandlebarsMessageWriter, HouseTexts } from '#notifications';
import { reactionsTo } from '#queues';
import {
  Alarms,
  AnswerOffer,
  ConfirmMatch,
  DrawUpAgreement,
  EstimateBudget,
  Ids,
  Links,
  MatchingIndexes,
  MessageGateway,
  MessageTexts,
  MessageWriter,
  ProposeMatch,
  ReceiveSms,
  RunningConditions,
  Secrets,
  SignAgreement,
  Transactor,
  type UnitOfWork,
  type UseCaseClass,
} from '#use-cases';
import { handlersWith } from '../../apps/worker/src/handlers.js';
import { municipality, rowsOf, type Rows } from '../contracts/rows.js';
import {
  InMemoryAlarms,
  InMemoryTransactor,
  noFaults,
  ReadableSecrets,
  SequentialIds,
} from '../fakes/index.js';
import { RecordingGateway, type Sent } from './recording-gateway.js';

type Instance<C> = C extends abstract new (...args: never[]) => infer T ? T : never;

/**
 * A municipality in memory whose days can be lived through in milliseconds: real use cases, real handlers,
 * real texts; only the clock, the rows and the network are ours.
 */
export class Village {
  readonly transactor = new InMemoryTransactor();
  readonly gateway = new RecordingGateway(() => this.now);
  readonly rows: Rows;
  readonly conditions = { quietHoursKept: true };
  private readonly ids = new SequentialIds();
  private readonly made = new Map<unknown, unknown>();
  private routed = 0;
  readonly alarms = new InMemoryAlarms();
  private readonly budget = new EstimateBudget();
  private readonly indexes = new MatchingIndexes(this.transactor, { mostBytes: 100_000_000 }, noFaults);

  readonly municipality = municipality();
  readonly mette: Staff;
  readonly lars: Staff;
  readonly birgit: Staff;
  readonly company: Company;
  readonly smallJob: SmallJob;
  readonly jonas: Citizen;

  private constructor(over: { smallJob?: Partial<SmallJob>; jonas?: Partial<Citizen> }) {
    this.rows = rowsOf(this.municipality.id);
    const { settings } = this.municipality;
    this.municipality.settings = { ...settings, noticeOnNo: { da: 'Ingenting.', en: 'Nothing.' } };
    this.transactor.found(this.municipality);
    const hours = {
      weekdays: [1, 2, 3, 4, 5] as Staff['contactHours']['weekdays'],
      from: '07:15',
      to: '15:30',
    };
    const person = { active: true, contactHours: hours, email: null };
    this.lars = this.rows.staff({
      ...person,
      name: 'Lars Lund',
      phone: '+4520000002',
      role: 'consultant',
      teamId: null,
      deputyId: null,
    });
    this.mette = this.rows.staff({
      ...person,
      name: 'Mette Holm',
      phone: '+4520123456',
      role: 'consultant',
      teamId: null,
      deputyId: this.lars.id,
    });
    this.birgit = this.rows.staff({
      ...person,
      name: 'Birgit Bak',
      phone: '+4520000003',
      role: 'leader',
      teamId: null,
      deputyId: null,
    });
    this.company = this.rows.company({ contact: { name: 'Ali Demir', phone: '+4521110012', email: null } });
    this.smallJob = this.rows.smallJob(this.company.id, {
      title: 'Tomme kasser',
      status: 'open',
      weeklyShifts: [1, 3, 5].map((weekday) => ({
        weekday: weekday as 1,
        start: '08:00',
        end: '12:00',
        breakMinutes: 0,
      })),
      startDate: '2026-11-04',
      startFlexibilityMinutes: 0,
      positions: 1,
      seatsTaken: 0,
      companyContact: { name: 'Ali Demir', phone: '+4521110012' },
      ...over.smallJob,
    });
    this.jonas = this.citizen({ name: 'Jonas Prøvesen', phone: '+4522220001', ...over.jonas });
  }

  static async found(
    over: { smallJob?: Partial<SmallJob>; jonas?: Partial<Citizen> } = {},
  ): Promise<Village> {
    const village = new Village(over);
    await village.inside(async (unit) => {
      for (const staff of [village.lars, village.mette, village.birgit]) {
        await unit.staff.insert(staff);
        await village.enlistPhone(unit, staff.phone!, staff.id, 'staff');
      }
      await unit.companies.insert(village.company);
      await village.enlistPhone(unit, village.company.contact.phone, village.company.id, 'company');
      await unit.contacts.insert(village.rows.contact(village.smallJob.id, village.mette.id));
      await unit.smallJobs.insert(village.smallJob);
    });
    await village.moveIn(village.jonas);
    return village;
  }

  /** Somebody who fits the small job. */
  citizen(over: Partial<Citizen> = {}): Citizen {
    return this.rows.citizen({
      brokerId: this.mette.id,
      preferredChannel: 'sms',
      sharedPhone: false,
      email: null,
      saidYes: true,
      availableFrom: '2026-01-01',
      position: this.smallJob.workplace.position,
      reach: { bike: 30 },
      hours: { min: 1, max: 30, wish: 12 },
      windows: ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({ weekday, from: '00:00', to: '24:00' })),
      limits: { liftKg: 50, standing: 2, noise: 2, peopleContact: 2, other: [] },
      danishLevel: 5,
      certificates: [...this.smallJob.certificates],
      contactLevel: 'normal',
      mondayReminder: 'sunday',
      ...over,
    });
  }

  async moveIn(citizen: Citizen): Promise<void> {
    await this.inside(async (unit) => {
      await unit.citizens.insert(citizen);
      if (citizen.phone) await this.enlistPhone(unit, citizen.phone, citizen.id, 'citizen');
    });
  }

  get now(): Temporal.Instant {
    return this.transactor.clock.now();
  }

  inside<R>(work: (unit: UnitOfWork) => Promise<R>): Promise<R> {
    return this.transactor.inMunicipality(this.municipality.id, work);
  }

  as(staff: Staff): Actor & { staffId: string } {
    return {
      role: staff.role,
      municipalityId: this.municipality.id,
      staffId: staff.id,
      name: staff.name,
      holder: staff.id,
    };
  }

  get employer(): Actor {
    return {
      role: 'employer',
      municipalityId: this.municipality.id,
      companyId: this.company.id,
      name: 'Ali Demir',
      holder: 'ali',
    };
  }

  /** The one instance of a use case, with fakes for the ports. */
  use<C extends abstract new (...args: never[]) => unknown>(useCase: C): Instance<C> {
    return this.resolve(useCase) as Instance<C>;
  }

  /** Lives until then: whatever falls due on the way happens at its time. */
  async until(time: string | Temporal.Instant): Promise<void> {
    const end = Temporal.Instant.from(time);
    const handlers = handlersWith((useCase) => this.resolve(useCase) as never);
    for (;;) {
      await this.route();
      const next = this.transactor.dueJobs
        .filter(({ dueAt }) => Temporal.Instant.compare(dueAt, end) <= 0)
        .sort((a, b) => Temporal.Instant.compare(a.dueAt, b.dueAt))[0];
      if (!next) break;
      if (Temporal.Instant.compare(this.now, next.dueAt) < 0) this.transactor.clock.set(next.dueAt);
      next.done = true;
      await handlers[next.job](next.municipalityId, next.subjectId);
    }
    if (Temporal.Instant.compare(this.now, end) < 0) this.transactor.clock.set(end);
  }

  /** Lives on for so long: `PT10M`. */
  pass(duration: string): Promise<void> {
    return this.until(this.now.add(duration));
  }

  /** What went to a number or address, in order. */
  to(receiver: { phone: string | null } | string): Sent[] {
    const address = typeof receiver === 'string' ? receiver : receiver.phone;
    return this.gateway.sent.filter((message) => message.to === address);
  }

  texts(receiver: { phone: string | null } | string): string[] {
    return this.to(receiver).map((message) => message.text);
  }

  private inbound = 0;
  sms(from: string | null, text: string, providerId = `mo-${++this.inbound}`) {
    return this.use(ReceiveSms).execute({ providerId, from: from ?? '', text, at: this.now });
  }

  /** Jonas (or another) has been asked, shown and offered the small job. */
  async offered(citizen: Citizen = this.jonas): Promise<Offer> {
    const interest = { how: 'phone' as const, at: this.now.toString(), fields: ['goals'] };
    const match = await this.use(ProposeMatch).execute(
      { smallJobId: this.smallJob.id, citizenId: citizen.id, interest },
      this.as(this.mette),
    );
    return (await this.use(ConfirmMatch).execute(match.id, 'meet', this.employer)).offer;
  }

  /** Jonas works from the given day on; answers the shifts in order. */
  async atWork(
    startDate = '2026-11-04',
    paid = this.smallJob.weeklyShifts,
    citizen: Citizen = this.jonas,
  ): Promise<Shift[]> {
    const offer = await this.offered(citizen);
    await this.use(AnswerOffer).execute(offer.id, { answer: 'yes', how: 'phone' }, this.as(this.mette));
    const agreement = await this.use(DrawUpAgreement).execute(
      { offerId: offer.id, startDate, paid, unpaid: [], expectations: [] },
      this.as(this.mette),
    );
    for (const party of ['employer', 'citizen', 'municipality'] as const) {
      await this.use(SignAgreement).execute(agreement.id, party, this.as(this.mette));
    }
    return this.inside((unit) =>
      unit.shifts.list({ agreementId: agreement.id }, { order: [{ by: 'startsAt' }] }),
    );
  }

  private async route(): Promise<void> {
    const events = this.transactor.events;
    for (; this.routed < events.length; this.routed++) {
      const event = events[this.routed]!;
      for (const { job, subjectId } of reactionsTo(event))
        await this.inside((unit) => unit.wake(job, subjectId));
    }
  }

  private async enlistPhone(unit: UnitOfWork, phone: string, subjectId: string, who: string): Promise<void> {
    const key = new ReadableSecrets().phoneHash(phone);
    await unit.enlist({ kind: 'phone', key, subjectId, details: { who } });
  }

  private resolve(token: unknown): unknown {
    const known = this.made.get(token) ?? this.port(token);
    if (known) return known;
    const useCase = token as UseCaseClass;
    const made = new useCase(...(useCase.needs.map((need) => this.resolve(need)) as never[]));
    this.made.set(token, made);
    return made;
  }

  private port(token: unknown): unknown {
    const links: Links = {
      answerPage: (purpose, link) => `https://smaajob.example/${pages[purpose]}/${link}`,
      page: (path) => `https://smaajob.example${path}`,
    };
    const ports = new Map<unknown, unknown>([
      [Transactor, this.transactor],
      [Ids, this.ids],
      [Secrets, new ReadableSecrets()],
      [RunningConditions, this.conditions],
      [Links, links],
      [MessageGateway, this.gateway],
      [MessageWriter, writer],
      [MessageTexts, texts],
      [Alarms, this.alarms],
      [EstimateBudget, this.budget],
      [MatchingIndexes, this.indexes],
    ]);
    return ports.get(token);
  }
}

const pages = { interest: 'o', offer: 'o', match: 'e', shift: 'v' } as const;

/** Compiled once for all villages. */
const writer = new HandlebarsMessageWriter();
const texts = new HouseTexts(writer);
