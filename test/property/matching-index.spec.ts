import { describe, expect, it } from '@jest/globals';
import type { Citizen, Company, SmallJob } from '#domain';
import { rankCitizens, rankSmallJobs } from '#matching';
import {
  asCandidate,
  asCandidateJobs,
  asCandidates,
  dayOfMatching,
  MatchingIndexes,
  type UnitOfWork,
} from '#use-cases';
import fc from 'fast-check';
import { municipality, rowsOf, type Rows } from '../contracts/rows.js';
import { noFaults, InMemoryTransactor } from '../fakes/index.js';

/** What somebody at the desk may do next. */
type Edit =
  | { what: 'citizen'; who: number; over: Partial<Citizen> }
  | {
      what: 'moves in' | 'moves away' | 'accepts' | 'agrees' | 'ends' | 'is ruled out';
      who: number;
      job: number;
    }
  | { what: 'small job'; job: number; over: Partial<SmallJob> }
  | { what: 'handover'; job: number }
  | { what: 'a day passes' };

const which = fc.nat({ max: 9 });
const position = fc.constantFrom(
  { lat: 55.7, lon: 9.53 },
  { lat: 55.71, lon: 9.52 },
  { lat: 55.9, lon: 9.9 },
);
const shift = fc.record({
  weekday: fc.constantFrom(1 as const, 2 as const),
  start: fc.constantFrom('08:00', '09:00'),
  end: fc.constantFrom('11:00', '13:00'),
  breakMinutes: fc.constant(0),
});
const citizenEdit = fc.oneof<fc.Arbitrary<Partial<Citizen>>[]>(
  fc.record({ position }),
  fc.record({ saidYes: fc.boolean() }),
  fc.record({ danishLevel: fc.constantFrom(0 as const, 3 as const) }),
  fc.record({ dream: fc.constantFrom(null, 'en dag på lager') }),
  fc.record({ certificates: fc.constantFrom([], ['truck']) }),
  fc.record({ availableFrom: fc.constantFrom('2026-11-01', '2026-12-05') }),
);
const jobEdit = fc.oneof<fc.Arbitrary<Partial<SmallJob>>[]>(
  fc.record({ status: fc.constantFrom('open' as const, 'paused' as const, 'filled' as const) }),
  fc.record({ weeklyShifts: fc.array(shift, { minLength: 1, maxLength: 1 }) }),
  fc.record({ certificates: fc.constantFrom([], ['truck']) }),
  fc.record({ startDate: fc.constantFrom('2026-11-19', '2026-11-30', '2026-12-10') }),
);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ what: fc.constant('citizen' as const), who: which, over: citizenEdit }),
  fc.record({
    what: fc.constantFrom(
      ...(['moves in', 'moves away', 'accepts', 'agrees', 'ends', 'is ruled out'] as const),
    ),
    who: which,
    job: which,
  }),
  fc.record({ what: fc.constant('small job' as const), job: which, over: jobEdit }),
  fc.record({ what: fc.constant('handover' as const), job: which }),
  fc.constant({ what: 'a day passes' as const }),
);

/** A small town in memory, two processes that hold an index of it, and the desk where edits are made. */
class Town {
  readonly transactor = new InMemoryTransactor();
  readonly processes = [1, 2].map(() => new MatchingIndexes(this.transactor, { mostBytes: 1e9 }, noFaults));
  private readonly settled = municipality();
  private readonly rows: Rows = rowsOf(this.settled.id);
  private readonly company: Company = this.rows.company();

  async begin(): Promise<void> {
    this.transactor.clock.set('2026-11-20T09:00:00Z');
    this.transactor.found(this.settled);
    await this.inside(async (unit) => {
      await unit.companies.insert(this.company);
      for (let n = 0; n < 3; n += 1) {
        const job = this.rows.smallJob(this.company.id, { status: 'open' });
        await unit.smallJobs.insert(job);
        await unit.contacts.insert(this.rows.contact(job.id, `staff ${n}`));
      }
      for (let n = 0; n < 4; n += 1)
        await unit.citizens.insert(this.rows.citizen({ brokerId: `staff ${n}` }));
    });
  }

  inside = <R>(work: (unit: UnitOfWork) => Promise<R>): Promise<R> =>
    this.transactor.inMunicipality(this.settled.id, work);

  async make(next: Edit): Promise<void> {
    if (next.what === 'a day passes') {
      this.transactor.clock.set(this.transactor.clock.now().add({ hours: 24 }));
      return;
    }
    await this.inside(async (unit) => {
      const people = await unit.citizens.list();
      const jobs = await unit.smallJobs.list();
      const citizen = 'who' in next ? people[next.who % Math.max(1, people.length)] : undefined;
      const job = 'job' in next ? jobs[next.job % jobs.length]! : undefined;
      if (next.what === 'moves in') await unit.citizens.insert(this.rows.citizen());
      if (citizen) await this.withCitizen(unit, next, citizen, job);
      if (job) await this.withJob(unit, next, job);
    });
  }

  private async withCitizen(unit: UnitOfWork, next: Edit, citizen: Citizen, job?: SmallJob): Promise<void> {
    const own = { citizenId: citizen.id };
    if (next.what === 'citizen') await unit.citizens.update({ ...citizen, ...next.over });
    if (next.what === 'moves away') await unit.citizens.remove({ id: citizen.id });
    if (next.what === 'accepts') {
      const offer = this.rows.offer(this.rows.match(job!.id, citizen.id), this.company.id);
      await unit.offers.insert({ ...offer, state: 'accepted' });
    }
    const [offer] = await unit.offers.list({ ...own, state: 'accepted' });
    const [agreement] = await unit.agreements.list({ ...own, state: 'signed' });
    if (next.what === 'agrees' && offer && !agreement)
      await unit.agreements.insert(this.rows.agreement(offer));
    if (next.what === 'ends' && agreement) await unit.agreements.update({ ...agreement, state: 'ended' });
    if (next.what === 'is ruled out') {
      const company = (await unit.companies.find(this.company.id))!;
      const others = company.ruledOutCitizenIds.filter((id) => id !== citizen.id);
      const isOut = others.length < company.ruledOutCitizenIds.length;
      await unit.companies.update({
        ...company,
        ruledOutCitizenIds: isOut ? others : [...others, citizen.id],
      });
    }
  }

  private async withJob(unit: UnitOfWork, next: Edit, job: SmallJob): Promise<void> {
    if (next.what === 'small job') await unit.smallJobs.update({ ...job, ...next.over });
    if (next.what !== 'handover') return;
    const contact = (await unit.contacts.first({ smallJobId: job.id, endedAt: { isNull: true } }))!;
    await unit.contacts.update({ ...contact, endedAt: contact.startedAt });
    const next_ = contact.staffId === 'staff 0' ? 'staff 1' : 'staff 0';
    await unit.contacts.insert(this.rows.contact(job.id, next_));
  }

  /** All lists of both sides, as a process answers them. */
  answersOf(process: MatchingIndexes): Promise<unknown> {
    return process.inMunicipality(this.settled.id, 'exact', async (unit, matching) => {
      const { index, day, citizenIds, smallJobIds } = await matching();
      const jobs = await asCandidateJobs(unit, await unit.smallJobs.list());
      const people = await unit.citizens.list();
      const lists: unknown[] = [day.today, [...citizenIds].sort(), [...smallJobIds].sort()];
      for (const job of jobs) lists.push(placesOf(index.rankCitizens(job)));
      for (const citizen of people)
        lists.push(placesOf(index.rankSmallJobs(await asCandidate(unit, citizen, day))));
      return lists;
    });
  }

  /** What the nightly proof finds: also in the lists that are kept. */
  prove(process: MatchingIndexes): Promise<{ differing: number } | undefined> {
    return process.prove(this.settled.id);
  }

  /** The same by the plain meaning of the table, from the rows. */
  plainAnswers(): Promise<unknown> {
    return this.inside(async (unit) => {
      const day = await dayOfMatching(unit);
      const rows = await unit.smallJobs.list();
      const jobs = await asCandidateJobs(unit, rows);
      const open = await asCandidateJobs(
        unit,
        rows.filter(({ status }) => status === 'open'),
      );
      const people = await asCandidates(unit, await unit.citizens.list(), day);
      const lists: unknown[] = [day.today, people.map(({ id }) => id), open.map(({ id }) => id).sort()];
      for (const job of jobs) {
        const { considered, eligible, ranked } = rankCitizens(job, people, { day });
        lists.push([considered, eligible, ranked.map(({ citizenId, score }) => [citizenId, score])]);
      }
      for (const citizen of people) {
        const { considered, eligible, ranked } = rankSmallJobs(citizen, open, { day });
        lists.push([considered, eligible, ranked.map(({ smallJobId, score }) => [smallJobId, score])]);
      }
      return lists;
    });
  }
}

const placesOf = ({
  considered,
  eligible,
  ranked,
}: {
  considered: number;
  eligible: number;
  ranked: { id: string; score: number }[];
}) => [considered, eligible, ranked.map(({ id, score }) => [id, score])];

describe('an index that follows edits', () => {
  it('answers as the rows do after each of them, in every process', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(edit, fc.boolean()), { minLength: 1, maxLength: 12 }),
        async (edits) => {
          const town = new Town();
          await town.begin();
          const [first, second] = town.processes as [MatchingIndexes, MatchingIndexes];
          await town.answersOf(first);
          for (const [next, isAsked] of edits) {
            await town.make(next);
            if (isAsked) expect(await town.answersOf(first)).toEqual(await town.plainAnswers());
          }
          const plain = await town.plainAnswers();
          expect(await town.answersOf(first)).toEqual(plain);
          expect(await town.answersOf(second)).toEqual(plain);
          for (const process of town.processes)
            expect(await town.prove(process)).toMatchObject({ differing: 0 });
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);
});
