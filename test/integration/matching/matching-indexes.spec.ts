import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { systemActor, type Citizen, type SmallJob } from '#domain';
import { rankCitizens } from '#matching';
import { createDataSource, IdempotentRequests, TimeOrderedIds, TypeormTransactor } from '#persistence';
import {
  asCandidateJob,
  asCandidates,
  dayOfMatching,
  MatchingIndexes,
  ProveMatching,
  RankCandidates,
  type UnitOfWork,
} from '#use-cases';
import type { Workplace } from '../../contracts/workplace.js';
import { HeardFaults, noFaults } from '../../fakes/index.js';
import { openDatabase, type OpenDatabase } from '../persistence/open-database.js';

/** A process of its own: connections, indexes and use cases. */
interface Process {
  indexes: MatchingIndexes;
  transactor: TypeormTransactor;
  rank: RankCandidates;
  prove: ProveMatching;
  faults: HeardFaults;
}

let database: OpenDatabase;
const opened: { destroy(): Promise<void> }[] = [];
async function aProcess(): Promise<Process> {
  const dataSource = await createDataSource({ url: database.appUrl, poolSize: 5 }).initialize();
  opened.push(dataSource);
  const ids = new TimeOrderedIds();
  const transactor = new TypeormTransactor(dataSource, ids);
  const faults = new HeardFaults();
  const indexes = new MatchingIndexes(transactor, { mostBytes: 1e9 }, faults);
  return {
    faults,
    indexes,
    transactor,
    rank: new RankCandidates(indexes, ids),
    prove: new ProveMatching(transactor, indexes),
  };
}

let one: Process;
let two: Process;
beforeAll(async () => {
  database = await openDatabase();
  [one, two] = [await aProcess(), await aProcess()];
});
afterAll(async () => {
  for (const dataSource of opened) await dataSource.destroy();
  await database.close();
});

interface Town extends Workplace {
  people: Citizen[];
  open: SmallJob;
}

/** Eight people who fit an open small job. */
async function aTown(): Promise<Town> {
  const place = await database.workplace();
  const { rows, company, staff } = place;
  const open = rows.smallJob(company.id, { status: 'open' });
  const people = Array.from({ length: 8 }, () => rows.citizen({ brokerId: staff.id }));
  await place.inside(async (unit) => {
    await unit.smallJobs.insert(open);
    await unit.contacts.insert(rows.contact(open.id, staff.id));
    await unit.citizens.insertMany(people);
  });
  return { ...place, people, open };
}

const ranking = async ({ rank }: Process, { open, municipalityId }: Town, excluded = false) => {
  const wish = { scope: 'municipality', limit: 500, excluded } as const;
  const { ranked, considered, eligible } = await rank.execute(open.id, wish, systemActor(municipalityId));
  return { ranked, considered, eligible };
};
const idsOf = async (process: Process, town: Town) =>
  (await ranking(process, town)).ranked.map(({ citizenId }) => citizenId);

/** The plain meaning, from the rows that this transaction sees. */
async function plainly(unit: UnitOfWork, smallJobId: string): Promise<[string, number][]> {
  const day = await dayOfMatching(unit);
  const job = await asCandidateJob(unit, (await unit.smallJobs.find(smallJobId))!);
  const people = await asCandidates(unit, await unit.citizens.list(), day);
  return rankCitizens(job, people, { day }).ranked.map(({ citizenId, score }) => [citizenId, score]);
}

describe('two processes', () => {
  test('follow what the other one wrote, and answer the same with the same words', async () => {
    const town = await aTown();
    expect(await idsOf(one, town)).toHaveLength(8);
    expect(await ranking(two, town)).toEqual(await ranking(one, town));
    await one.transactor.inMunicipality(town.municipalityId, (unit) =>
      unit.citizens.update({ ...town.people[0]!, saidYes: false }),
    );
    await two.transactor.inMunicipality(town.municipalityId, (unit) =>
      unit.citizens.update({ ...town.people[1]!, jobGoals: [] }),
    );
    const answer = await ranking(one, town);
    expect(await ranking(two, town)).toEqual(answer);
    expect(await ranking(two, town, true)).toEqual(answer);
    expect(answer.ranked.map(({ citizenId }) => citizenId)).not.toContain(town.people[0]!.id);
    expect(answer.ranked.at(-1)!.citizenId).toBe(town.people[1]!.id);
  });

  test('never serve what is stale: whoever has committed an edit finds it in the next list, while others write', async () => {
    const town = await aTown();
    const reads = { wrong: 0, lists: 0 };
    const desk = async (citizen: Citizen, n: number) => {
      for (let round = 0; round < 15; round += 1) {
        const saidYes = round % 2 === 1;
        const [writer, reader] = n % 2 === 0 ? [one, two] : [two, one];
        await writer.transactor.inMunicipality(town.municipalityId, (unit) =>
          unit.citizens.update({ ...citizen, saidYes }),
        );
        const isThere = (await idsOf(reader, town)).includes(citizen.id);
        reads.lists += 1;
        if (isThere !== saidYes) reads.wrong += 1;
      }
    };
    await Promise.all(town.people.slice(0, 4).map(desk));
    expect(reads).toEqual({ wrong: 0, lists: 60 });
    expect([...one.faults.heard, ...two.faults.heard]).toEqual([]);
  }, 60_000);

  test('never mix: an answer that stands is the one that the rows of its transaction give', async () => {
    const town = await aTown();
    let writing = true;
    const writer = (async () => {
      for (let round = 0; writing; round += 1) {
        const who = town.people[round % 8]!;
        const over = { danishLevel: (round % 3) as 0, saidYes: round % 5 !== 0 };
        await town.inside((unit) => unit.citizens.update({ ...who, ...over }));
      }
    })();
    const answers = await Promise.all(
      [one, two, one, two].map(async ({ indexes }) => {
        const seen: [unknown, unknown][] = [];
        for (let round = 0; round < 12; round += 1)
          seen.push(
            await indexes.inMunicipality(town.municipalityId, 'exact', async (unit, matching) => {
              const { index } = await matching();
              const job = await asCandidateJob(unit, town.open);
              const ours = index.rankCitizens(job).ranked.map(({ id, score }) => [id, score]);
              return [ours, await plainly(unit, town.open.id)];
            }),
          );
        return seen;
      }),
    );
    writing = false;
    await writer;
    for (const [ours, rows] of answers.flat()) expect(ours).toEqual(rows);
  }, 60_000);
});

test('an answer begins again when others wrote and the index followed them in the middle of it', async () => {
  const town = await aTown();
  await idsOf(one, town);
  let runs = 0;
  const [ours, rows] = await one.indexes.inMunicipality(
    town.municipalityId,
    'exact',
    async (unit, matching) => {
      runs += 1;
      const { index } = await matching();
      const job = await asCandidateJob(unit, town.open);
      const before = index.rankCitizens(job).ranked.map(({ id, score }) => [id, score]);
      if (runs === 1) {
        await town.inside((other) => other.citizens.update({ ...town.people[0]!, saidYes: false }));
        await idsOf(one, town);
      }
      return [before, await plainly(unit, town.open.id)];
    },
  );
  expect(runs).toBe(2);
  expect(ours).toEqual(rows);
  expect(ours).toHaveLength(7);
});

describe('an index that is not what the rows say', () => {
  /** Past the journal, as nobody but a superuser can. */
  const behindTheJournal = async (citizen: Citizen, sql: string) => {
    await database.really('ALTER TABLE citizens DISABLE TRIGGER USER');
    await database.really(`UPDATE citizens SET ${sql} WHERE id = $1`, [citizen.id]);
    await database.really('ALTER TABLE citizens ENABLE TRIGGER USER');
  };

  test('is noticed by the row of somebody who is shown, and the list is made anew', async () => {
    const town = await aTown();
    await idsOf(one, town);
    await behindTheJournal(town.people[3]!, `said_yes = false`);
    expect(await idsOf(one, town)).not.toContain(town.people[3]!.id);
    await behindTheJournal(town.people[4]!, `job_goals = '[]'`);
    expect((await idsOf(one, town)).at(-1)).toBe(town.people[4]!.id);
    const here = one.faults.heard.filter(([municipalityId]) => municipalityId === town.municipalityId);
    expect(here.map(([, difference]) => difference)).toEqual(['does-not-fit', 'other-score']);
  });

  test('is found by the proof, which makes every process read the rows again', async () => {
    const town = await aTown();
    await idsOf(one, town);
    await idsOf(two, town);
    expect(await one.prove.execute(town.municipalityId)).toEqual({ lists: 10, differing: 0 });
    await town.inside((unit) => unit.citizens.update({ ...town.people[0]!, saidYes: false }));
    await behindTheJournal(town.people[1]!, 'said_yes = false');
    const version = await town.inside((unit) => unit.matchingJournal.version());
    // The list of the job, and that of the person who is not in it any more.
    expect(await one.prove.execute(town.municipalityId)).toEqual({ lists: 10, differing: 2 });
    expect(await town.inside((unit) => unit.matchingJournal.version())).toBe(version + 1);
    expect(await idsOf(two, town)).toEqual(await idsOf(one, town));
    expect(await one.prove.execute(town.municipalityId)).toEqual({ lists: 10, differing: 0 });
    expect(await two.prove.execute(town.municipalityId)).toEqual({ lists: 10, differing: 0 });
  });
});

test('within one request that changes and ranks, the list has what was changed', async () => {
  const town = await aTown();
  await idsOf(one, town);
  const requests = new IdempotentRequests(database.dataSource);
  const { municipalityId } = town;
  const here = new RankCandidates(
    new MatchingIndexes(database.transactor, { mostBytes: 1e9 }, noFaults),
    new TimeOrderedIds(),
  );
  const { body } = await requests.run(
    { municipalityId, holder: 'h', key: 'k', fingerprint: 'f' },
    async () => {
      await town.inside((unit) => unit.citizens.update({ ...town.people[0]!, saidYes: false }));
      return { status: 200, body: await idsOf({ ...one, rank: here }, town) };
    },
  );
  expect(body).toHaveLength(7);
  expect(body).not.toContain(town.people[0]!.id);
});
