import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Temporal, type Consent, type Task } from '#domain';
import type { Criteria, Listing } from '#use-cases';
import { databases, type DatabaseUnderTest } from './databases.js';
import { at, ids } from './rows.js';
import { workplaceIn, type Workplace } from './workplace.js';

describe.each(databases)('a store %s', (_name, open) => {
  let database: DatabaseUnderTest;
  let place: Workplace;
  let tasks: Task[];

  beforeAll(async () => {
    database = await open();
    place = await workplaceIn(database);
    const { rows, staff, citizen } = place;
    tasks = [
      rows.task({
        kind: 'call-citizen',
        staffId: staff.id,
        dueAt: at('2026-11-03T08:00:00.100Z'),
        note: 'b',
      }),
      rows.task({ kind: 'call-citizen', staffId: null, dueAt: at('2026-11-03T08:00:00.200Z'), note: null }),
      rows.task({ kind: 'first-day', staffId: staff.id, dueAt: at('2026-11-03T08:00:00.300Z'), note: 'a' }),
      rows.task({
        kind: 'grow-hours',
        citizenId: citizen.id,
        dueAt: at('2026-11-03T08:00:00.400Z'),
        note: 'a',
      }),
    ];
    await place.inside((unit) => unit.tasks.insertMany(tasks));
  });
  afterAll(() => database.close());

  /** Which of the four tasks are found, by their place in the list above. */
  const found = (where?: Criteria<Task>, listing?: Listing<Task>): Promise<number[]> =>
    place.inside(async (unit) =>
      (await unit.tasks.list(where, listing)).map(({ id }) => tasks.findIndex((task) => task.id === id)),
    );

  test('gives back exactly what was put in', async () => {
    const { rows, inside, agreement } = place;
    const shift = rows.shift(agreement, {
      task: 'Æbler & "gåseøjne" 🍎',
      startsAt: at('2026-11-30T07:00:00.001Z'),
      absence: { cause: 'sick', by: 'citizen', note: null, at: '2026-11-30T06:00:00Z' },
      evidence: [{ by: 'citizen', says: 'later', at: '2026-11-30T06:00:00Z', minutes: 20 }],
    });
    await inside((unit) => unit.shifts.insert(shift));
    const read = await inside((unit) => unit.shifts.find(shift.id));
    expect(read).toEqual(shift);
    expect(read?.startsAt).toBeInstanceOf(Temporal.Instant);

    const changed = { ...shift, absence: null, end: '24:00', arrivedAt: at('2026-11-30T07:05:00Z') };
    await inside((unit) => unit.shifts.update(changed));
    expect(await inside((unit) => unit.shifts.lock(shift.id))).toEqual(changed);
  });

  test('keeps an instant in whole milliseconds', async () => {
    const task = place.rows.task({ dueAt: at('2026-12-01T08:00:00.123456789Z') });
    await place.inside((unit) => unit.tasks.insert(task));
    const read = await place.inside((unit) => unit.tasks.first({ dueAt: task.dueAt }));
    expect(String(read?.dueAt)).toBe('2026-12-01T08:00:00.123Z');
    await place.inside((unit) => unit.tasks.remove({ id: task.id }));
  });

  test.each<[string, Criteria<Task>, number[]]>([
    ['nothing', {}, [0, 1, 2, 3]],
    ['a value', { kind: 'call-citizen' }, [0, 1]],
    ['an instant', { dueAt: at('2026-11-03T08:00:00.200Z') }, [1]],
    ['null', { note: null }, [1]],
    ['isNull', { note: { isNull: true } }, [1]],
    ['not isNull', { note: { isNull: false } }, [0, 2, 3]],
    ['several fields', { kind: 'call-citizen', note: 'b' }, [0]],
    ['in', { kind: { in: ['first-day', 'grow-hours'] } }, [2, 3]],
    ['in with null', { note: { in: ['b', null] } }, [0, 1]],
    ['in of none', { kind: { in: [] } }, []],
    ['notIn leaves null standing', { note: { notIn: ['a'] } }, [0, 1]],
    ['notIn with null', { note: { notIn: ['b', null] } }, [2, 3]],
    ['notIn of none', { kind: { notIn: [] } }, [0, 1, 2, 3]],
    ['from, inclusive', { dueAt: { from: at('2026-11-03T08:00:00.300Z') } }, [2, 3]],
    ['to, inclusive', { dueAt: { to: at('2026-11-03T08:00:00.200Z') } }, [0, 1]],
    [
      'after and before, exclusive',
      { dueAt: { after: at('2026-11-03T08:00:00.100Z'), before: at('2026-11-03T08:00:00.400Z') } },
      [1, 2],
    ],
    [
      'in of instants',
      { dueAt: { in: [at('2026-11-03T08:00:00.100Z'), at('2026-11-03T08:00:00.400Z')] } },
      [0, 3],
    ],
    ['a range that null is never in', { note: { from: 'a' } }, [0, 2, 3]],
    ['operators together', { note: { isNull: false, notIn: ['b'] }, kind: 'first-day' }, [2]],
  ])('finds by %s', async (_what, where, expected) => {
    expect(await found(where)).toEqual(expected);
    expect(await place.inside((unit) => unit.tasks.count(where))).toBe(expected.length);
  });

  test('finds part of a text in any case, æ, ø and å too, and takes no sign for a pattern', async () => {
    const notes = ['Åse Ørum', 'Bo 100% Æbelø', 'A_B\\'];
    const added = notes.map((note) => place.rows.task({ kind: 'first-day', note }));
    await place.inside((unit) => unit.tasks.insertMany(added));
    const named = async (contains: string): Promise<string[]> =>
      (await place.inside((unit) => unit.tasks.list({ note: { contains } }))).map(({ note }) => note!).sort();
    expect(await named('åse ør')).toEqual(['Åse Ørum']);
    expect(await named('ØRUM')).toEqual(['Åse Ørum']);
    expect(await named('0% æ')).toEqual(['Bo 100% Æbelø']);
    expect(await named('a_b')).toEqual(['A_B\\']);
    expect(await named('%')).toEqual(['Bo 100% Æbelø']);
    expect(await named('\\')).toEqual(['A_B\\']);
    for (const { id } of added) await place.inside((unit) => unit.tasks.remove({ id }));
  });

  test('compares days as days', async () => {
    const { company, inside } = place;
    const days = {
      id: ids.next(),
      municipalityId: place.municipalityId,
      companyId: company.id,
      reason: null,
      cancelledShiftIds: [],
    };
    await inside((unit) => unit.closingDays.insert({ ...days, from: '2026-12-24', to: '2027-01-01' }));
    const on = (day: string) =>
      inside((unit) => unit.closingDays.count({ from: { to: day }, to: { from: day } }));
    expect(await Promise.all(['2026-12-23', '2026-12-24', '2027-01-01', '2027-01-02'].map(on))).toEqual([
      0, 1, 1, 0,
    ]);
  });

  test.each<[string, Criteria<Task>]>([
    ['undefined', { kind: undefined }],
    ['an unknown field', { colour: 'red' } as Criteria<Task>],
    ['an unknown operator', { kind: { like: 'c%' } } as unknown as Criteria<Task>],
    ['no operator', { kind: {} }],
  ])('refuses to search by %s, and to remove by it', async (_what, where) => {
    await expect(found(where)).rejects.toThrow();
    await expect(place.inside((unit) => unit.tasks.remove(where))).rejects.toThrow();
    expect(await found()).toHaveLength(4);
  });

  test('sorts, with null last and the id at the end, and limits', async () => {
    expect(await found({}, { order: [{ by: 'dueAt', direction: 'desc' }] })).toEqual([3, 2, 1, 0]);
    expect(await found({}, { order: [{ by: 'note' }] })).toEqual([2, 3, 0, 1]);
    expect(await found({}, { order: [{ by: 'note', direction: 'desc' }] })).toEqual([1, 0, 2, 3]);
    expect(
      await found({}, { order: [{ by: 'note' }, { by: 'dueAt', direction: 'desc' }], limit: 2 }),
    ).toEqual([3, 2]);
    expect(await found({}, { limit: 0 })).toEqual([]);
    expect(
      await found(
        { kind: 'call-citizen' },
        { order: [{ by: 'dueAt', direction: 'desc' }], limit: 1, lock: true },
      ),
    ).toEqual([1]);
    expect(await found({}, { lock: true, limit: 3 })).toEqual([0, 1, 2]);
  });

  test('goes on after a row, in the order that is asked for', async () => {
    const after = (row: number, listing: Listing<Task>) => found({}, { ...listing, beyond: tasks[row]! });
    expect(await after(2, { order: [{ by: 'dueAt', direction: 'desc' }] })).toEqual([1, 0]);
    expect(await after(2, { order: [{ by: 'dueAt' }] })).toEqual([3]);
    expect(await after(0, { order: [{ by: 'kind' }, { by: 'dueAt' }], limit: 1 })).toHaveLength(1);
    expect(await after(1, {})).toEqual([2, 3]);
    expect(await after(3, { order: [{ by: 'dueAt' }] })).toEqual([]);
    const newest: Listing<Task> = { order: [{ by: 'id', direction: 'desc' }] };
    expect(await found({}, newest)).toEqual([3, 2, 1, 0]);
    expect(await after(2, { ...newest, limit: 1 })).toEqual([1]);
    expect(await after(0, newest)).toEqual([]);
    const none = tasks.findIndex(({ note }) => note === null);
    await expect(after(none, { order: [{ by: 'note' }] })).rejects.toThrow('has no value');
  });

  test('finds the first of an order', async () => {
    const first = await place.inside((unit) =>
      unit.tasks.first({}, { order: [{ by: 'dueAt', direction: 'desc' }], lock: true }),
    );
    expect(first).toEqual(tasks[3]);
    expect(await place.inside((unit) => unit.tasks.first({ kind: 'correct-number' }))).toBeUndefined();
  });

  test('finds nothing under an id that is none, and the transaction goes on', async () => {
    const [nothing, count] = await place.inside(async (unit) => [
      await unit.tasks.find('not-an-id'),
      await unit.tasks.count({}),
    ]);
    expect([nothing, count]).toEqual([undefined, 4]);
    expect(await place.inside((unit) => unit.tasks.lock(ids.next()))).toBeUndefined();
  });

  test('refuses to update what is not there, and to insert an id twice', async () => {
    await expect(place.inside((unit) => unit.tasks.update(place.rows.task()))).rejects.toThrow('no row');
    await expect(place.inside((unit) => unit.tasks.insert(tasks[0]!))).rejects.toThrow();
  });

  test('removes what is asked for and says how many', async () => {
    const spare = [1, 2, 3].map(() => place.rows.task({ kind: 'correct-number' }));
    await place.inside((unit) => unit.tasks.insertMany(spare));
    expect(await place.inside((unit) => unit.tasks.remove({ kind: 'correct-number' }))).toBe(3);
    expect(await found()).toHaveLength(4);
  });

  test('takes many rows at once', async () => {
    const many = Array.from({ length: 5_000 }, () => place.rows.task({ kind: 'remind-shift' }));
    await place.inside((unit) => unit.tasks.insertMany(many));
    expect(await place.inside((unit) => unit.tasks.remove({ kind: 'remind-shift' }))).toBe(5_000);
    await place.inside((unit) => unit.tasks.insertMany([]));
  });

  test('does not change or lose a history', async () => {
    const { rows, inside, agreement, municipalityId } = place;
    const shift = rows.shift(agreement, {
      startsAt: at('2027-02-01T07:00:00Z'),
      endsAt: at('2027-02-01T08:00:00Z'),
    });
    const escalation = rows.escalation(shift);
    const entry = {
      id: ids.next(),
      municipalityId,
      escalationId: escalation.id,
      at: at('2027-02-01T07:20:00Z'),
      what: 'opened',
      who: 'Fodfæste',
      details: { step: 1 },
    };
    await inside(async (unit) => {
      await unit.shifts.insert(shift);
      await unit.escalations.insert(escalation);
      await unit.escalationEntries.insert(entry);
    });
    await expect(
      inside((unit) => unit.escalationEntries.update({ ...entry, what: 'other' })),
    ).rejects.toThrow();
    await expect(inside((unit) => unit.escalationEntries.remove({ id: entry.id }))).rejects.toThrow();
    expect(await inside((unit) => unit.escalationEntries.list())).toEqual([entry]);
  });

  test('what a citizen agreed to is only added to', async () => {
    const { inside, citizen, municipalityId } = place;
    const consent: Consent = {
      id: ids.next(),
      municipalityId,
      citizenId: citizen.id,
      kind: 'messages',
      matchId: null,
      action: 'given',
      fields: [],
      textVersion: 'beskeder-2026-1',
      how: 'sms',
      at: at('2026-11-20T08:00:00Z'),
    };
    await inside((unit) => unit.consents.insert(consent));
    await expect(
      inside((unit) => unit.consents.update({ ...consent, action: 'withdrawn' })),
    ).rejects.toThrow();
    await expect(inside((unit) => unit.consents.remove({ id: consent.id }))).rejects.toThrow();
    expect(await inside((unit) => unit.consents.list({ citizenId: citizen.id }))).toEqual([consent]);
  });
});
