import { describe, expect, it } from '@jest/globals';
import { ChangeSmallJob, EndAgreement, WatchLastDay } from '#use-cases';
import type { Citizen, SmallJob } from '#domain';
import { agreed, agreementOf, dates, daysBetween, everybodyComes, shiftsOf } from './calendar.js';
import { Village } from './village.js';

/** The job ends on Friday 4 December 2026; there are shifts on Mondays, Wednesdays and Fridays. */
const endDate = '2026-12-04';
const days = [1, 3, 5];

async function working(over: { smallJob?: Partial<SmallJob>; jonas?: Partial<Citizen> } = {}) {
  const village = await Village.found({ ...over, smallJob: { endDate, ...over.smallJob } });
  await agreed(village);
  return village;
}

const openTasks = (village: Village) =>
  village.inside((unit) => unit.tasks.list({ doneAt: { isNull: true } }));
const jobEnds = async (village: Village) =>
  (await openTasks(village)).filter(({ kind }) => kind === 'job-ends');
const ofTheLastDay = (village: Village, who: { phone: string | null }) =>
  village.texts(who).filter((text) => /slutter|sidste dag|går nu til/.test(text));
const jonasNow = (village: Village) =>
  village.inside(async (unit) => (await unit.citizens.find(village.jonas.id))!);
const change = (village: Village, last: string | null) =>
  village.use(ChangeSmallJob).execute(village.smallJob.id, { endDate: last }, village.as(village.mette));

describe('the last day of a job', () => {
  it('is two weeks before a talk that the contact has, and nobody else hears of it yet', async () => {
    const village = await working();
    await everybodyComes(village, '2026-11-20T07:59:00Z');
    expect(await jobEnds(village)).toEqual([]);
    await village.until('2026-11-20T08:01:00Z');
    expect(await jobEnds(village)).toEqual([
      expect.objectContaining({
        staffId: village.mette.id,
        citizenId: village.jonas.id,
        note: expect.stringMatching(/^Jobbets sidste dag er fredag den 4\. december\./),
      }),
    ]);
    expect(ofTheLastDay(village, village.jonas)).toEqual([]);
    expect(ofTheLastDay(village, village.company.contact)).toEqual([]);
  });

  it('is in writing a week before, once', async () => {
    const village = await working();
    await everybodyComes(village, '2026-12-03T12:00:00Z');
    expect(ofTheLastDay(village, village.jonas)).toEqual([
      'Hej Jonas. Dit job slutter fredag den 4. december: Tomme kasser. Ring til Mette, hvis du vil tale om, hvad der så sker. Kh Mette 20123456',
    ]);
  });

  it('is told by the contact to who gets no messages', async () => {
    const village = await working({ jonas: { preferredChannel: 'in-person' } });
    await everybodyComes(village, '2026-11-30T12:00:00Z');
    expect(await openTasks(village)).toContainEqual(
      expect.objectContaining({
        kind: 'tell-citizen',
        staffId: village.mette.id,
        note: 'Jobbets sidste dag er fredag den 4. december',
      }),
    );
  });

  it('ends the agreement when it has passed, without another word, and the wait begins', async () => {
    const village = await working();
    await everybodyComes(village, '2026-12-04T22:59:00Z');
    expect((await agreementOf(village)).state).toBe('signed');
    expect((await jonasNow(village)).waitingSince).toEqual(village.jonas.waitingSince);
    village.gateway.sent.length = 0;
    await village.until('2026-12-05T12:00:00Z');
    const agreement = await agreementOf(village);
    expect([agreement.state, agreement.endReason]).toEqual(['ended', 'job-ended']);
    expect((await jonasNow(village)).waitingSince).toEqual(agreement.endedAt);
    expect((await jonasNow(village)).triedJobs).toMatchObject([{ wentWell: true }]);
    expect(await village.inside((unit) => unit.smallJobs.find(village.smallJob.id))).toMatchObject({
      seatsTaken: 0,
    });
    expect(dates(await shiftsOf(village))).toEqual(daysBetween('2026-11-04', endDate, days));
    expect(village.gateway.sent).toEqual([]);
    // The talk was not had: it stays, and is the only thing left to do.
    expect((await openTasks(village)).map(({ kind }) => kind)).toEqual(['job-ends']);
  });

  it('is asked, told and over once, however often the work is done again', async () => {
    const village = await working();
    const again = async () =>
      village.use(WatchLastDay).execute(village.municipality.id, (await agreementOf(village)).id);
    for (const time of ['2026-11-20T09:00:00Z', '2026-11-27T09:00:00Z', '2026-12-05T09:00:00Z']) {
      await everybodyComes(village, time);
      await again();
      await again();
    }
    expect(await jobEnds(village)).toHaveLength(1);
    expect(ofTheLastDay(village, village.jonas)).toHaveLength(1);
    expect((await jonasNow(village)).triedJobs).toHaveLength(1);
  });

  it('leaves nothing to talk about when somebody ended the agreement before', async () => {
    const village = await working();
    await everybodyComes(village, '2026-11-23T12:00:00Z');
    const { id } = await agreementOf(village);
    await village.use(EndAgreement).execute(id, { reason: 'citizen-wished' }, village.as(village.mette));
    await village.until('2026-12-10T12:00:00Z');
    expect(await jobEnds(village)).toEqual([]);
    expect(ofTheLastDay(village, village.jonas)).toEqual([]);
    expect((await agreementOf(village)).endReason).toBe('citizen-wished');
  });
});

describe('another last day', () => {
  it('has shifts until then, ends the talk about the old one, and is told', async () => {
    const village = await working();
    await everybodyComes(village, '2026-11-23T12:00:00Z');
    await change(village, '2026-12-18');
    expect(await jobEnds(village)).toEqual([]);
    await village.pass('PT1M');
    expect(ofTheLastDay(village, village.jonas)).toEqual([
      expect.stringMatching(/^Hej Jonas\. Dit job går nu til og med fredag den 18\. december/),
    ]);
    expect(dates(await shiftsOf(village))).toEqual(daysBetween('2026-11-04', '2026-12-18', days));
    await everybodyComes(village, '2026-12-06T12:00:00Z');
    expect((await agreementOf(village)).state).toBe('signed');
    expect(await jobEnds(village)).toHaveLength(1);
    await everybodyComes(village, '2026-12-19T12:00:00Z');
    expect((await agreementOf(village)).endReason).toBe('job-ended');
  });

  it('further than is planned goes on without a hole', async () => {
    const village = await working();
    await everybodyComes(village, '2026-11-23T12:00:00Z');
    await change(village, null);
    await village.pass('PT1M');
    expect(ofTheLastDay(village, village.jonas)).toEqual([
      expect.stringMatching(/^Hej Jonas\. Dit job har ikke længere en sidste dag: Tomme kasser\./),
    ]);
    await everybodyComes(village, '2027-02-01T12:00:00Z');
    expect(dates(await shiftsOf(village, { date: { to: '2027-01-31' } }))).toEqual(
      daysBetween('2026-11-04', '2027-01-31', days),
    );
    expect((await agreementOf(village)).state).toBe('signed');
  });

  it('that is earlier takes the shifts after it away, and what comes back comes back', async () => {
    const village = await working();
    const planned = await shiftsOf(village);
    await everybodyComes(village, '2026-11-16T12:00:00Z');
    await change(village, '2026-11-20');
    expect(dates(await shiftsOf(village))).toEqual(daysBetween('2026-11-04', '2026-11-20', days));
    await village.pass('PT1M');
    expect(ofTheLastDay(village, village.jonas)).toHaveLength(1);
    expect(await jobEnds(village)).toHaveLength(1);
    await change(village, endDate);
    expect((await shiftsOf(village)).map(({ id }) => id)).toEqual(planned.map(({ id }) => id));
  });

  it('that has passed is refused while somebody works there', async () => {
    const village = await working();
    await everybodyComes(village, '2026-11-16T12:00:00Z');
    await expect(change(village, '2026-11-13')).rejects.toMatchObject({ code: 'small-job.dates-invalid' });
    expect(dates(await shiftsOf(village))).toEqual(daysBetween('2026-11-04', endDate, days));
  });
});
