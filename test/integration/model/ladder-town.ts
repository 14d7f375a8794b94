import type pg from 'pg';
import pgDriver from 'pg';
import type { DataSource } from 'typeorm';
import {
  Temporal,
  type Actor,
  type Citizen,
  type Company,
  type DueJobName,
  type Shift,
  type Staff,
} from '#domain';
import { HandlebarsMessageWriter, HouseTexts } from '#notifications';
import { createDataSource, MunicipalityRegister, TimeOrderedIds, TypeormTransactor } from '#persistence';
import {
  Ids,
  Links,
  MessageGateway,
  MessageTexts,
  MessageWriter,
  ProviderPauses,
  RunningConditions,
  Secrets,
  Transactor,
  type SendResult,
  type UnitOfWork,
  type UseCaseClass,
} from '#use-cases';
import { handlersWith } from '../../../apps/worker/src/handlers.js';
import { municipality, rowsOf, type Rows } from '../../contracts/rows.js';
import { ReadableSecrets } from '../../fakes/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres-cluster.js';
import { letTheClockStandStill } from './settable-database-clock.js';

type Instance<C> = C extends abstract new (...args: never[]) => infer T ? T : never;
type Handler = (municipalityId: string, subjectId: string) => Promise<unknown>;

/** Monday 30 November 2026 at 8 in Copenhagen: the shift begins. */
export const BEGINS = Temporal.Instant.from('2026-11-30T07:00:00Z');

/** What a provider did, by the step of the ladder that the message is of. */
export interface Delivery {
  messageId: string;
  at: Temporal.Instant;
  caseState: string | undefined;
}

/**
 * The house on a real PostgreSQL whose clock is set by the test. Use cases and handlers are those of the product; the
 * worker is a loop over the due jobs, so that a crash between work and bookkeeping can be put anywhere.
 */
export class LadderTown {
  private made = new Map<unknown, unknown>();
  private dataSource!: DataSource;
  private handlers!: Record<DueJobName, Handler>;
  transactor!: HookedTransactor;
  readonly deliveries: Delivery[] = [];
  provider: SendResult = { result: 'sent', providerReference: 'r' };

  private constructor(
    private readonly database: TestDatabase,
    private readonly admin: pg.Client,
  ) {}

  static async open(): Promise<LadderTown> {
    const database = await createTestDatabase();
    await letTheClockStandStill(database.adminUrl, BEGINS);
    const admin = new pgDriver.Client({ connectionString: database.adminUrl });
    await admin.connect();
    const town = new LadderTown(database, admin);
    await town.start();
    return town;
  }

  /** New connections, new instances: nothing that was in memory is left. */
  async restart(): Promise<void> {
    await this.dataSource.destroy();
    await this.start();
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
    await this.admin.end();
    await this.database.drop();
  }

  private async start(): Promise<void> {
    this.dataSource = await createDataSource({ url: this.database.appUrl, poolSize: 4 }).initialize();
    this.transactor = new HookedTransactor(new TypeormTransactor(this.dataSource, new TimeOrderedIds()));
    this.made = new Map();
    this.handlers = handlersWith((useCase) => this.resolve(useCase) as never);
  }

  /** As the superuser, whom no policy binds. */
  async really<Row extends pg.QueryResultRow>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return (await this.admin.query<Row>(sql, parameters)).rows;
  }

  async now(): Promise<Temporal.Instant> {
    const [row] = await this.really<{ at: Date }>('SELECT at FROM test_time.clock');
    return Temporal.Instant.fromEpochMilliseconds(row!.at.getTime());
  }

  async setClock(at: Temporal.Instant): Promise<void> {
    await this.really('UPDATE test_time.clock SET at = $1', [at.toString()]);
  }

  use<C extends abstract new (...args: never[]) => unknown>(useCase: C): Instance<C> {
    return this.resolve(useCase) as Instance<C>;
  }

  /** Lives until then. `crash`: whoever does the work dies before it is written down as done, and it is done again. */
  async until(end: Temporal.Instant, crash = false): Promise<void> {
    for (;;) {
      const [job] = await this.really<{
        id: string;
        job: DueJobName;
        subject: string;
        owner: string;
        due: Date;
      }>(
        `SELECT id, job, subject_id AS subject, municipality_id AS owner, due_at AS due FROM due_jobs
         WHERE done_at IS NULL AND due_at <= $1 ORDER BY due_at, id LIMIT 1`,
        [end.toString()],
      );
      if (!job) break;
      const due = Temporal.Instant.fromEpochMilliseconds(job.due.getTime());
      if (Temporal.Instant.compare(await this.now(), due) < 0) await this.setClock(due);
      if (crash) {
        await this.transactor.losing(() => this.handlers[job.job](job.owner, job.subject));
        await this.handlers[job.job](job.owner, job.subject);
      }
      // Done only when nobody has asked for it again meanwhile, as the dispatch does it by its number of attempts.
      const [before] = await this.really<{ attempts: number }>(
        'SELECT attempts FROM due_jobs WHERE id = $1',
        [job.id],
      );
      await this.handlers[job.job](job.owner, job.subject);
      await this.really(
        'UPDATE due_jobs SET done_at = $2, attempts = attempts + 1 WHERE id = $1 AND attempts = $3',
        [job.id, end.toString(), before?.attempts ?? 0],
      );
    }
    if (Temporal.Instant.compare(await this.now(), end) < 0) await this.setClock(end);
  }

  /** A municipality of its own, at the beginning of a shift. What earlier ones left to do is not done any more. */
  async newCase(): Promise<CaseAtHand> {
    await this.really('UPDATE due_jobs SET done_at = due_at WHERE done_at IS NULL');
    await this.setClock(BEGINS);
    this.deliveries.length = 0;
    this.provider = { result: 'sent', providerReference: 'r' };
    const settled = municipality();
    await new MunicipalityRegister(this.dataSource).found(settled);
    const rows = rowsOf(settled.id);
    const person = (name: string, over: Partial<Staff> = {}) =>
      rows.staff({ name, phone: phone(), email: null, active: true, teamId: null, deputyId: null, ...over });
    const lars = person('Lars Lund');
    const mette = person('Mette Holm', { deputyId: lars.id });
    const birgit = person('Birgit Bak', { role: 'leader' });
    const company = rows.company();
    const smallJob = rows.smallJob(company.id, {
      status: 'open',
      companyContact: { name: 'Ali', phone: phone() },
    });
    const citizen = rows.citizen({
      brokerId: mette.id,
      preferredChannel: 'sms',
      sharedPhone: false,
      phone: phone(),
    });
    const match = rows.match(smallJob.id, citizen.id, { state: 'confirmed' });
    const offer = rows.offer(match, company.id, { state: 'accepted' });
    const agreement = rows.agreement(offer);
    const shift = rows.shift(agreement, {
      state: 'planned',
      number: 1,
      flexibilityMinutes: 0,
      startsAt: BEGINS,
      endsAt: BEGINS.add({ hours: 14 }),
    });
    const inside = <R>(work: (unit: UnitOfWork) => Promise<R>) =>
      this.transactor.inMunicipality(settled.id, work);
    await inside(async (unit) => {
      for (const one of [lars, birgit, mette]) await unit.staff.insert(one);
      await unit.companies.insert(company);
      await unit.smallJobs.insert(smallJob);
      await unit.contacts.insert(rows.contact(smallJob.id, mette.id));
      await unit.citizens.insert(citizen);
      await unit.matches.insert(match);
      await unit.offers.insert(offer);
      await unit.agreements.insert(agreement);
      await unit.shifts.insert(shift);
      await unit.wake('shift.check-evidence', shift.id, BEGINS.add({ minutes: 15 }));
    });
    const staff = { mette, lars, birgit };
    const as = (one: Staff): Actor & { staffId: string } => ({
      role: one.role,
      municipalityId: settled.id,
      staffId: one.id,
      name: one.name,
      holder: one.id,
    });
    const employer: Actor = {
      role: 'employer',
      municipalityId: settled.id,
      companyId: company.id,
      name: 'Ali',
      holder: 'ali',
    };
    return { municipalityId: settled.id, inside, staff, as, employer, shift, citizen, company, rows };
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
    const ports = new Map<unknown, unknown>([
      [Transactor, this.transactor],
      [Ids, new TimeOrderedIds()],
      [Secrets, new ReadableSecrets()],
      [RunningConditions, { quietHoursKept: true }],
      [
        Links,
        { answerPage: () => 'https://smaajob.example/o/x', page: (path: string) => path } satisfies Links,
      ],
      [MessageGateway, { send: ({ id }: { id: string }) => this.send(id) }],
      [MessageWriter, writer],
      [MessageTexts, texts],
      [ProviderPauses, { list: () => Promise.resolve([]) }],
    ]);
    return ports.get(token) ?? (isPort(token) ? {} : undefined);
  }

  /** The network: what it is told stands in a list, with the state of the case when it left. */
  private async send(messageId: string): Promise<SendResult> {
    const [row] = await this.really<{ state: string }>(
      `SELECT e.state FROM messages m JOIN escalation_steps s ON s.id = m.escalation_step_id
       JOIN escalations e ON e.id = s.escalation_id WHERE m.id = $1`,
      [messageId],
    );
    this.deliveries.push({ messageId, at: await this.now(), caseState: row?.state });
    return this.provider;
  }
}

export interface CaseAtHand {
  municipalityId: string;
  inside: <R>(work: (unit: UnitOfWork) => Promise<R>) => Promise<R>;
  staff: Record<'mette' | 'lars' | 'birgit', Staff>;
  as: (one: Staff) => Actor & { staffId: string };
  employer: Actor;
  shift: Shift;
  citizen: Citizen;
  company: Company;
  rows: Rows;
}

/** Lets a test stand between what a transaction has decided and its commit, or lose the commit. */
export class HookedTransactor extends Transactor {
  private beforeCommit: (() => Promise<void>) | null = null;
  private loses = false;

  constructor(private readonly real: Transactor) {
    super();
  }

  async inMunicipality<R>(municipalityId: string, work: (unit: UnitOfWork) => Promise<R>): Promise<R> {
    const [hook, loses] = [this.beforeCommit, this.loses];
    this.beforeCommit = null;
    return this.real.inMunicipality(municipalityId, async (unit) => {
      const result = await work(unit);
      if (hook) await hook();
      if (loses) throw new LostCommit();
      return result;
    });
  }

  atOneMoment<R>(municipalityId: string, work: (unit: UnitOfWork) => Promise<R>): Promise<R> {
    return this.real.atOneMoment(municipalityId, work);
  }

  together(...asked: Parameters<Transactor['together']>): ReturnType<Transactor['together']> {
    return this.real.together(...asked);
  }

  lookUp(...asked: Parameters<Transactor['lookUp']>): ReturnType<Transactor['lookUp']> {
    return this.real.lookUp(...asked);
  }

  /** The next transaction waits here when it has done everything but commit. */
  holdNext(hook: () => Promise<void>): void {
    this.beforeCommit = hook;
  }

  /** Whatever is done in it never commits: the process died. */
  async losing(work: () => Promise<unknown>): Promise<void> {
    this.loses = true;
    try {
      await work();
    } catch (error) {
      if (!(error instanceof LostCommit)) throw error;
    } finally {
      this.loses = false;
    }
  }
}

class LostCommit extends Error {}

/** Ports that no step of a ladder asks for. */
const isPort = (token: unknown): boolean => typeof token === 'function' && !('needs' in token);

let phones = 20_000_000;
const phone = (): string => `+45${(phones += 1)}`;

/** Compiled once for all cases. */
const writer = new HandlebarsMessageWriter();
const texts = new HouseTexts(writer);
