import { describe, expect, it } from '@jest/globals';
import type { DeskScope, Shift, Staff, UrgentKind } from '#domain';
import {
  Acknowledge,
  AnswerOffer,
  CorrectNumber,
  CoverContact,
  ExtendOffer,
  HandOverContact,
  PostponeTask,
  ProposeMatch,
  ReceiveReceipt,
  RecordAttendance,
  RemindCompany,
  ResolveEscalation,
  SayMessageArrived,
  SayNotHere,
  SendAgain,
  ShowCase,
  ShowDesk,
  Snooze,
  TaskRecords,
} from '#use-cases';
import { Village } from './village.js';

/** The first shift: Wednesday 4 November 2026 at 8 in Copenhagen. */
const START = '2026-11-04T07:00:00Z';

const desk = (village: Village, who: Staff = village.mette, scope: DeskScope = 'mine', kind?: UrgentKind) =>
  village.use(ShowDesk).execute({ scope, limit: 50, ...(kind && { kind }) }, village.as(who));
const kindsOn = async (village: Village, who?: Staff, scope?: DeskScope): Promise<string[]> =>
  (await desk(village, who, scope)).lines.map(({ kind }) => kind);

async function morning(): Promise<{ village: Village; shift: Shift }> {
  const village = await Village.found();
  const [shift] = await village.atWork();
  await village.until(START);
  return { village, shift: shift! };
}

/** The workplace has said that Jonas is not there. */
async function notHere(): Promise<{ village: Village; shift: Shift; caseId: string }> {
  const { village, shift } = await morning();
  await village.pass('PT1M');
  await village.use(SayNotHere).execute(shift.id, village.employer);
  const open = await village.inside((unit) => unit.escalations.first({ shiftId: shift.id }));
  return { village, shift, caseId: open!.id };
}

describe('somebody who is missing', () => {
  it('burns on the desk of the contact, with what the ladder does next, and on nobody else’s', async () => {
    const { village, caseId } = await notHere();
    await village.pass('PT1M');
    const { lines } = await desk(village);
    expect(lines).toEqual([
      expect.objectContaining({
        about: `escalation:${caseId}`,
        kind: 'missing',
        isBurning: true,
        nextStep: expect.objectContaining({ who: 'deputy' }),
      }),
    ]);
    expect(lines[0]!.citizen?.name).toBe('Jonas Prøvesen');
    expect(await kindsOn(village, village.lars)).toEqual([]);
    expect(await kindsOn(village, village.lars, 'all')).toEqual(['missing']);
  });

  it('is one line with the tasks that the ladder made of it', async () => {
    const { village } = await morning();
    await village.pass('PT2H');
    const tasks = await village.inside((unit) => unit.tasks.list({ doneAt: { isNull: true } }));
    expect(tasks.length).toBeGreaterThan(1);
    const { lines, counts } = await desk(village);
    expect(lines).toHaveLength(1);
    expect(lines[0]!.tasks).toHaveLength(tasks.length);
    expect(counts).toMatchObject({ missing: 1, unconfirmed: 0, task: 0 });
  });

  it('stays with whoever took it and with the contact, and says until when the ladder waits', async () => {
    const { village, caseId } = await notHere();
    await village.use(Acknowledge).execute(caseId, 'call', village.as(village.lars));
    for (const who of [village.lars, village.mette]) {
      const [line] = (await desk(village, who)).lines;
      expect(line).toMatchObject({ isBurning: false, nextStep: null });
      expect(line!.escalation!.acknowledged).toMatchObject({ byName: 'Lars Lund', action: 'call' });
      expect(line!.deadline.toString()).toBe(line!.escalation!.acknowledged!.expiresAt);
      expect(line!.escalation!.employerToldAt).not.toBeNull();
    }
  });

  it('who comes second is told who has it, and takes nothing over by accident', async () => {
    const { village, caseId } = await notHere();
    await village.use(Acknowledge).execute(caseId, 'call', village.as(village.mette));
    const second = village.use(Acknowledge).execute(caseId, 'drive', village.as(village.lars));
    await expect(second).rejects.toMatchObject({
      code: 'escalation.taken',
      details: { by: 'Mette Holm', until: expect.any(String) },
    });
    const { line } = await village.use(ShowCase).execute(caseId, village.as(village.lars));
    expect(line.escalation!.acknowledged).toMatchObject({ byName: 'Mette Holm', action: 'call' });
    // Who has it may press again, and on purpose one may take it over.
    await village.use(Acknowledge).execute(caseId, 'drive', village.as(village.mette));
    await village.use(Acknowledge).execute(caseId, 'call', village.as(village.lars), { takeOver: true });
    const after = await village.use(ShowCase).execute(caseId, village.as(village.lars));
    expect(after.line.escalation!.acknowledged!.byName).toBe('Lars Lund');
  });

  it("is anybody's when its time has run out, before the ladder goes on", async () => {
    const { village, caseId } = await notHere();
    await village.use(Acknowledge).execute(caseId, 'call', village.as(village.mette));
    await village.pass('PT29M');
    const lars = village.as(village.lars);
    const early = village.use(Acknowledge).execute(caseId, 'call', lars);
    await expect(early).rejects.toMatchObject({ code: 'escalation.taken' });
    await village.pass('PT2M');
    await village.use(Acknowledge).execute(caseId, 'call', lars);
    const { line } = await village.use(ShowCase).execute(caseId, lars);
    expect(line.escalation!.acknowledged).toMatchObject({ byName: 'Lars Lund', askedAt: null });
  });

  it('put aside stands there with its time; closed with an outcome it is gone, and all tasks with it', async () => {
    const { village, caseId } = await notHere();
    await village.use(Snooze).execute(caseId, village.now.add({ minutes: 30 }), village.as(village.mette));
    expect((await desk(village)).lines[0]!.deadline).toEqual(village.now.add({ minutes: 30 }));
    await village
      .use(ResolveEscalation)
      .execute(caseId, { outcome: 'overslept', nextTime: 'Mette ringer kl. 7' }, village.as(village.mette));
    expect(await kindsOn(village, village.mette, 'all')).toEqual([]);
    const { line, history } = await village.use(ShowCase).execute(caseId, village.as(village.mette));
    expect(line.escalation).toMatchObject({ outcome: 'overslept', nextTime: 'Mette ringer kl. 7' });
    expect(history.at(-1)).toMatchObject({ what: 'closed', who: 'Mette Holm' });
  });

  it('is on the desk of whoever covers today, and stays that colleague’s', async () => {
    const { village } = await notHere();
    const cover = { byId: village.lars.id, from: '2026-11-04', to: '2026-11-06' };
    await village.use(CoverContact).execute(village.smallJob.id, cover, village.as(village.birgit));
    expect(await kindsOn(village, village.lars)).toEqual(['missing']);
    const { today } = await desk(village, village.lars);
    expect(today.covers).toEqual([
      expect.objectContaining({ by: expect.objectContaining({ name: 'Lars Lund' }), to: '2026-11-06' }),
    ]);
  });

  it('is shown with a line in the access log', async () => {
    const { village } = await notHere();
    await desk(village);
    expect(village.transactor.accessLog.at(-1)).toMatchObject({
      kind: 'shown',
      purpose: 'desk.urgent',
      citizenIds: [village.jonas.id],
      staffId: village.mette.id,
    });
    const before = village.transactor.accessLog.length;
    expect(await village.use(ShowDesk).count(village.as(village.mette))).toBe(1);
    await desk(village, village.mette, 'mine', 'offer');
    expect(village.transactor.accessLog).toHaveLength(before);
  });
});

describe('a message that stopped on its way', () => {
  async function failed(reason: string, permanent = false) {
    const village = await Village.found();
    await village.offered();
    await village.pass('PT1M');
    const message = await village.inside((unit) =>
      unit.messages.first({ template: 'offer', channel: 'sms' }),
    );
    await village.use(ReceiveReceipt).execute({
      messageId: message!.id,
      state: 'failed',
      at: village.now,
      reason,
      permanent,
    });
    return { village, message: message! };
  }
  const uncertain = async () => {
    const { village, message } = await failed('provider');
    await village.inside(async (unit) => {
      await unit.messages.update({ ...message, state: 'uncertain', reason: 'timeout' });
    });
    return { village, message };
  };
  const ofMessage = async (village: Village) => (await desk(village, village.mette, 'mine', 'message')).lines;

  it('with a wrong number is corrected and sent again, and leaves the desk', async () => {
    const { village, message } = await failed('unknown-subscriber', true);
    expect(await ofMessage(village)).toEqual([
      expect.objectContaining({
        kind: 'message',
        message: expect.objectContaining({ id: message.id, state: 'failed' }),
        tasks: [expect.objectContaining({ kind: 'correct-number' })],
      }),
    ]);
    const correction = { to: '+4522229999', sendAgain: true };
    await village.use(CorrectNumber).execute(message.id, correction, village.as(village.mette));
    await village.pass('PT1M');
    expect(village.texts('+4522229999')).toEqual([expect.stringContaining('Jobbet, vi talte om')]);
    expect(await ofMessage(village)).toEqual([]);
    const task = await village.inside((unit) => unit.tasks.first({ messageId: message.id }));
    expect(task).toMatchObject({ outcome: 'Sendt igen', doneByStaffId: village.mette.id });
  });

  it('of which nobody knows is never sent by itself; a person says that it arrived', async () => {
    const { village, message } = await uncertain();
    const before = village.texts(village.jonas).length;
    await village.pass('PT1H');
    expect(village.texts(village.jonas)).toHaveLength(before);
    await village.use(SayMessageArrived).execute(message.id, village.as(village.mette));
    expect(await ofMessage(village)).toEqual([]);
    const again = village.use(SendAgain).execute(message.id, village.as(village.mette));
    await expect(again).rejects.toMatchObject({ code: 'message.wrong-state' });
  });

  it('is sent again once, whoever presses twice', async () => {
    const { village, message } = await uncertain();
    await village.use(SendAgain).execute(message.id, village.as(village.mette));
    const second = village.use(SendAgain).execute(message.id, village.as(village.lars));
    await expect(second).rejects.toMatchObject({ code: 'message.wrong-state' });
    const before = village.texts(village.jonas).length;
    await village.pass('PT1M');
    expect(village.texts(village.jonas)).toHaveLength(before + 1);
  });

  it('about what is settled is not sent again', async () => {
    const { village, message } = await uncertain();
    await village.sms(village.jonas.phone, 'NEJ');
    const again = village.use(SendAgain).execute(message.id, village.as(village.mette));
    await expect(again).rejects.toMatchObject({ code: 'message.no-longer-relevant' });
  });

  it('was written for one’s own phone and does not go to one that is shared', async () => {
    const { village, message } = await uncertain();
    await village.inside(async (unit) => {
      await unit.citizens.update({ ...(await unit.citizens.find(village.jonas.id))!, sharedPhone: true });
    });
    const again = village.use(SendAgain).execute(message.id, village.as(village.mette));
    await expect(again).rejects.toMatchObject({ code: 'message.no-address' });
  });
});

describe('an offer', () => {
  it('comes onto the desk a day before its deadline, and leaves it with more time', async () => {
    const village = await Village.found({ smallJob: { startDate: '2026-11-30' } });
    const offer = await village.offered();
    const offers = async () => (await desk(village, village.mette, 'mine', 'offer')).lines;
    await village.until(offer.expiresAt.subtract({ hours: 25 }));
    expect(await offers()).toEqual([]);
    await village.until(offer.expiresAt.subtract({ hours: 2 }));
    expect(await offers()).toEqual([
      expect.objectContaining({
        deadline: offer.expiresAt,
        citizen: expect.objectContaining({ id: village.jonas.id }),
      }),
    ]);
    const until = village.now.add({ hours: 26 });
    await village
      .use(ExtendOffer)
      .execute(offer.id, { until, tellCitizen: false }, village.as(village.mette));
    expect(await offers()).toEqual([]);
  });

  it('with a call to make is one line', async () => {
    const village = await Village.found();
    const offer = await village.offered();
    await village.until(offer.expiresAt.subtract({ hours: 8 }));
    await village.sms(village.jonas.phone, 'RING');
    const { lines } = await desk(village);
    expect(lines).toEqual([
      expect.objectContaining({
        about: `offer:${offer.id}`,
        tasks: [expect.objectContaining({ kind: 'call-citizen' })],
      }),
    ]);
    // Who writes down what was said on the telephone has made the call.
    const said = { answer: 'yes', how: 'phone' } as const;
    await village.use(AnswerOffer).execute(offer.id, said, village.as(village.mette));
    expect((await desk(village)).lines).toEqual([]);
  });
});

describe('a silent company', () => {
  it('comes onto the desk when it has been reminded, and leaves it when somebody reminds it', async () => {
    const village = await Village.found();
    const interest = { how: 'phone' as const, at: village.now.toString(), fields: ['goals'] };
    const match = await village
      .use(ProposeMatch)
      .execute(
        { smallJobId: village.smallJob.id, citizenId: village.jonas.id, interest },
        village.as(village.mette),
      );
    expect(await kindsOn(village)).toEqual([]);
    await village.until(match.remindAt!);
    const { lines } = await desk(village);
    expect(lines).toEqual([
      expect.objectContaining({ kind: 'silent-company', match: expect.objectContaining({ id: match.id }) }),
    ]);
    expect(lines[0]!.company?.id).toBe(village.company.id);
    await village.pass('PT5H');
    await village.use(RemindCompany).execute(match.id, village.as(village.mette));
    expect(await kindsOn(village)).toEqual([]);
  });
});

describe('tasks', () => {
  it('stand there until somebody says what came out of them, or come again', async () => {
    const village = await Village.found();
    await village.offered();
    await village.sms(village.jonas.phone, 'hvad med bussen?');
    const task = (await village.inside((unit) => unit.tasks.first({ kind: 'not-understood' })))!;
    expect((await desk(village)).lines.map(({ about }) => about)).toEqual([`task:${task.id}`]);
    const inAnHour = village.now.add({ hours: 1 });
    await village.use(PostponeTask).execute(task.id, inAnHour, village.as(village.mette));
    expect((await desk(village)).lines[0]!.deadline).toEqual(inAnHour);
    await village
      .use(PostponeTask)
      .execute(task.id, village.now.add({ hours: 30 }), village.as(village.mette));
    expect(await kindsOn(village)).toEqual([]);
    await village.pass('PT30H');
    expect((await desk(village)).lines.map(({ about }) => about)).toContain(`task:${task.id}`);
    await village.use(TaskRecords).finish(task.id, 'Vi talte sammen', village.as(village.mette));
    expect((await desk(village)).lines.map(({ about }) => about)).not.toContain(`task:${task.id}`);
  });

  it('of somebody who has left are everybody’s', async () => {
    const village = await Village.found();
    await village.offered();
    await village.sms(village.jonas.phone, 'hvad med bussen?');
    expect(await kindsOn(village, village.lars)).toEqual([]);
    await village.inside(async (unit) => {
      await unit.staff.update({ ...(await unit.staff.find(village.mette.id))!, active: false });
    });
    expect(await kindsOn(village, village.lars)).toContain('task');
  });
});

it('a shift of which nobody heard anything is asked for at the end of the day, and ends with an answer', async () => {
  const village = await Village.found();
  const seventh = (await village.atWork())[6]!;
  await village.until(seventh.startsAt.add({ hours: 10 }));
  const { lines } = await desk(village, village.mette, 'mine', 'unconfirmed');
  const about = `shift:${seventh.id}`;
  expect(lines.map((line) => line.about)).toContain(about);
  const times = { arrived: '08:00', left: '12:00' };
  await village.use(RecordAttendance).execute(seventh.id, times, village.as(village.mette));
  const after = await desk(village, village.mette, 'mine', 'unconfirmed');
  expect(after.lines.map((line) => line.about)).not.toContain(about);
});

it('a small job with nobody to call is everybody’s until somebody takes it', async () => {
  const village = await Village.found();
  await village.inside(async (unit) => {
    await unit.staff.update({ ...(await unit.staff.find(village.mette.id))!, active: false });
  });
  expect((await desk(village, village.lars)).lines).toEqual([
    expect.objectContaining({ about: `small-job:${village.smallJob.id}`, kind: 'no-duty', owners: [] }),
  ]);
  await village
    .use(HandOverContact)
    .execute(
      village.smallJob.id,
      { toId: village.lars.id, reason: 'resigned', note: null },
      village.as(village.lars),
    );
  expect(await kindsOn(village, village.lars)).toEqual([]);
});

it('is for staff', async () => {
  const village = await Village.found();
  const asked = village.use(ShowDesk).execute({ scope: 'mine', limit: 10 }, village.employer);
  await expect(asked).rejects.toMatchObject({ code: 'not-allowed' });
});
