import { beforeEach, describe, expect, it } from '@jest/globals';
import { systemActor, type Citizen, type SmallJob } from '#domain';
import { rankCitizens, rankSmallJobs } from '#matching';
import {
  asCandidate,
  asCandidateJob,
  asCandidateJobs,
  asCandidates,
  dayOfMatching,
  MatchingIndexes,
  RankCandidates,
  RankSmallJobs,
  Transactor,
  type UnitOfWork,
} from '#use-cases';
import { HeardFaults, InMemoryTransactor, noFaults, SequentialIds } from '../fakes/index.js';
import { municipality, rowsOf, type Rows } from '../contracts/rows.js';

/** Counts what is read at one moment, and can hold it back or let it fail. */
class Watched extends Transactor {
  reads = 0;
  before: () => Promise<void> = async () => undefined;
  wrapped: (unit: UnitOfWork) => UnitOfWork = (unit) => unit;

  constructor(private readonly inner: InMemoryTransactor) {
    super();
  }

  inMunicipality<R>(municipalityId: string, work: (unit: UnitOfWork) => Promise<R>): Promise<R> {
    return this.inner.inMunicipality(municipalityId, (unit) => work(this.wrapped(unit)));
  }
  async atOneMoment<R>(municipalityId: string, work: (unit: UnitOfWork) => Promise<R>): Promise<R> {
    this.reads += 1;
    await this.before();
    return this.inner.atOneMoment(municipalityId, (unit) => work(this.wrapped(unit)));
  }
  together = (...asked: Parameters<Transactor['together']>) => this.inner.together(...asked);
  lookUp = (...asked: Parameters<Transactor['lookUp']>) => this.inner.lookUp(...asked);
}

/** Each transaction sees the rows as they were when it began, and waits for no other. For reading only. */
class SideBySide extends Transactor {
  constructor(private readonly inner: InMemoryTransactor) {
    super();
  }

  async inMunicipality<R>(municipalityId: string, work: (unit: UnitOfWork) => Promise<R>): Promise<R> {
    return work(await this.inner.inMunicipality(municipalityId, async (unit) => unit));
  }
  atOneMoment<R>(municipalityId: string, work: (unit: UnitOfWork) => Promise<R>): Promise<R> {
    return this.inMunicipality(municipalityId, work);
  }
  together = (...asked: Parameters<Transactor['together']>) => this.inner.together(...asked);
  lookUp = (...asked: Parameters<Transactor['lookUp']>) => this.inner.lookUp(...asked);
}

interface Town {
  id: string;
  rows: Rows;
  smallJob: SmallJob;
  people: Citizen[];
  inside: <R>(work: (unit: UnitOfWork) => Promise<R>) => Promise<R>;
}

let transactor: InMemoryTransactor;
let watched: Watched;
let indexes: MatchingIndexes;
let town: Town;

/** Three who fit an open small job. */
async function aTown(): Promise<Town> {
  const settled = municipality();
  transactor.found(settled);
  const rows = rowsOf(settled.id);
  const inside: Town['inside'] = (work) => transactor.inMunicipality(settled.id, work);
  const company = rows.company();
  const staff = rows.staff();
  const smallJob = rows.smallJob(company.id, { status: 'open' });
  const people = [1, 2, 3].map((rank) =>
    rows.citizen({ jobGoals: [{ category: 'lager', rank, ownWords: '' }], brokerId: staff.id }),
  );
  await inside(async (unit) => {
    await unit.staff.insert(staff);
    await unit.companies.insert(company);
    await unit.smallJobs.insert(smallJob);
    await unit.contacts.insert(rows.contact(smallJob.id, staff.id));
    await unit.citizens.insertMany(people);
  });
  return { id: settled.id, rows, smallJob, people, inside };
}

beforeEach(async () => {
  transactor = new InMemoryTransactor();
  transactor.clock.set('2026-11-20T09:00:00Z');
  watched = new Watched(transactor);
  indexes = new MatchingIndexes(watched, { mostBytes: 1e9 }, noFaults);
  town = await aTown();
});

/** What an instance answers for the small job: who fits, best first, with scores. */
const ranked = (by = indexes, { id, smallJob } = town): Promise<[string, number][]> =>
  by.inMunicipality(id, 'exact', async (unit, matching) => {
    const job = await asCandidateJob(unit, (await unit.smallJobs.find(smallJob.id))!);
    return (await matching()).index.rankCitizens(job).ranked.map((place) => [place.id, place.score]);
  });

/** The same by the plain meaning, from the rows. */
const plainly = ({ inside, smallJob } = town): Promise<[string, number][]> =>
  inside(async (unit) => {
    const day = await dayOfMatching(unit);
    const job = await asCandidateJob(unit, (await unit.smallJobs.find(smallJob.id))!);
    const people = await asCandidates(unit, await unit.citizens.list(), day);
    return rankCitizens(job, people, { day }).ranked.map(({ citizenId, score }) => [citizenId, score]);
  });

const change = (over: Partial<Citizen>, who = town.people[0]!) =>
  town.inside((unit) => unit.citizens.update({ ...who, ...over }));

describe('an index of a municipality', () => {
  it('is read once, and again only for what changed', async () => {
    expect(await ranked()).toEqual(await plainly());
    expect((await ranked()).map(([id]) => id)).toEqual(town.people.map(({ id }) => id));
    expect(watched.reads).toBe(1);
    await change({ saidYes: false });
    expect((await ranked()).map(([id]) => id)).toEqual(town.people.slice(1).map(({ id }) => id));
    expect(watched.reads).toBe(2);
    await change({ name: 'Et andet navn', saidYes: false });
    await ranked();
    expect(watched.reads).toBe(2);
  });

  it('is the same in another process, whoever made the edits', async () => {
    const other = new MatchingIndexes(transactor, { mostBytes: 1e9 }, noFaults);
    await ranked();
    await ranked(other);
    const newcomer = town.rows.citizen();
    const edits = [
      () => change({ danishLevel: 0 }),
      () => town.inside((unit) => unit.citizens.insert(newcomer)),
      () => change({ position: { lat: 55.701, lon: 9.531 } }, town.people[2]),
      () => town.inside((unit) => unit.citizens.remove({ id: town.people[1]!.id })),
      () => change({}),
    ];
    for (const edit of edits) {
      await edit();
      expect(await ranked(other)).toEqual(await ranked());
      expect(await ranked()).toEqual(await plainly());
    }
  });

  it('follows what is only beside the rows: a company’s no, a contact, hours that are agreed', async () => {
    const { rows, smallJob, people, inside } = town;
    await ranked();
    await inside(async (unit) => {
      const company = (await unit.companies.find(smallJob.companyId))!;
      await unit.companies.update({ ...company, ruledOutCitizenIds: [people[0]!.id] });
    });
    const listOf = (citizen: Citizen) =>
      indexes.inMunicipality(town.id, 'exact', async (unit, matching) => {
        const candidate = await asCandidate(unit, citizen, await dayOfMatching(unit));
        return (await matching()).index.rankSmallJobs(candidate).ranked.map(({ id, score }) => [id, score]);
      });
    const plainListOf = (citizen: Citizen) =>
      inside(async (unit) => {
        const day = await dayOfMatching(unit);
        const jobs = await asCandidateJobs(unit, await unit.smallJobs.list({ status: 'open' }));
        const { ranked: list } = rankSmallJobs(await asCandidate(unit, citizen, day), jobs, { day });
        return list.map(({ smallJobId, score }) => [smallJobId, score]);
      });
    expect(await listOf(people[0]!)).toEqual([]);
    expect(await listOf(people[1]!)).toHaveLength(1);

    const other = rows.staff();
    await inside(async (unit) => {
      await unit.staff.insert(other);
      const [contact] = await unit.contacts.list({ smallJobId: smallJob.id });
      await unit.contacts.update({ ...contact!, endedAt: contact!.startedAt });
      await unit.contacts.insert(rows.contact(smallJob.id, other.id));
    });
    expect(await listOf(people[1]!)).toEqual(await plainListOf(people[1]!));

    const elsewhere = rows.smallJob(smallJob.companyId, { status: 'filled' });
    const offer = rows.offer(rows.match(elsewhere.id, people[1]!.id), smallJob.companyId);
    await inside(async (unit) => {
      await unit.contacts.insert(rows.contact(elsewhere.id, other.id));
      await unit.smallJobs.insert(elsewhere);
      await unit.offers.insert({ ...offer, state: 'accepted' });
    });
    expect((await ranked()).map(([id]) => id)).not.toContain(people[1]!.id);
    const later = [{ weekday: 2 as const, start: '08:00', end: '11:00', breakMinutes: 0 }];
    await inside((unit) => unit.smallJobs.update({ ...elsewhere, weeklyShifts: later }));
    expect((await ranked()).map(([id]) => id)).toContain(people[1]!.id);
    expect(await ranked()).toEqual(await plainly());

    await inside((unit) => unit.smallJobs.update({ ...smallJob, status: 'paused' }));
    expect(await listOf(people[1]!)).toEqual([]);
    expect(await ranked()).toEqual(await plainly());
  });

  it('is made anew on another day', async () => {
    await change({ availableFrom: '2026-12-02' });
    await town.inside((unit) => unit.smallJobs.update({ ...town.smallJob, startDate: '2026-11-30' }));
    expect(await ranked()).toHaveLength(2);
    transactor.clock.set('2026-12-01T22:59:00Z');
    expect(await ranked()).toHaveLength(2);
    const before = watched.reads;
    transactor.clock.set('2026-12-01T23:00:00Z');
    expect(await ranked()).toHaveLength(3);
    expect(watched.reads).toBe(before + 1);
    expect(await ranked()).toEqual(await plainly());
  });

  it('is the same all day: waiting is counted up to its beginning', async () => {
    await change({
      waitingSince: (await town.inside((unit) => unit.now())).subtract({ hours: 24 * 30 + 10 }),
    });
    const morning = await ranked();
    transactor.clock.set('2026-11-20T22:59:59Z');
    const evening = await ranked(new MatchingIndexes(transactor, { mostBytes: 1e9 }, noFaults));
    expect(evening).toEqual(morning);
  });

  it('is made anew when the journal does not reach back, and when it is asked to', async () => {
    await ranked();
    await change({ danishLevel: 0 });
    await town.inside(async (unit) => unit.matchingJournal.forget((await unit.now()).add({ hours: 1 })));
    expect(await ranked()).toEqual(await plainly());
    await town.inside((unit) => unit.matchingJournal.askForAll());
    await ranked();
    indexes.forget(town.id);
    await ranked();
    expect(watched.reads).toBe(4);
  });
});

describe('a refresh', () => {
  it('is one for all who wait for it', async () => {
    let open = () => undefined as void;
    const opened = new Promise<void>((resolve) => (open = resolve));
    watched.before = () => opened;
    const asking = Array.from({ length: 8 }, () => ranked());
    await new Promise((resolve) => setTimeout(resolve, 20));
    open();
    const answers = await Promise.all(asking);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(watched.reads).toBe(1);
  });

  it('that fails leaves nothing behind that is half followed', async () => {
    await ranked();
    const [first, second] = town.people;
    await town.inside(async (unit) => {
      await unit.citizens.update({ ...first!, saidYes: false });
      await unit.citizens.update({ ...second!, position: null as never });
    });
    await expect(ranked()).rejects.toThrow();
    expect(indexes.bytes).toBe(0);
    await town.inside((unit) => unit.citizens.update({ ...second!, danishLevel: 2 }));
    expect(await ranked()).toEqual(await plainly());
    expect((await ranked()).map(([id]) => id)).not.toContain(first!.id);
  });

  it('whose reading fails is tried again by whoever asks next', async () => {
    await ranked();
    await change({ danishLevel: 0 });
    watched.before = () => Promise.reject(new Error('the database is away'));
    await expect(ranked()).rejects.toThrow('away');
    watched.before = async () => undefined;
    expect(await ranked()).toEqual(await plainly());
  });
});

describe('an answer', () => {
  it('is made from the rows of its own transaction when others write without a pause', async () => {
    await change({ saidYes: false });
    let restless = 1_000;
    watched.wrapped = (unit) =>
      new Proxy(unit, {
        get: (target, name): unknown =>
          name === 'matchingJournal'
            ? { version: async () => (restless += 1), changesAfter: async () => null }
            : Reflect.get(target, name),
      });
    expect(await ranked()).toEqual(await plainly());
    // Five times to catch up, and once for the answer.
    expect(watched.reads).toBe(6);
  });

  it('is made from the rows within a larger transaction, which may have changed them', async () => {
    await ranked();
    watched.wrapped = (unit) =>
      new Proxy(unit, {
        get: (target, name): unknown => (name === 'isPartOfMore' ? true : Reflect.get(target, name)),
      });
    const seen = await indexes.inMunicipality(town.id, 'exact', async (unit, matching) => {
      await unit.citizens.update({ ...town.people[0]!, saidYes: false });
      const job = await asCandidateJob(unit, town.smallJob);
      return (await matching()).index.rankCitizens(job).ranked.map(({ id }) => id);
    });
    expect(seen).toEqual(town.people.slice(1).map(({ id }) => id));
    expect(watched.reads).toBe(1);
  });

  it('begins again when the index followed others in the middle of it, whatever it made of both', async () => {
    indexes = new MatchingIndexes(new SideBySide(transactor), { mostBytes: 1e9 }, noFaults);
    await ranked();
    let begun = 0;
    const counted = await indexes.inMunicipality(town.id, 'exact', async (_unit, matching) => {
      begun += 1;
      const { citizenIds } = await matching();
      const before = citizenIds.size;
      if (begun === 1) await town.inside((unit) => unit.citizens.insert(town.rows.citizen()));
      await ranked();
      if (citizenIds.size !== before) throw new RangeError('somebody who was not counted');
      return before;
    });
    expect([counted, begun]).toEqual([4, 2]);
  });

  it('tells what went wrong when nobody wrote', async () => {
    const failing = indexes.inMunicipality(town.id, 'exact', async (_unit, matching) => {
      await matching();
      throw new RangeError('a fault of its own');
    });
    await expect(failing).rejects.toThrow('a fault of its own');
    expect(watched.reads).toBe(1);
  });

  it('asks for no index that it does not need', async () => {
    expect(await indexes.inMunicipality(town.id, 'exact', async () => 'done')).toBe('done');
    expect(watched.reads).toBe(0);
  });
});

describe('rows that are never what the index says', () => {
  let faults: HeardFaults;
  let list: () => Promise<string[]>;
  beforeEach(() => {
    faults = new HeardFaults();
    indexes = new MatchingIndexes(watched, { mostBytes: 1e9 }, faults);
    const rank = new RankCandidates(indexes, new SequentialIds());
    const wish = { scope: 'municipality', limit: 5, excluded: false } as const;
    list = async () =>
      (await rank.execute(town.smallJob.id, wish, systemActor(town.id))).ranked.map(
        ({ citizenId }) => citizenId,
      );
  });

  /** What is read of a few differs from what is read of all: stands for a fault of the kernel. */
  const ofAFew = (changed: (people: Citizen[]) => Citizen[]) => {
    watched.wrapped = (unit) => {
      const citizens = new Proxy(unit.citizens, {
        get: (store, name): unknown =>
          name === 'list'
            ? async (where?: { id?: unknown }) => {
                const people = await store.list(where as never);
                return where?.id === undefined ? people : changed(people);
              }
            : Reflect.get(store, name),
      });
      return new Proxy(unit, {
        get: (target, name): unknown => (name === 'citizens' ? citizens : Reflect.get(target, name)),
      });
    };
  };

  it.each([
    ['row-gone', (people: Citizen[]) => people.slice(1)],
    ['does-not-fit', (people: Citizen[]) => people.map((one) => ({ ...one, saidYes: false }))],
    ['other-score', (people: Citizen[]) => people.map((one) => ({ ...one, jobGoals: [] }))],
  ] as const)('cost one index made anew, and are told: %s', async (difference, changed) => {
    ofAFew(changed);
    const everybody = town.people.map(({ id }) => id);
    expect(await list()).toEqual(everybody);
    expect(watched.reads).toBe(2);
    expect(faults.heard).toEqual([
      [town.id, difference],
      [town.id, difference],
    ]);
    expect(await list()).toEqual(everybody);
    expect(watched.reads).toBe(3);
  });

  it('are told of small jobs too', async () => {
    const rank = new RankSmallJobs(indexes);
    const [first] = town.people;
    await ranked();
    watched.wrapped = (unit) =>
      new Proxy(unit, {
        get: (target, name): unknown =>
          name === 'contacts' ? { list: async () => [] } : Reflect.get(target, name),
      });
    const wish = { limit: 5, excluded: false };
    const answer = await rank.execute(first!.id, wish, systemActor(town.id));
    expect(answer.ranked).toHaveLength(1);
    expect(faults.heard[0]).toEqual([town.id, 'other-score']);
  });

  it('are told of within a larger transaction', async () => {
    ofAFew((people) => people.slice(1));
    const { wrapped } = watched;
    watched.wrapped = (unit) =>
      new Proxy(wrapped(unit), {
        get: (target, name): unknown => (name === 'isPartOfMore' ? true : Reflect.get(target, name)),
      });
    expect(await list()).toHaveLength(3);
    expect(faults.heard).toEqual([[town.id, 'row-gone']]);
  });

  it('are nobody’s fault when somebody wrote in the middle of the answer', async () => {
    indexes = new MatchingIndexes(new SideBySide(transactor), { mostBytes: 1e9 }, faults);
    await ranked();
    let begun = 0;
    await indexes.inMunicipality(town.id, 'exact', async (unit, matching) => {
      begun += 1;
      const current = await matching();
      if (begun > 1) return;
      await change({ danishLevel: 0 });
      unit.matchingJournal.version = () => town.inside((now) => now.matchingJournal.version());
      await current.distrust('other-score');
    });
    expect([begun, faults.heard]).toEqual([2, []]);
  });
});

describe('the memory', () => {
  it('is kept below the most by dropping who was not used for longest', async () => {
    await ranked();
    const one = indexes.bytes;
    const [second, third] = [await aTown(), await aTown()];
    indexes = new MatchingIndexes(watched, { mostBytes: 2.5 * one }, noFaults);
    for (const each of [town, second, town, third]) await ranked(indexes, each);
    expect(indexes.bytes).toBeLessThanOrEqual(2.5 * one);
    const before = watched.reads;
    for (const each of [town, third]) await ranked(indexes, each);
    expect(watched.reads).toBe(before);
    expect(await ranked(indexes, second)).toEqual(await plainly(second));
    expect(watched.reads).toBe(before + 1);
  });

  it('holds the newest, however large it is', async () => {
    indexes = new MatchingIndexes(watched, { mostBytes: 1 }, noFaults);
    expect(await ranked()).toEqual(await plainly());
    await ranked();
    expect(watched.reads).toBe(1);
  });
});

describe('the proof', () => {
  it('finds nothing in an index that followed', async () => {
    expect(await indexes.prove(town.id)).toBeUndefined();
    await ranked();
    await change({ danishLevel: 0 });
    await town.inside((unit) => unit.citizens.insert(town.rows.citizen()));
    expect(await indexes.prove(town.id)).toEqual({ lists: 5, differing: 0 });
    const before = watched.reads;
    expect(await ranked()).toEqual(await plainly());
    expect(watched.reads).toBe(before);
  });

  it('proves nothing of yesterday', async () => {
    await ranked();
    transactor.clock.set('2026-11-21T09:00:00Z');
    expect(await indexes.prove(town.id)).toBeUndefined();
  });
});
