import { describe, expect, test } from '@jest/globals';
import type { Actor, Citizen } from '#domain';
import {
  CancelShift,
  MakeCalendarFeed,
  MoveShift,
  ReadCalendarEntry,
  ReadCalendarFeed,
  RevokeCalendarFeed,
  ShowCalendarFeed,
} from '#use-cases';
import { Village } from './village.js';

const jonas = (village: Village): Actor => ({
  role: 'citizen',
  municipalityId: village.municipality.id,
  citizenId: village.jonas.id,
  name: 'Jonas',
  holder: 'jonas',
});
const gone = { code: 'link.not-found' };

async function working(over: Partial<Citizen> = {}) {
  const village = await Village.found({ jonas: over });
  const shifts = await village.atWork();
  return { village, shifts, me: jonas(village) };
}

describe('a calendar of one’s own', () => {
  test('is there when it was made, and only its hash is kept', async () => {
    const { village, me } = await working();
    expect(await village.use(ShowCalendarFeed).execute(me)).toBeNull();
    const { token } = await village.use(MakeCalendarFeed).execute(me);
    expect((await village.use(ShowCalendarFeed).execute(me))!.token).toBe(token);
    expect(JSON.stringify(village.transactor.directory)).not.toContain(token);
    const { entries } = await village.use(ReadCalendarFeed).execute(token);
    expect(entries[0]).toMatchObject({
      status: 'confirmed',
      sequence: 0,
      place: { street: expect.any(String) },
    });
  });

  test('made anew, the old address is dead; revoked, the new one too', async () => {
    const { village, me } = await working();
    const first = await village.use(MakeCalendarFeed).execute(me);
    const second = await village.use(MakeCalendarFeed).execute(me);
    expect(second.token).not.toBe(first.token);
    await expect(village.use(ReadCalendarFeed).execute(first.token)).rejects.toMatchObject(gone);
    await village.use(ReadCalendarFeed).execute(second.token);
    await village.use(RevokeCalendarFeed).execute(me);
    await village.use(RevokeCalendarFeed).execute(me);
    await expect(village.use(ReadCalendarFeed).execute(second.token)).rejects.toMatchObject(gone);
    expect(await village.use(ShowCalendarFeed).execute(me)).toBeNull();
  });

  test('what is moved or cancelled keeps its name and gets a higher number', async () => {
    const { village, shifts, me } = await working();
    const { token } = await village.use(MakeCalendarFeed).execute(me);
    const mette = village.as(village.mette);
    await village
      .use(MoveShift)
      .execute(shifts[0]!.id, { date: '2026-11-05', start: '09:00', end: '12:00' }, mette);
    await village.use(CancelShift).execute(shifts[1]!.id, 'Lukket', mette);
    const { entries } = await village.use(ReadCalendarFeed).execute(token);
    const of = (id: string) => entries.find(({ uid }) => uid === `shift-${id}@fodfaeste`);
    expect(of(shifts[0]!.id)).toMatchObject({ sequence: 1, status: 'confirmed' });
    expect(of(shifts[0]!.id)!.startsAt.toString()).toBe('2026-11-05T08:00:00Z');
    expect(of(shifts[1]!.id)).toMatchObject({ sequence: 1, status: 'cancelled' });
  });

  test.each([{ protectedAddress: true }, { sharedPhone: true }])('says no place with %o', async (over) => {
    const { village, me } = await working(over);
    const { token } = await village.use(MakeCalendarFeed).execute(me);
    const { entries } = await village.use(ReadCalendarFeed).execute(token);
    expect(entries.length).toBeGreaterThan(3);
    expect(entries.every(({ place }) => place === null)).toBe(true);
  });

  test('of a company has its shifts, and no name', async () => {
    const { village, shifts } = await working();
    const { token } = await village.use(MakeCalendarFeed).execute(village.employer);
    const calendar = await village.use(ReadCalendarFeed).execute(token);
    expect(calendar.entries).toHaveLength(shifts.length);
    expect(JSON.stringify(calendar)).not.toContain('Jonas');
  });

  test('is nobody’s at the municipality', async () => {
    const { village } = await working();
    await expect(village.use(MakeCalendarFeed).execute(village.as(village.mette))).rejects.toMatchObject({
      code: 'not-allowed',
    });
  });
});

describe('a single entry', () => {
  test('of a shift of one’s own', async () => {
    const { village, shifts, me } = await working();
    const { entries } = await village.use(ReadCalendarEntry).ofShift(shifts[0]!.id, me);
    expect(entries.map(({ uid }) => uid)).toEqual([`shift-${shifts[0]!.id}@fodfaeste`]);
    const other = { ...me, citizenId: shifts[0]!.id };
    await expect(village.use(ReadCalendarEntry).ofShift(shifts[0]!.id, other)).rejects.toMatchObject({
      code: expect.stringMatching(/not-found/),
    });
  });

  test('of the first day of an offer, which is not sure yet', async () => {
    const village = await Village.found();
    const offer = await village.offered();
    const { entries } = await village.use(ReadCalendarEntry).ofOffer(offer.id, jonas(village));
    expect(entries).toMatchObject([{ status: 'tentative', sequence: 0 }]);
    expect(entries[0]!.startsAt.toString()).toBe('2026-11-04T07:00:00Z');
  });
});
