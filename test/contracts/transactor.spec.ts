import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DomainError, type AccessPurpose } from '#domain';
import { databases, type DatabaseUnderTest } from './databases.js';
import { at, ids, municipality } from './rows.js';
import { workplaceIn, type Workplace } from './workplace.js';

describe.each(databases)('a transactor %s', (_name, open) => {
  let database: DatabaseUnderTest;
  let place: Workplace;

  beforeAll(async () => {
    database = await open();
    place = await workplaceIn(database);
  });
  afterAll(() => database.close());

  test('keeps all of a transaction', async () => {
    const answer = await place.inside(async (unit) => {
      await unit.record({ type: 'SmallJobPosted', smallJobId: place.smallJob.id });
      await unit.wake('offer.remind', place.offer.id, at('2026-11-04T08:00:00Z'));
      await unit.logAccess({
        who: 'Mette Holm',
        staffId: place.staff.id,
        companyId: null,
        citizenIds: [place.citizen.id],
        kind: 'shown',
        purpose: 'citizen.show',
      });
      return 'done';
    });
    expect(answer).toBe('done');
    expect(await database.events(place.municipalityId)).toEqual([
      { type: 'SmallJobPosted', smallJobId: place.smallJob.id },
    ]);
    expect(await database.waitingJobs(place.municipalityId)).toEqual([
      { job: 'offer.remind', subjectId: place.offer.id, dueAt: '2026-11-04T08:00:00Z' },
    ]);
    expect(await database.accessLog(place.municipalityId)).toEqual([
      { who: 'Mette Holm', citizenIds: [place.citizen.id] },
    ]);
  });

  test('keeps nothing of one that failed', async () => {
    const other = await workplaceIn(database);
    const failing = other.inside(async (unit) => {
      await unit.smallJobs.update({ ...other.smallJob, title: 'Changed' });
      await unit.tasks.insert(other.rows.task());
      await unit.record({ type: 'SmallJobChanged', smallJobId: other.smallJob.id });
      await unit.wake('match.rank', other.smallJob.id);
      await unit.enlist({ kind: 'phone', key: 'b'.repeat(64), subjectId: other.company.id });
      const settled = await unit.municipality();
      await unit.updateMunicipality({ ...settled, name: 'Changed' });
      throw new DomainError('not-allowed');
    });
    await expect(failing).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await other.inside((unit) => unit.smallJobs.find(other.smallJob.id))).toEqual(other.smallJob);
    expect(await other.inside((unit) => unit.tasks.count({}))).toBe(0);
    expect(await database.events(other.municipalityId)).toEqual([]);
    expect(await database.waitingJobs(other.municipalityId)).toEqual([]);
    expect(await database.transactor.lookUp('phone', 'b'.repeat(64))).toEqual([]);
    expect((await other.inside((unit) => unit.municipality())).name).not.toBe('Changed');
  });

  test('keeps nothing when a rule is broken at the end', async () => {
    const other = await workplaceIn(database);
    const failing = other.inside(async (unit) => {
      await unit.smallJobs.update({ ...other.smallJob, status: 'open' });
      await unit.record({ type: 'SmallJobPublished', smallJobId: other.smallJob.id });
      return 'published';
    });
    await expect(failing).rejects.toMatchObject({ code: 'small-job.no-fixed-contact' });
    expect(await database.events(other.municipalityId)).toEqual([]);
  });

  test('shows no other municipality, and writes into none', async () => {
    const other = await workplaceIn(database);
    expect(await other.inside((unit) => unit.citizens.find(place.citizen.id))).toBeUndefined();
    expect(await other.inside((unit) => unit.citizens.list({ id: place.citizen.id }))).toEqual([]);
    expect(await other.inside((unit) => unit.citizens.remove({ id: place.citizen.id }))).toBe(0);
    await expect(other.inside((unit) => unit.citizens.update(place.citizen))).rejects.toThrow();
    await expect(
      other.inside((unit) => unit.citizens.insert({ ...place.citizen, id: ids.next() })),
    ).rejects.toThrow();
    expect(await place.inside((unit) => unit.citizens.find(place.citizen.id))).toEqual(place.citizen);
  });

  test('knows its municipality, and says when there is none', async () => {
    const settled = municipality();
    await database.found(settled);
    const read = () => database.transactor.inMunicipality(settled.id, (unit) => unit.municipality());
    expect(await read()).toEqual(settled);
    const changed = {
      ...settled,
      settings: { ...settled.settings, noticeOnNo: { da: 'Intet sker.', en: 'Nothing.' } },
    };
    await database.transactor.inMunicipality(settled.id, (unit) => unit.updateMunicipality(changed));
    expect(await read()).toEqual(changed);
    await expect(
      database.transactor.inMunicipality(ids.next(), (unit) => unit.municipality()),
    ).rejects.toThrow('no municipality');
    await expect(place.inside((unit) => unit.updateMunicipality(changed))).rejects.toThrow('no municipality');
  });

  test('asks for the same work once, and again when it is done or taken back', async () => {
    const other = await workplaceIn(database);
    const dueAt = at('2026-11-05T08:00:00Z');
    const asked = { job: 'offer.expire', subjectId: other.offer.id, dueAt: '2026-11-05T08:00:00Z' };
    const wake = () => other.inside((unit) => unit.wake('offer.expire', other.offer.id, dueAt));
    await wake();
    await wake();
    await other.inside((unit) => unit.wake('offer.remind', other.offer.id, dueAt));
    expect(await database.waitingJobs(other.municipalityId)).toEqual([
      asked,
      { ...asked, job: 'offer.remind' },
    ]);

    await other.inside((unit) => unit.forget('offer.remind', other.offer.id));
    expect(await database.waitingJobs(other.municipalityId)).toEqual([asked]);
    await other.inside((unit) => unit.forget('offer.expire', other.offer.id));
    await wake();
    expect(await database.waitingJobs(other.municipalityId)).toEqual([asked]);
  });

  test('wakes at once when no time is given, by the clock of the database', async () => {
    const other = await workplaceIn(database);
    const before = await other.inside(async (unit) => {
      const now = await unit.now();
      await unit.wake('match.rank', other.smallJob.id);
      return now;
    });
    const after = await other.inside((unit) => unit.now());
    const [job] = await database.waitingJobs(other.municipalityId);
    expect(at(job!.dueAt).epochMilliseconds).toBeGreaterThanOrEqual(before.epochMilliseconds);
    expect(at(job!.dueAt).epochMilliseconds).toBeLessThanOrEqual(after.epochMilliseconds);
  });

  test('finds what a key leads to, in every municipality', async () => {
    const other = await workplaceIn(database);
    const key = 'c'.repeat(64);
    const entry = { kind: 'phone', key, details: { who: 'citizen' } } as const;
    await place.inside((unit) => unit.enlist({ ...entry, subjectId: place.citizen.id }));
    await other.inside((unit) => unit.enlist({ ...entry, subjectId: other.citizen.id }));
    await other.inside((unit) =>
      unit.enlist({ ...entry, subjectId: other.citizen.id, expiresAt: at('2020-01-01T00:00:00Z') }),
    );
    const hits = await database.transactor.lookUp('phone', key);
    expect(hits).toHaveLength(2);
    expect(hits).toContainEqual({
      municipalityId: place.municipalityId,
      subjectId: place.citizen.id,
      details: { who: 'citizen' },
      expired: false,
    });
    expect(hits.find(({ municipalityId }) => municipalityId === other.municipalityId)?.expired).toBe(true);
    expect(await database.transactor.lookUp('api-key', key)).toEqual([]);
  });

  test('tells who was shown a citizen, newest first, and only of its own municipality', async () => {
    const mine = await workplaceIn(database);
    const other = await workplaceIn(database);
    const shown = (where: Workplace, purpose: AccessPurpose, kind: 'shown' | 'calculated' = 'shown') =>
      where.inside((unit) =>
        unit.logAccess({
          who: 'Mette',
          staffId: where.staff.id,
          companyId: null,
          citizenIds: [where.citizen.id, mine.citizen.id],
          kind,
          purpose,
        }),
      );
    await shown(mine, 'citizen.list');
    await shown(mine, 'match.rank', 'calculated');
    await shown(other, 'shift.list');
    await shown(mine, 'citizen.show');
    const seen = await mine.inside((unit) => unit.accessTo(mine.citizen.id, 10));
    expect(seen.map(({ purpose, staffId }) => [purpose, staffId])).toEqual([
      ['citizen.show', mine.staff.id],
      ['citizen.list', mine.staff.id],
    ]);
    expect(await mine.inside((unit) => unit.accessTo(mine.citizen.id, 1))).toHaveLength(1);
    await mine.inside((unit) =>
      unit.logAccess({
        who: 'Mette',
        staffId: mine.staff.id,
        companyId: null,
        apiKey: 'Natkørsel',
        citizenIds: [mine.citizen.id],
        kind: 'shown',
        purpose: 'citizen.show',
      }),
    );
    const [byKey, byHand] = await mine.inside((unit) => unit.accessTo(mine.citizen.id, 2));
    expect([byKey!.apiKey, byHand!.apiKey]).toEqual(['Natkørsel', null]);
    expect(await mine.inside((unit) => unit.accessTo(other.citizen.id, 10))).toEqual([]);
  });

  test('says of a calculation over everybody that it was one, and shows nobody with it', async () => {
    const mine = await workplaceIn(database);
    await mine.inside((unit) =>
      unit.logAccess({
        who: 'Mette',
        staffId: mine.staff.id,
        companyId: null,
        citizenIds: 'everybody',
        kind: 'calculated',
        purpose: 'small-job.ranking',
      }),
    );
    expect(await database.accessLog(mine.municipalityId)).toEqual([
      { who: 'Mette', citizenIds: 'everybody' },
    ]);
    expect(await mine.inside((unit) => unit.accessTo(mine.citizen.id, 10))).toEqual([]);
  });

  test('knows public holidays', async () => {
    const days = await place.inside((unit) => unit.holidays('2026-12-24', '2026-12-31'));
    expect([...days].sort()).toEqual(['2026-12-25', '2026-12-26']);
  });
});
