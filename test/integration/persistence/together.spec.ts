import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { DomainError, Temporal, type Task } from '#domain';
import { createDataSource, MunicipalityRegister, TimeOrderedIds, TypeormTransactor } from '#persistence';
import type { Criteria, Listing, UnitOfWork } from '#use-cases';
import { withClient } from '../../../demo/src/database/index.js';
import { at, ids } from '../../contracts/rows.js';
import { workplaceIn, type Workplace } from '../../contracts/workplace.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres-cluster.js';

let database: TestDatabase;
let dataSource: DataSource;
let transactor: TypeormTransactor;
let place: Workplace;
let statements: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource({ url: database.appUrl, poolSize: 5 }).initialize();
  dataSource.setOptions({ logging: ['query'], logger: listening });
  transactor = new TypeormTransactor(dataSource, new TimeOrderedIds());
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});
beforeEach(async () => {
  const register = new MunicipalityRegister(dataSource);
  place = await workplaceIn({ transactor, found: (municipality) => register.found(municipality) });
  statements = [];
});

const nothing = (): undefined => undefined;
const listening = {
  logQuery: (statement: string) => void statements.push(statement),
  logQueryError: nothing,
  logQuerySlow: nothing,
  logSchemaBuild: nothing,
  logMigration: nothing,
  log: nothing,
};

type Work<R> = (unit: UnitOfWork) => Promise<R>;

/** All of them in one transaction. */
async function together<R>(...works: Work<R>[]): Promise<R[]> {
  const { municipalityId } = place;
  const answers: R[] = [];
  await transactor.together(
    municipalityId,
    works.map((work, nth) => async () => {
      answers[nth] = await transactor.inMunicipality(municipalityId, work);
    }),
  );
  return answers;
}

const task = (over: Partial<Task>): Task => place.rows.task(over);
const times = <T>(count: number, make: (nth: number) => T): T[] =>
  Array.from({ length: count }, (_, nth) => make(nth));

describe('what several do together', () => {
  it('costs hardly more statements than what one of them does alone', async () => {
    const tasks = times(20, (nth) => task({ note: String(nth) }));
    await place.inside((unit) => unit.tasks.insertMany(tasks));
    const work =
      ({ id, note }: Task): Work<void> =>
      async (unit) => {
        const row = (await unit.tasks.lock(id))!;
        const [same, now] = await Promise.all([
          unit.tasks.first({ note, doneAt: { isNull: true } }),
          unit.now(),
        ]);
        await unit.tasks.update({ ...row, doneAt: now, note: `${same!.note} done` });
        await unit.tasks.insert(task({ note: `after ${note}` }));
        await unit.wake('message.deliver', id, now);
        await unit.enlist({ kind: 'message', key: id, subjectId: id });
        await unit.record({ type: 'SmallJobChanged', smallJobId: id });
        await unit.forget('message.deliver', id);
        await unit.wake('message.settle', id);
      };
    statements = [];
    await transactor.inMunicipality(place.municipalityId, work(tasks[0]!));
    const alone = statements.length;
    statements = [];
    await together(...tasks.slice(1).map(work));
    expect(statements.length).toBeLessThanOrEqual(alone + 1);
    const after = await place.inside((unit) => unit.tasks.list({}, { order: [{ by: 'note' }] }));
    expect(after.map(({ note }) => note).sort()).toEqual(
      tasks.flatMap(({ note }) => [`${note} done`, `after ${note}`]).sort(),
    );
  });

  it('finds for each what it would find alone', async () => {
    const due = (second: number) => at(`2026-11-03T08:00:0${second}.123Z`);
    const { staff } = place;
    const kinds = ['call-citizen', 'first-day', 'grow-hours'] as const;
    await place.inside((unit) =>
      unit.tasks.insertMany(
        times(24, (nth) =>
          task({
            kind: kinds[nth % 3]!,
            note: nth % 4 === 0 ? null : `æ"${nth % 5}\\`,
            staffId: nth % 2 === 0 ? null : staff.id,
            dueAt: due(nth % 7),
            doneAt: nth % 6 === 0 ? due(nth % 3) : null,
          }),
        ),
      ),
    );
    const wishes: [(nth: number) => Criteria<Task>, Listing<Task>?][] = [
      [(nth) => ({ kind: kinds[nth % 3]! })],
      [(nth) => ({ kind: { in: [kinds[nth % 3]!, kinds[(nth + 1) % 3]!] }, staffId: { isNull: true } })],
      [(nth) => ({ note: { in: [`æ"${nth}\\`, null] } })],
      [(nth) => ({ note: { notIn: [`æ"${nth}\\`] } }), { order: [{ by: 'note', direction: 'desc' }] }],
      [(nth) => ({ note: { contains: `Æ"${nth}` } })],
      [(nth) => ({ dueAt: due(nth) })],
      [
        (nth) => ({ dueAt: { from: due(nth), before: due(nth + 2) } }),
        { order: [{ by: 'dueAt' }, { by: 'note' }] },
      ],
      [(nth) => ({ dueAt: { in: [due(nth), due(0)] } }), { limit: 3 }],
      [(nth) => ({ doneAt: nth === 1 ? null : due(nth) }), { order: [{ by: 'doneAt' }], limit: 1 }],
      [
        (nth) => ({ kind: kinds[nth % 3]! }),
        { order: [{ by: 'dueAt', direction: 'desc' }], lock: true, limit: 2 },
      ],
      [() => ({})],
      [() => ({ id: { in: [] } })],
    ];
    const works = wishes.flatMap(([where, listing]) =>
      times(
        5,
        (nth): Work<Task[]> =>
          (unit) =>
            unit.tasks.list(where(nth), listing),
      ),
    );
    const alone: Task[][] = [];
    for (const work of works) alone.push(await place.inside(work));
    expect(await together(...works)).toEqual(alone);
    expect(alone.filter((rows) => rows.length > 0).length).toBeGreaterThan(40);
  });

  it('gives back exactly what was put in, and to each rows of its own', async () => {
    const { rows, agreement } = place;
    const shifts = times(3, (nth) =>
      rows.shift(agreement, {
        startsAt: at(`2026-11-3${0}T0${nth}:00:00.001Z`),
        endsAt: at(`2026-11-30T0${nth}:30:00Z`),
        absence: {
          cause: 'sick',
          by: 'citizen',
          note: `Æbler & "gåseøjne" 🍎 ${nth}`,
          at: '2026-11-30T06:00:00Z',
        },
        evidence: [{ by: 'citizen', says: 'later', at: '2026-11-30T06:00:00Z', minutes: nth }],
      }),
    );
    await together(
      ...shifts.map(
        (shift): Work<void> =>
          (unit) =>
            unit.shifts.insert(shift),
      ),
    );
    const find =
      (nth: number): Work<unknown> =>
      (unit) =>
        unit.shifts.find(shifts[nth]!.id);
    const [first, second, same] = await together(find(0), find(1), find(0));
    expect([first, second]).toEqual(shifts.slice(0, 2));
    expect(same).toEqual(first);
    expect(same).not.toBe(first);
    const changed = shifts.map((shift) => ({
      ...shift,
      absence: null,
      arrivedAt: at('2026-11-30T07:05:00Z'),
    }));
    await together(
      ...changed.map(
        (shift): Work<void> =>
          (unit) =>
            unit.shifts.update(shift),
      ),
    );
    expect(await place.inside((unit) => unit.shifts.list({}, { order: [{ by: 'startsAt' }] }))).toEqual(
      changed,
    );
    expect(await together(find(2), async (unit) => unit.shifts.find('not-an-id'))).toEqual([
      changed[2],
      undefined,
    ]);
  });

  it('reads what it wrote itself, in order', async () => {
    const works = times(4, (nth): Work<unknown> => async (unit) => {
      const row = task({ note: String(nth) });
      await unit.tasks.insert(row);
      await unit.tasks.update({ ...row, note: `${nth}a` });
      const read = await unit.tasks.find(row.id);
      await unit.tasks.update({ ...read!, note: `${read!.note}b` });
      return (await unit.tasks.first({ note: `${nth}ab` }))?.note;
    });
    expect(await together(...works)).toEqual(['0ab', '1ab', '2ab', '3ab']);
  });
});

describe('what several want of the same row', () => {
  it.each(['lock', 'list with a lock', 'lock of the municipality'])(
    'is done one after the other: %s',
    async (how) => {
      const counter = task({ note: '0' });
      await place.inside((unit) => unit.tasks.insert(counter));
      const lock = async (unit: UnitOfWork): Promise<Task> => {
        if (how === 'lock') return (await unit.tasks.lock(counter.id))!;
        if (how === 'list with a lock') return (await unit.tasks.first({ id: counter.id }, { lock: true }))!;
        await unit.lockMunicipality();
        return (await unit.tasks.find(counter.id))!;
      };
      const countUp: Work<string> = async (unit) => {
        const row = await lock(unit);
        await unit.tasks.first({});
        const note = String(Number(row.note) + 1);
        await unit.tasks.update({ ...row, note });
        return note;
      };
      const counted = await together(...times(7, () => countUp));
      expect(counted.sort()).toEqual(['1', '2', '3', '4', '5', '6', '7']);
      expect((await place.inside((unit) => unit.tasks.find(counter.id)))?.note).toBe('7');
    },
  );

  it('is refused when two wait for each other, and nothing of it is kept', async () => {
    const [one, two] = [task({ note: 'one' }), task({ note: 'two' })];
    await place.inside((unit) => unit.tasks.insertMany([one, two]));
    const both =
      (first: Task, second: Task): Work<void> =>
      async (unit) => {
        await unit.tasks.update({ ...(await unit.tasks.lock(first.id))!, note: 'changed' });
        await unit.tasks.lock(second.id);
      };
    await expect(together(both(one, two), both(two, one))).rejects.toMatchObject({
      name: 'WaitForEachOther',
    });
    expect(await place.inside((unit) => unit.tasks.count({ note: 'changed' }))).toBe(0);
  });

  it('asks for the same work once, and for two times of it twice', async () => {
    const { offer, municipalityId } = place;
    const wake =
      (time: string): Work<void> =>
      (unit) =>
        unit.wake('offer.remind', offer.id, at(time));
    const [early, late] = ['2026-11-04T08:00:00Z', '2026-11-05T08:00:00Z'];
    await together(wake(early), wake(early), wake(late));
    const jobs = await inside<{ due_at: Date }>(
      municipalityId,
      'SELECT due_at FROM due_jobs ORDER BY due_at',
    );
    expect(jobs.map(({ due_at }) => Temporal.Instant.from(due_at.toISOString()).toString())).toEqual([
      early,
      late,
    ]);
  });

  it('is written twice in one round, in the order in which it was asked for', async () => {
    const row = task({ note: 'old' });
    await place.inside((unit) => unit.tasks.insert(row));
    await together(
      ...['a', 'b', 'c'].map(
        (note): Work<void> =>
          (unit) =>
            unit.tasks.update({ ...row, note }),
      ),
    );
    expect((await place.inside((unit) => unit.tasks.find(row.id)))?.note).toBe('c');
  });
});

describe('when one of them fails', () => {
  const write: Work<void> = async (unit) => {
    await unit.tasks.insert(task({ note: 'kept' }));
    await unit.tasks.first({ note: 'kept' });
  };
  const kept = (): Promise<number> => place.inside((unit) => unit.tasks.count({ note: 'kept' }));

  it.each<[string, Work<void>, object]>([
    ['by a rule', async () => Promise.reject(new DomainError('not-allowed')), { code: 'not-allowed' }],
    ['by a row that is not there', (unit) => unit.tasks.update(task({})), {}],
    [
      'by a rule of the database',
      (unit) => unit.smallJobs.update({ ...place.smallJob, status: 'open' }),
      { code: 'small-job.no-fixed-contact' },
    ],
    [
      'by a value that is missing',
      (unit) => unit.tasks.insert({ ...task({}), kind: undefined as never }),
      {},
    ],
  ])('nothing of any is kept, and the reason is told: %s', async (_how, fail, error) => {
    await expect(together(write, fail, write)).rejects.toMatchObject(error);
    expect(await kept()).toBe(0);
    await together(write, write);
    expect(await kept()).toBe(2);
  });

  it('none goes on in a transaction that is over', async () => {
    let wentOn = 0;
    const slow: Work<void> = async (unit) => {
      for (let round = 0; round < 20; round++) {
        await unit.tasks.first({ note: String(round) });
        wentOn = round;
      }
    };
    const fail: Work<void> = async (unit) => {
      await unit.tasks.first({});
      throw new DomainError('not-allowed');
    };
    await expect(together(slow, fail)).rejects.toMatchObject({ code: 'not-allowed' });
    const reached = wentOn;
    await place.inside((unit) => unit.tasks.count({}));
    expect(wentOn).toBe(reached);
    expect(reached).toBeLessThan(5);
  });
});

it('is given up soon when somebody else keeps a row locked', async () => {
  const { municipalityId } = place;
  const [stuck, free] = [task({}), task({})];
  await transactor.inMunicipality(municipalityId, (unit) => unit.tasks.insertMany([stuck, free]));
  await withClient(database.adminUrl, async (client) => {
    await client.query('BEGIN');
    await client.query('SELECT FROM tasks WHERE id = $1 FOR UPDATE', [stuck.id]);
    await expect(
      together(
        (unit) => unit.tasks.lock(stuck.id),
        (unit) => unit.tasks.lock(free.id),
      ),
    ).rejects.toMatchObject({ code: '55P03' });
    await client.query('ROLLBACK');
  });
});

it('sees one municipality, and writes into no other', async () => {
  const other = ids.next();
  const seen = await together<unknown>(
    (unit) => unit.citizens.find(place.citizen.id),
    async () => transactor.inMunicipality(other, (unit) => unit.citizens.find(place.citizen.id)),
  );
  expect(seen).toEqual([place.citizen, undefined]);
  const foreign = (unit: UnitOfWork): Promise<void> =>
    unit.tasks.insert({ ...task({}), municipalityId: other });
  await expect(together(foreign, foreign)).rejects.toThrow('row-level security');
});

const inside = <Row>(municipalityId: string, sql: string): Promise<Row[]> =>
  dataSource.transaction(async (manager) => {
    await manager.query(`SELECT set_config('app.municipality_id', $1, true)`, [municipalityId]);
    return manager.query<Row[]>(sql);
  });
