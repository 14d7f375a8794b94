import { describe, expect, it } from '@jest/globals';
import { isoWithOffset, type Shift } from '#domain';
import { CancelShift, MoveShift, ReportAbsence } from '#use-cases';
import { Village } from './village.js';

/** Work begins on Wednesday 4 November 2026 at 8; the day before it ends at 17. */
const AT_FIVE = '2026-11-03T16:00:00Z';

async function working(over: Parameters<typeof Village.found>[0] = {}, startDate = '2026-11-04') {
  const village = await Village.found(over);
  const shifts = await village.atWork(startDate);
  return { village, shifts, first: shifts[0]! };
}

const reminders = (village: Village) =>
  village.to(village.jonas).filter(({ text }) => /Vi ses|See you/.test(text));
const texts = (village: Village) => reminders(village).map(({ text }) => text);
const times = (village: Village) => reminders(village).map(({ at }) => isoWithOffset(at).slice(0, 16));
const tasksOf = (village: Village, { id }: Shift) =>
  village.inside((unit) => unit.tasks.list({ shiftId: id }));

describe('a shift that moves', () => {
  it('is reminded of at its new time, and not at the old one', async () => {
    const { village, first } = await working();
    await village
      .use(MoveShift)
      .execute(first.id, { date: '2026-11-05', start: '10:00', end: '12:00' }, village.as(village.mette));
    await village.until('2026-11-05T08:00:00Z');
    expect(times(village)[0]).toBe('2026-11-04T17:00');
    expect(texts(village)[0]).toContain('i morgen, torsdag kl. 10');
  });

  it('is told each time, also back and forth', async () => {
    const { village, first } = await working();
    for (const date of ['2026-11-05', '2026-11-04', '2026-11-05']) {
      await village
        .use(MoveShift)
        .execute(first.id, { date, start: '13:00', end: '15:00' }, village.as(village.mette));
      await village.pass('PT10M');
    }
    const told = village.texts(village.jonas).filter((text) => text.includes('kl. 13'));
    expect(told).toHaveLength(3);
    expect(told.at(-1)).toContain('torsdag den 5. november');
  });
});

describe('in the quiet hours', () => {
  it('a reminder waits for seven and then says "i dag"', async () => {
    const village = await Village.found();
    village.transactor.clock.set('2026-11-03T20:00:00Z');
    await village.atWork();
    await village.until('2026-11-04T05:59:59Z');
    expect(reminders(village)).toEqual([]);
    await village.until('2026-11-04T06:00:00Z');
    expect(texts(village)).toEqual([expect.stringContaining('Vi ses i dag kl. 8')]);
  });

  it('a reminder is dropped when the shift is cancelled before seven', async () => {
    const village = await Village.found();
    village.transactor.clock.set('2026-11-03T20:00:00Z');
    const [first] = await village.atWork();
    await village.pass('PT10M');
    await village.use(CancelShift).execute(first!.id, 'Brand', village.as(village.mette));
    await village.until('2026-11-04T06:30:00Z');
    expect(reminders(village)).toEqual([]);
    expect(village.texts(village.jonas).at(-1)).toContain(
      'Du skal ikke på arbejde onsdag den 4. november kl. 8',
    );
  });

  it('a news of yesterday is dropped when the shift has moved once more', async () => {
    const { village, first } = await working();
    village.transactor.clock.set('2026-11-02T20:00:00Z');
    for (const start of ['10:00', '11:00']) {
      await village
        .use(MoveShift)
        .execute(first.id, { date: '2026-11-05', start, end: '14:00' }, village.as(village.mette));
      await village.pass('PT5M');
    }
    await village.until('2026-11-03T07:00:00Z');
    const told = village.texts(village.jonas).filter((text) => text.includes('5. november'));
    expect(told).toEqual([expect.stringContaining('kl. 11')]);
  });
});

describe('without a phone of one’s own', () => {
  it('a shared phone hears only whom to call', async () => {
    const { village } = await working({ jonas: { sharedPhone: true } });
    const before = village.to(village.jonas).length;
    await village.until(AT_FIVE);
    expect(village.texts(village.jonas).slice(before).at(-1)).toBe('Ring til Mette 20123456');
    expect(village.texts(village.jonas).join()).not.toMatch(/onsdag|kl\.|Havnegade|kasser/);
  });

  it('a shared phone does not ring for a shift that is cancelled before seven', async () => {
    const village = await Village.found({ jonas: { sharedPhone: true } });
    village.transactor.clock.set('2026-11-03T20:00:00Z');
    const [first] = await village.atWork();
    await village.pass('PT10M');
    await village.use(CancelShift).execute(first!.id, 'Brand', village.as(village.mette));
    await village.until('2026-11-04T06:30:00Z');
    const reminder = await village.inside((unit) =>
      unit.messages.list({ subjectId: first!.id, receiver: 'citizen' }),
    );
    expect(reminder.map(({ dedupeKey, state }) => [dedupeKey.split(':')[4], state])).toEqual([
      ['shift-reminder', 'failed'],
      ['shift-cancelled', 'sent'],
    ]);
  });

  it.each(['call', 'letter', 'in-person'] as const)(
    'who chose %s is reminded by the contact',
    async (preferredChannel) => {
      const { village, first } = await working({ jonas: { preferredChannel } });
      await village.until('2026-11-03T15:59:59Z');
      expect((await tasksOf(village, first)).filter(({ kind }) => kind === 'remind-shift')).toEqual([]);
      await village.until(AT_FIVE);
      expect((await tasksOf(village, first)).filter(({ kind }) => kind === 'remind-shift')).toEqual([
        expect.objectContaining({ staffId: village.mette.id, citizenId: village.jonas.id, doneAt: null }),
      ]);
      expect(village.texts(village.jonas)).toEqual([]);
    },
  );

  it('nobody is asked to remind of a shift that will not be', async () => {
    const { village, first } = await working({ jonas: { preferredChannel: 'call' } });
    await village
      .use(ReportAbsence)
      .execute(first.id, { cause: 'sick', by: 'contact' }, village.as(village.mette));
    await village.until('2026-11-04T06:00:00Z');
    expect((await tasksOf(village, first)).map(({ kind }) => kind)).not.toContain('remind-shift');
  });

  it('the task ends by itself when the shift is cancelled', async () => {
    const { village, first } = await working({ jonas: { preferredChannel: 'call' } });
    await village.until(AT_FIVE);
    await village.use(CancelShift).execute(first.id, 'Brand', village.as(village.mette));
    const [reminder] = (await tasksOf(village, first)).filter(({ kind }) => kind === 'remind-shift');
    expect(reminder).toMatchObject({ outcome: 'Vagten er aflyst' });
  });
});
