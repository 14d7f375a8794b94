import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { defaultLadders, type LadderVersion, type OwnText, type SettingChange, type Team } from '#domain';
import { databases, type DatabaseUnderTest } from './databases.js';
import { at } from './rows.js';
import { workplaceIn, type Workplace } from './workplace.js';

describe.each(databases)('what a leader sets up %s', (_name, open) => {
  let database: DatabaseUnderTest;
  let place: Workplace;

  beforeAll(async () => {
    database = await open();
    place = await workplaceIn(database);
  });
  afterAll(() => database.close());

  const entity = () => ({ id: randomUUID(), municipalityId: place.municipalityId });
  const team = (name: string): Team => ({ ...entity(), name });
  const ownText = (over: Partial<OwnText> = {}): OwnText => ({
    ...entity(),
    name: 'shift-reminder',
    language: 'da',
    channel: 'email',
    version: 1,
    from: '2026-12-01',
    wording: { subject: 'Vi ses', text: 'Æ "{fornavn}"\n\n{link}' },
    byStaffId: place.staff.id,
    madeAt: at('2026-11-03T08:00:00Z'),
    ...over,
  });
  const version = (over: Partial<LadderVersion> = {}): LadderVersion => ({
    ...entity(),
    name: 'not-here',
    version: 2,
    definition: defaultLadders['not-here'],
    changedByStaffId: null,
    changedAt: at('2026-11-03T08:00:00Z'),
    restoredVersion: 1,
    ...over,
  });

  test('texts come back as they were worded, by the days they hold from', async () => {
    const rows = [ownText(), ownText({ version: 2, from: '2026-12-24', wording: null })];
    await place.inside((unit) => unit.ownTexts.insertMany(rows));
    const until = (day: string) =>
      place.inside((unit) =>
        unit.ownTexts.list(
          { name: 'shift-reminder', from: { to: day }, madeAt: { to: at('2026-11-03T08:00:00Z') } },
          { order: [{ by: 'version' }] },
        ),
      );
    expect(await until('2026-12-23')).toEqual([rows[0]]);
    expect(await until('2026-12-24')).toEqual(rows);
    expect(
      await place.inside((unit) => unit.ownTexts.list({ madeAt: { to: at('2026-11-03T07:59:59Z') } })),
    ).toEqual([]);
  });

  test('a version of a text or a ladder is there once', async () => {
    await place.inside((unit) => unit.ladderVersions.insert(version()));
    await expect(place.inside((unit) => unit.ladderVersions.insert(version()))).rejects.toThrow();
    await place.inside((unit) => unit.ladderVersions.insert(version({ version: 3 })));
    const first = ownText({ name: 'offer' });
    await place.inside((unit) => unit.ownTexts.insert(first));
    await expect(place.inside((unit) => unit.ownTexts.insert(ownText({ name: 'offer' })))).rejects.toThrow();
    expect(await place.inside((unit) => unit.ladderVersions.count({ name: 'not-here' }))).toBe(2);
  });

  test('nobody rewrites what was saved', async () => {
    const row = version({ version: 9 });
    await place.inside((unit) => unit.ladderVersions.insert(row));
    await expect(
      place.inside((unit) => unit.ladderVersions.update({ ...row, restoredVersion: null })),
    ).rejects.toThrow();
  });

  test('two teams have two names, however they are written', async () => {
    const west = team('Vest');
    await place.inside((unit) => unit.teams.insertMany([west, team('Øst')]));
    await expect(place.inside((unit) => unit.teams.insert(team('vest')))).rejects.toMatchObject({
      code: 'team.name-taken',
    });
    const named = { ...west, name: 'Vestbyen' };
    await place.inside((unit) => unit.teams.update(named));
    expect(await place.inside((unit) => unit.teams.find(west.id))).toEqual(named);
  });

  test('a setting that was changed keeps what it was, of whatever kind', async () => {
    const rows = [true, 35, '20:00', null].map((value, place_): SettingChange => ({
      ...entity(),
      field: `field-${place_}`,
      before: { value },
      after: { value: null },
      byStaffId: place.staff.id,
      at: at('2026-11-03T08:00:00Z'),
    }));
    await place.inside((unit) => unit.settingChanges.insertMany(rows));
    expect(await place.inside((unit) => unit.settingChanges.list({}, { order: [{ by: 'field' }] }))).toEqual(
      rows,
    );
  });
});
