import { describe, expect, it } from '@jest/globals';
import { CheckIn, ReportAbsence, SayWellDone } from '#use-cases';
import { Village } from './village.js';

/** Jonas works Monday, Wednesday and Friday from 8 to 12; the first time on Wednesday 4 November 2026. */
const atWork = async (over: Parameters<typeof Village.found>[0] = {}) => {
  const village = await Village.found(over);
  const [first] = await village.atWork();
  await village.pass('PT1M');
  return { village, shift: first! };
};

const praised = (village: Village): string[] =>
  village.texts(village.jonas).filter((text) => text.includes('Godt gået'));

describe('Godt gået', () => {
  it('reaches the citizen the same day, in the words of whoever shows the work', async () => {
    const { village, shift } = await atWork();
    await village.until('2026-11-04T07:00:00Z');
    await village.use(CheckIn).execute(shift.id, undefined, village.employer);
    await village.until('2026-11-04T11:30:00Z');
    const said = await village.use(SayWellDone).execute(shift.id, village.employer);
    await village.pass('PT1M');
    expect(said.wellDoneAt?.toString()).toBe('2026-11-04T11:30:00Z');
    expect(praised(village)).toEqual(['Hej Jonas. Ali siger: Godt gået i dag. Kh Mette 20123456']);
  });

  it('said in the evening waits for the morning, and says so truthfully', async () => {
    const { village, shift } = await atWork();
    await village.until('2026-11-04T07:00:00Z');
    await village.use(CheckIn).execute(shift.id, undefined, village.employer);
    await village.until('2026-11-04T20:30:00Z');
    await village.use(SayWellDone).execute(shift.id, village.employer);
    await village.until('2026-11-05T05:59:00Z');
    expect(praised(village)).toEqual([]);
    await village.until('2026-11-05T06:01:00Z');
    expect(praised(village)).toEqual([expect.stringContaining('Godt gået i går.')]);
  });

  it('said on Monday of Wednesday names the day', async () => {
    const { village, shift } = await atWork();
    await village.until('2026-11-04T07:00:00Z');
    await village.use(CheckIn).execute(shift.id, undefined, village.employer);
    await village.until('2026-11-09T09:00:00Z');
    await village.use(SayWellDone).execute(shift.id, village.employer);
    await village.pass('PT1M');
    expect(praised(village)).toEqual([expect.stringContaining('Godt gået onsdag den 4. november.')]);
  });

  it('is once per shift: a second tap, and a hundred at once, change nothing', async () => {
    const { village, shift } = await atWork();
    await village.until('2026-11-04T11:30:00Z');
    const say = village.use(SayWellDone);
    const first = await say.execute(shift.id, village.employer);
    await village.pass('PT5M');
    const rest = await Promise.all(
      Array.from({ length: 100 }, () => say.execute(shift.id, village.employer)),
    );
    await village.pass('PT1M');
    expect(rest.every(({ wellDoneAt }) => wellDoneAt!.equals(first.wellDoneAt!))).toBe(true);
    expect(praised(village)).toHaveLength(1);
  });

  it('is evidence: nobody is asked about a person who was praised, and an open case ends well', async () => {
    const { village, shift } = await atWork();
    await village.until('2026-11-04T07:20:00Z');
    expect(await village.inside((unit) => unit.escalations.count({ state: 'open' }))).toBe(1);
    await village.use(SayWellDone).execute(shift.id, village.employer);
    village.gateway.sent.length = 0;
    await village.until('2026-11-04T12:00:00Z');
    expect(village.texts(village.company.contact)).toEqual([]);
    const [known] = await village.inside((unit) => unit.shifts.list({ id: shift.id }));
    expect([known?.state, known?.arrivedAt?.toString()]).toEqual(['present', '2026-11-04T07:00:00Z']);
    const [ended] = await village.inside((unit) => unit.escalations.list());
    expect(ended).toMatchObject({ state: 'closed', outcome: 'was-there' });
  });

  it('by e-mail and in English for those who chose so; by a person for those who do not write', async () => {
    const inEnglish = await atWork({ jonas: { language: 'en' } });
    await inEnglish.village.until('2026-11-04T11:30:00Z');
    await inEnglish.village.use(SayWellDone).execute(inEnglish.shift.id, inEnglish.village.employer);
    await inEnglish.village.pass('PT1M');
    expect(inEnglish.village.texts(inEnglish.village.jonas).at(-1)).toBe(
      'Hi Jonas. Ali says: Well done today. Best, Mette 20123456',
    );
    const byCall = await atWork({ jonas: { preferredChannel: 'call' } });
    await byCall.village.until('2026-11-04T11:30:00Z');
    await byCall.village.use(SayWellDone).execute(byCall.shift.id, byCall.village.employer);
    const tasks = await byCall.village.inside((unit) => unit.tasks.list({ kind: 'tell-citizen' }));
    expect(tasks.map(({ note }) => note)).toContain('Ali siger: Godt gået onsdag den 4. november');
  });

  it('never becomes "Ring til Mette" on a phone that others answer', async () => {
    const { village, shift } = await atWork({ jonas: { sharedPhone: true } });
    await village.until('2026-11-04T07:00:00Z');
    await village.use(CheckIn).execute(shift.id, undefined, village.employer);
    village.gateway.sent.length = 0;
    await village.until('2026-11-04T11:30:00Z');
    await village.use(SayWellDone).execute(shift.id, village.employer);
    await village.pass('PT1M');
    expect(village.texts(village.jonas)).toEqual([]);
    const tasks = await village.inside((unit) => unit.tasks.list({ kind: 'tell-citizen' }));
    expect(tasks.map(({ staffId, note }) => [staffId, note])).toEqual([
      [village.mette.id, 'Ali siger: Godt gået onsdag den 4. november'],
    ]);
  });

  it('is not said of a shift to come, of nobody, of long ago, or to another company', async () => {
    const { village, shift } = await atWork();
    const say = village.use(SayWellDone);
    await expect(say.execute(shift.id, village.employer)).rejects.toMatchObject({ code: 'shift.not-begun' });
    await village.until('2026-11-04T07:05:00Z');
    await village
      .use(ReportAbsence)
      .execute(shift.id, { cause: 'sick', by: 'citizen' }, village.as(village.mette));
    await expect(say.execute(shift.id, village.employer)).rejects.toMatchObject({
      code: 'shift.wrong-state',
    });
    const other = { ...village.employer, companyId: 'another' };
    await expect(say.execute(shift.id, other)).rejects.toMatchObject({ code: 'shift.not-found' });
    const next = await village.inside((unit) => unit.shifts.first({ date: '2026-11-06' }));
    await village.until('2026-11-25T12:00:00Z');
    await expect(say.execute(next!.id, village.employer)).rejects.toMatchObject({
      code: 'shift.too-long-ago',
    });
  });
});
