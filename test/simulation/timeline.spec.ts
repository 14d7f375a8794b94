import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  CancelShift,
  ChangeCitizen,
  MoveShift,
  ReportAbsence,
  Timeline,
  type TimelineEntry,
  type TimelineOf,
} from '#use-cases';
import { timelineSentence } from '../../apps/api/src/http/sentences/timeline-sentences.js';
import { Village } from './village.js';

let village: Village;
beforeEach(async () => {
  village = await Village.found();
});

const timeline = (of: TimelineOf, limit = 100, before?: TimelineEntry['at']) =>
  village.use(Timeline).execute(of, village.as(village.mette), { limit, ...(before && { before }) });

async function sentences(of: TimelineOf): Promise<string[]> {
  const { entries } = await timeline(of);
  return entries.map(timelineSentence);
}

describe('what has happened to a citizen', () => {
  it('is told in sentences, the newest first: who, what and why', async () => {
    const [first, second] = await village.atWork();
    await village.until('2026-11-03T12:00:00Z');
    await village
      .use(ReportAbsence)
      .execute(first!.id, { cause: 'transport', by: 'citizen' }, village.as(village.mette));
    await village.pass('PT1M');
    await village.use(CancelShift).execute(second!.id, 'Ingen varer', village.as(village.lars));
    const told = await sentences({ citizenId: village.jonas.id });
    expect(told).toEqual(
      expect.arrayContaining([
        'Mette foreslog jobbet til Jonas',
        'Mette ringede til Jonas og fik ja til at fortælle firmaet',
        'Firmaet fik forslaget',
        'Jonas fik tilbuddet',
        'Mette ringede til Jonas og fik ja',
        'Mette skrev aftalen',
        'Mette skrev under for borgeren, som havde sagt ja',
        'Jonas meldte afbud for vagten onsdag den 4. november kl. 8: transport',
        expect.stringMatching(/^Lars aflyste vagten fredag den 6\. november kl\. 8: Ingen varer$/),
      ]),
    );
    const cancelled = told.findIndex((sentence) => sentence.startsWith('Lars aflyste'));
    expect(cancelled).toBeLessThan(told.findIndex((sentence) => sentence.includes('meldte afbud')));
  });

  it('tells who changed the record, and where a shift was moved to', async () => {
    const [shift] = await village.atWork();
    await village
      .use(ChangeCitizen)
      .execute(village.jonas.id, { dream: 'At køre truck' }, village.as(village.lars));
    await village
      .use(MoveShift)
      .execute(shift!.id, { date: '2026-11-05', start: '09:00', end: '12:00' }, village.as(village.mette));
    expect(await sentences({ citizenId: village.jonas.id })).toEqual(
      expect.arrayContaining([
        'Lars rettede oplysningerne om Jonas',
        'Mette flyttede en vagt; den er nu torsdag den 5. november kl. 9',
      ]),
    );
  });

  it('never holds the words of a message or of an absence', async () => {
    const [shift] = await village.atWork();
    await village
      .use(ReportAbsence)
      .execute(
        shift!.id,
        { cause: 'sick', by: 'citizen', note: 'En hemmelighed' },
        village.as(village.mette),
      );
    const { entries } = await timeline({ citizenId: village.jonas.id });
    expect(JSON.stringify(entries)).not.toContain('En hemmelighed');
  });

  it('comes in pages that go on where the last one ended, without a gap or a repetition', async () => {
    await village.atWork();
    await village.until('2026-11-20T12:00:00Z');
    const whole = await timeline({ citizenId: village.jonas.id });
    const seen: TimelineEntry[] = [];
    let before: TimelineEntry['at'] | undefined;
    do {
      const page = await timeline({ citizenId: village.jonas.id }, 5, before);
      expect(page.entries.length).toBeGreaterThan(0);
      seen.push(...page.entries);
      before = page.next ?? undefined;
    } while (before);
    expect(whole.entries.length).toBeGreaterThan(20);
    expect(seen.map(({ at, what }) => `${at.toString()} ${what}`)).toEqual(
      whole.entries.map(({ at, what }) => `${at.toString()} ${what}`),
    );
  });

  it('is written into the access log, also when nothing has happened', async () => {
    const amira = village.citizen({ name: 'Amira Karim', phone: '+4522220002' });
    await village.moveIn(amira);
    const { entries } = await timeline({ citizenId: amira.id });
    expect(entries).toEqual([]);
    expect(village.transactor.accessLog.at(-1)).toMatchObject({
      kind: 'shown',
      purpose: 'citizen.timeline',
      citizenIds: [amira.id],
      staffId: village.mette.id,
    });
  });

  it('is for people of the municipality', async () => {
    const asked = village
      .use(Timeline)
      .execute({ citizenId: village.jonas.id }, village.employer, { limit: 10 });
    await expect(asked).rejects.toMatchObject({ code: 'not-allowed' });
  });
});

describe('what has happened to other things', () => {
  it('is told of a small job, a company, an agreement and a shift, and logs whom it names', async () => {
    const [shift] = await village.atWork();
    await village.until('2026-11-04T12:00:00Z');
    for (const of of [
      { smallJobId: village.smallJob.id },
      { companyId: village.company.id },
      { agreementId: shift!.agreementId },
      { shiftId: shift!.id },
    ]) {
      const { entries } = await timeline(of);
      expect(entries.length).toBeGreaterThan(0);
      expect(entries.some(({ citizen }) => citizen?.name === 'Jonas Prøvesen')).toBe(true);
      expect(village.transactor.accessLog.at(-1)).toMatchObject({ citizenIds: [village.jonas.id] });
    }
  });

  it('of a shift has nothing of another one', async () => {
    const [first, second] = await village.atWork();
    await village.use(CancelShift).execute(second!.id, 'Ingen varer', village.as(village.lars));
    expect(await sentences({ shiftId: first!.id })).not.toContainEqual(expect.stringContaining('aflyste'));
    expect(await sentences({ shiftId: second!.id })).toContainEqual(expect.stringContaining('aflyste'));
  });

  it.each([
    [{ citizenId: 'x' }, 'citizen.not-found'],
    [{ smallJobId: 'x' }, 'small-job.not-found'],
    [{ companyId: 'x' }, 'company.not-found'],
    [{ agreementId: 'x' }, 'agreement.not-found'],
    [{ shiftId: 'x' }, 'shift.not-found'],
  ] as [TimelineOf, string][])('is refused when there is no such thing: %j', async (of, code) => {
    await expect(timeline(of)).rejects.toMatchObject({ code });
  });
});
