import { describe, expect, it } from '@jest/globals';
import { isoWithOffset } from '#domain';
import { CancelShift, ChangeCitizen, RemindOfShift, ReportAbsence } from '#use-cases';
import { agreed } from './calendar.js';
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
describe('a reminder', () => {
  it('comes at five the evening before, with day, time, place and whom to call', async () => {
    const { village } = await working();
    await village.until('2026-11-03T15:59:59Z');
    expect(reminders(village)).toEqual([]);
    await village.until(AT_FIVE);
    expect(texts(village)).toEqual([
      'Hej Jonas. Vi ses i morgen, onsdag kl. 8 på Havnegade 12, Vejle. Er du i tvivl om noget, så skriv RING eller ring til Mette 20123456.',
    ]);
  });

  it('quotes the ring-aftale in the citizen’s own words', async () => {
    const village = await Village.found();
    await agreed(village, { callAgreement: 'Ring til mig, hvis bussen driller' });
    await village.until(AT_FIVE);
    expect(texts(village)[0]).toContain('Du har sagt: "Ring til mig, hvis bussen driller".');
  });

  it('is in English for who reads English', async () => {
    const { village } = await working({ jonas: { language: 'en' } });
    await village.until(AT_FIVE);
    expect(texts(village)[0]).toMatch(/tomorrow, Wednesday/);
  });

  it('comes for four weeks, once for every shift, and then the citizen chooses', async () => {
    const { village } = await working();
    await village.until('2026-12-20T12:00:00Z');
    expect(times(village).map((at) => at.slice(5, 10))).toEqual([
      '11-03', '11-05', '11-08', '11-10', '11-12', '11-15', '11-17', '11-19', '11-22', '11-24', '11-26', '11-29',
    ]); // prettier-ignore
    expect(times(village).every((at) => at.endsWith('T17:00'))).toBe(true);
  });

  it('comes never where a municipality reminds for no weeks', async () => {
    const village = await Village.found();
    await village.inside(async (unit) => {
      const { settings, ...rest } = await unit.municipality();
      await unit.updateMunicipality({
        ...rest,
        settings: { ...settings, shiftReminder: { at: '17:00', forWeeks: 0 } },
      });
    });
    await village.atWork();
    await village.until('2026-11-06T12:00:00Z');
    expect(reminders(village)).toEqual([]);
  });

  it('of a whole week says five o’clock on both sides of the change of the clock', async () => {
    const village = await Village.found({ smallJob: { startDate: '2027-03-24' } });
    village.transactor.clock.set('2027-03-15T09:00:00Z');
    await village.atWork('2027-03-24');
    await village.until('2027-03-30T20:00:00Z');
    expect(times(village)).toEqual([
      '2027-03-23T17:00',
      '2027-03-25T17:00',
      '2027-03-28T17:00',
      '2027-03-30T17:00',
    ]);
  });
});

describe('the reminder of a Monday', () => {
  it.each([
    ['sunday', '2026-11-08T17:00', 'i morgen, mandag'],
    ['friday', '2026-11-06T17:00', 'mandag den 9. november'],
  ] as const)('goes out on %s, as the citizen chose', async (mondayReminder, at, day) => {
    const { village } = await working({ jonas: { mondayReminder } }, '2026-11-09');
    await village.until('2026-11-09T06:00:00Z');
    expect(times(village)).toEqual([at]);
    expect(texts(village)[0]).toContain(`Vi ses ${day} kl. 8`);
  });

  it.each([
    ['sunday', 'friday', ['2026-11-05T17:00', '2026-11-06T17:00']],
    ['friday', 'sunday', ['2026-11-05T17:00', '2026-11-08T17:00']],
  ] as const)('moves when the citizen chooses anew, from %s to %s', async (before, after, expected) => {
    const { village } = await working({ jonas: { mondayReminder: before } }, '2026-11-06');
    await village
      .use(ChangeCitizen)
      .execute(village.jonas.id, { mondayReminder: after }, village.as(village.mette));
    await village.until('2026-11-09T06:00:00Z');
    expect(times(village)).toEqual(expected);
  });
});

describe('nobody is reminded of', () => {
  it('a shift that the citizen has said no to', async () => {
    const { village, first } = await working();
    await village
      .use(ReportAbsence)
      .execute(first.id, { cause: 'sick', by: 'citizen' }, village.as(village.mette));
    await village.until('2026-11-04T12:00:00Z');
    expect(reminders(village)).toEqual([]);
  });

  it('a shift that is cancelled', async () => {
    const { village, first } = await working();
    await village.use(CancelShift).execute(first.id, 'Lageret flytter', village.as(village.mette));
    await village.until('2026-11-04T12:00:00Z');
    expect(reminders(village)).toEqual([]);
  });

  it('a shift twice, however often the wake-up comes', async () => {
    const { village, first } = await working();
    await village.until(AT_FIVE);
    await village.use(RemindOfShift).execute(village.municipality.id, first.id);
    await village.use(RemindOfShift).execute(village.municipality.id, first.id);
    await village.pass('PT1M');
    expect(reminders(village)).toHaveLength(1);
  });

  it('a shift that has begun', async () => {
    const { village, first } = await working();
    village.transactor.clock.set(first.startsAt);
    await village.use(RemindOfShift).execute(village.municipality.id, first.id);
    expect(await village.inside((unit) => unit.messages.count({ template: 'shift-reminder' }))).toBe(0);
  });
});
