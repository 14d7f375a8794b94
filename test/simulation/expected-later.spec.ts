import { describe, expect, it } from '@jest/globals';
import type { Escalation, Shift } from '#domain';
import { Acknowledge, CheckIn, ExpectLater, MoveShift, SayNotHere, ShiftRecords } from '#use-cases';
import { Village } from './village.js';

/** The first shift: Wednesday 4 November 2026 from 8 to 12 in Copenhagen. */
const START = '2026-11-04T07:00:00Z';

async function before(time: string): Promise<{ village: Village; shift: Shift }> {
  const village = await Village.found();
  const [shift] = await village.atWork();
  await village.until(time);
  village.gateway.sent.length = 0;
  return { village, shift: shift! };
}

const state = async (village: Village, { id }: Shift): Promise<string> =>
  (await village.inside((unit) => unit.shifts.find(id)))!.state;
const openCase = (village: Village): Promise<Escalation | undefined> =>
  village.inside((unit) => unit.escalations.first({ state: { notIn: ['closed'] } }));

describe('the workplace says that somebody comes later', () => {
  it('nobody asks before that time, counted from the start when it is said before', async () => {
    const { village, shift } = await before('2026-11-04T06:00:20Z');
    await village.use(ExpectLater).execute(shift.id, { minutes: 60 }, village.employer);
    await village.until('2026-11-04T07:59:59Z');
    expect(await state(village, shift)).toBe('planned');
    expect(village.gateway.sent).toEqual([]);
    await village.until('2026-11-04T08:01:00Z');
    expect(await state(village, shift)).toBe('unconfirmed');
    expect(village.texts(village.jonas)).toHaveLength(1);
  });

  it('a time of day is understood too, and an hour when nothing is said', async () => {
    const { village, shift } = await before(START);
    const later = village.use(ExpectLater);
    await later.execute(shift.id, { at: '09:30' }, village.employer);
    await village.until('2026-11-04T08:29:00Z');
    expect(await state(village, shift)).toBe('planned');
    const usual = await before(START);
    await usual.village.use(ExpectLater).execute(usual.shift.id, {}, usual.village.employer);
    await usual.village.until('2026-11-04T07:59:00Z');
    expect(await state(usual.village, usual.shift)).toBe('planned');
    await usual.village.until('2026-11-04T08:02:00Z');
    expect(await state(usual.village, usual.shift)).toBe('unconfirmed');
  });

  it('lets a ladder that runs wait, as PÅ VEJ does, and stands in its history', async () => {
    const { village, shift } = await before('2026-11-04T07:16:00Z');
    const running = (await openCase(village))!;
    await village.use(ExpectLater).execute(shift.id, { minutes: 30 }, village.employer);
    await village.until('2026-11-04T07:45:00Z');
    expect(village.texts(village.company.contact)).toEqual([]);
    const lines = await village.inside((unit) => unit.escalationEntries.list({ escalationId: running.id }));
    expect(lines.map(({ what, who }) => [what, who])).toContainEqual(['later', 'Ali Demir']);
    await village.until('2026-11-04T07:47:00Z');
    expect(village.texts(village.company.contact)).toHaveLength(1);
  });

  it('the same twice is said once; the person who comes is late, which is welcome', async () => {
    const { village, shift } = await before('2026-11-04T07:05:00Z');
    const later = village.use(ExpectLater);
    await later.execute(shift.id, { minutes: 30 }, village.employer);
    await village.pass('PT3S');
    const again = await later.execute(shift.id, { minutes: 30 }, village.employer);
    expect(again.evidence).toHaveLength(1);
    await village.until('2026-11-04T07:30:00Z');
    expect((await village.use(CheckIn).execute(shift.id, undefined, village.employer)).state).toBe('late');
    await village.until('2026-11-04T12:00:00Z');
    expect(await village.inside((unit) => unit.escalations.count({}))).toBe(0);
  });

  it('shows when the person is awaited, to the company too', async () => {
    const { village, shift } = await before('2026-11-04T06:00:00Z');
    const later = await village.use(ExpectLater).execute(shift.id, { minutes: 15 }, village.employer);
    expect(later.evidence).toMatchObject([{ by: 'workplace', says: 'later', minutes: 75 }]);
  });

  it.each([
    ['after the shift is over', { minutes: 240 }, 'shift.times-invalid'],
    ['at a time that has been', { at: '07:30' }, 'shift.times-invalid'],
    ['at the end', { at: '12:00' }, 'shift.times-invalid'],
  ])('%s makes no sense', async (_, later, code) => {
    const { village, shift } = await before('2026-11-04T07:05:00Z');
    await expect(village.use(ExpectLater).execute(shift.id, later, village.employer)).rejects.toMatchObject({
      code,
    });
  });

  it('is not said of somebody who is here, or by another company', async () => {
    const { village, shift } = await before(START);
    const other = { ...village.employer, companyId: 'another' };
    await expect(village.use(ExpectLater).execute(shift.id, {}, other)).rejects.toMatchObject({
      code: 'shift.not-found',
    });
    await village.use(CheckIn).execute(shift.id, undefined, village.employer);
    await expect(village.use(ExpectLater).execute(shift.id, {}, village.employer)).rejects.toMatchObject({
      code: 'shift.wrong-state',
    });
  });
});

describe('what the workplace hears at once', () => {
  const followUp = async (village: Village, { id }: Shift) =>
    (await village.use(ShiftRecords).show(id, village.employer)).followUp;

  it('nothing while only the citizen was asked; the contact has been told; who is on it, and until when', async () => {
    const { village, shift } = await before('2026-11-04T07:16:00Z');
    expect(await followUp(village, shift)).toBeNull();
    await village.use(SayNotHere).execute(shift.id, village.employer);
    expect(await followUp(village, shift)).toMatchObject({ says: 'told', staff: { name: 'Mette Holm' } });
    const open = (await openCase(village))!;
    await village.use(Acknowledge).execute(open.id, 'drive', village.as(village.lars));
    const told = (await followUp(village, shift))!;
    expect([told.says, told.staff.name, told.before?.toString()]).toEqual([
      'drives',
      'Lars Lund',
      '2026-11-04T09:16:00Z',
    ]);
    await village.use(CheckIn).execute(shift.id, undefined, village.employer);
    expect(await followUp(village, shift)).toBeNull();
  });

  it('another time for a shift, when the municipality moved it; not when it did so itself', async () => {
    const { village, shift } = await before('2026-11-03T08:00:00Z');
    const move = village.use(MoveShift);
    await move.execute(
      shift.id,
      { date: '2026-11-05', start: '09:00', end: '13:00' },
      village.as(village.mette),
    );
    await village.pass('PT1M');
    expect(village.texts(village.company.contact)).toEqual([
      expect.stringMatching(/^Jonas kommer i stedet torsdag den 5\. november kl\. 9.*Kh Mette 20123456$/),
    ]);
    await move.execute(shift.id, { date: '2026-11-05', start: '10:00', end: '13:00' }, village.employer);
    await village.pass('PT1M');
    expect(village.texts(village.company.contact)).toHaveLength(1);
  });

  it('only the last of two times, when the first was not sent yet', async () => {
    const { village, shift } = await before('2026-11-02T21:00:00Z');
    const move = village.use(MoveShift);
    await move.execute(
      shift.id,
      { date: '2026-11-05', start: '09:00', end: '13:00' },
      village.as(village.mette),
    );
    await move.execute(
      shift.id,
      { date: '2026-11-06', start: '07:00', end: '07:55' },
      village.as(village.mette),
    );
    await village.until('2026-11-03T07:00:00Z');
    expect(village.texts(village.company.contact)).toEqual([
      expect.stringContaining('fredag den 6. november'),
    ]);
  });
});
