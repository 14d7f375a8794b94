import { describe, expect, it } from '@jest/globals';
import type { Message, MunicipalitySettings } from '#domain';
import { AnswerOffer, ChangeSettings } from '#use-cases';
import { Village } from './village.js';

/** A village in which so much may be sent in a day. */
async function capped(caps: NonNullable<MunicipalitySettings['messageCaps']>): Promise<Village> {
  const village = await Village.found();
  village.municipality.settings = { ...village.municipality.settings, messageCaps: caps };
  await village.inside(async (unit) => {
    const municipality = await unit.municipality();
    await unit.updateMunicipality({
      ...municipality,
      settings: { ...municipality.settings, messageCaps: caps },
    });
  });
  return village;
}

/** So many letters to Jonas, each about something else. */
async function write(village: Village, times: number, over: { urgent?: boolean } = {}): Promise<void> {
  const { jonas } = village;
  const data = { firstName: 'Jonas', contact: 'Mette', contactPhone: '20123456', title: 'Tomme kasser' };
  await village.inside(async (unit) => {
    for (let count = 0; count < times; count++) {
      const message = village.rows.message({
        template: 'interest-noted',
        channel: 'sms',
        receiver: 'citizen',
        citizenId: jonas.id,
        staffId: null,
        companyId: null,
        to: jonas.phone!,
        data,
        link: null,
        subjectId: null,
        question: null,
        escalationStepId: null,
        state: 'queued',
        urgent: over.urgent ?? false,
        attempts: 0,
        notBefore: village.now,
        createdAt: village.now,
        stateAt: village.now,
      });
      const dedupeKey = `interest-noted:-:${jonas.id}:sms:${message.id}`;
      await unit.messages.insert({ ...message, dedupeKey });
      await unit.wake('message.deliver', message.id);
    }
  });
  await village.pass('PT1S');
}
const countsOf = async (village: Village) => {
  const messages = await village.inside((unit) => unit.messages.list({ citizenId: village.jonas.id }));
  const count = (state: Message['state']) => messages.filter((message) => message.state === state).length;
  return { sent: count('sent'), failed: count('failed') };
};
const tasks = (village: Village, kind: 'message-not-delivered' | 'sms-cap') =>
  village.inside((unit) => unit.tasks.list({ kind }, { order: [{ by: 'createdAt' }] }));

describe('a citizen', () => {
  it('gets no more than the cap of a day; what is over is on a list, and tomorrow is another day', async () => {
    const village = await capped({ perCitizenADay: 3, smsADay: 100 });
    await write(village, 5);
    expect(await countsOf(village)).toEqual({ sent: 3, failed: 2 });
    expect(await tasks(village, 'message-not-delivered')).toEqual([
      expect.objectContaining({ staffId: village.mette.id, note: 'interest-noted (sms): citizen-cap' }),
      expect.objectContaining({ citizenId: village.jonas.id }),
    ]);
    await village.until('2026-11-03T08:00:00Z');
    await write(village, 1);
    expect((await countsOf(village)).sent).toBe(4);
  });

  it('gets what is urgent all the same, and it does not count', async () => {
    const village = await capped({ perCitizenADay: 3, smsADay: 100 });
    await write(village, 4, { urgent: true });
    await write(village, 3);
    expect(await countsOf(village)).toEqual({ sent: 7, failed: 0 });
  });

  it('is not counted for what certainly never left', async () => {
    const village = await capped({ perCitizenADay: 3, smsADay: 100 });
    village.gateway.down();
    await write(village, 3);
    await village.pass('PT2H');
    expect(await countsOf(village)).toEqual({ sent: 0, failed: 3 });
    village.gateway.answer = { result: 'sent', providerReference: null };
    await write(village, 3);
    expect((await countsOf(village)).sent).toBe(3);
  });

  it('with an e-mail address gets no more by that way', async () => {
    const village = await capped({ perCitizenADay: 3, smsADay: 100 });
    await village.inside((unit) => unit.citizens.update({ ...village.jonas, email: 'jonas@example.dk' }));
    await write(village, 4);
    expect(village.to('jonas@example.dk')).toEqual([]);
    expect(await tasks(village, 'message-not-delivered')).toHaveLength(1);
  });
});

describe('a municipality', () => {
  it('is told at 80 and at 100 per cent, once each, and pays for no more', async () => {
    const village = await capped({ perCitizenADay: 100, smsADay: 10 });
    await write(village, 7);
    expect(await tasks(village, 'sms-cap')).toEqual([]);
    await write(village, 2);
    const notes = async () => (await tasks(village, 'sms-cap')).map(({ note }) => note);
    expect(await notes()).toEqual(['80 % af dagens 10 SMS er brugt']);
    expect(await tasks(village, 'sms-cap')).toEqual([
      expect.objectContaining({ staffId: village.birgit.id, doneAt: null }),
    ]);
    await write(village, 4);
    expect(await notes()).toEqual(['80 % af dagens 10 SMS er brugt', '100 % af dagens 10 SMS er brugt']);
    expect(await countsOf(village)).toEqual({ sent: 10, failed: 3 });
    expect(village.gateway.sent).toHaveLength(10);
    expect(await tasks(village, 'message-not-delivered')).toHaveLength(3);
  });

  it('over its cap still writes by e-mail', async () => {
    const village = await capped({ perCitizenADay: 100, smsADay: 10 });
    await village.inside((unit) => unit.citizens.update({ ...village.jonas, email: 'jonas@example.dk' }));
    await write(village, 12);
    expect(village.to(village.jonas)).toHaveLength(10);
    expect(village.to('jonas@example.dk')).toHaveLength(2);
    expect(await tasks(village, 'message-not-delivered')).toEqual([]);
  });

  it('over its cap still looks for who did not come', async () => {
    const village = await capped({ perCitizenADay: 3, smsADay: 10 });
    await village.atWork();
    await write(village, 20);
    village.transactor.clock.set('2026-11-04T06:30:00Z');
    await write(village, 20);
    await village.until('2026-11-04T08:00:00Z');
    const steps = await village.inside((unit) => unit.messages.list({ escalationStepId: { isNull: false } }));
    expect(steps.length).toBeGreaterThan(0);
    expect(steps.filter(({ reason }) => reason === 'sms-cap' || reason === 'citizen-cap')).toEqual([]);
    expect(steps.some(({ state }) => state === 'sent')).toBe(true);
  });

  it('sets both caps itself', async () => {
    const village = await capped({ perCitizenADay: 3, smsADay: 10 });
    const change = { messagesPerCitizenADay: 5, smsADay: 500 };
    const after = await village.use(ChangeSettings).execute(change, village.as(village.birgit));
    expect(after).toMatchObject(change);
    await write(village, 6);
    expect(await countsOf(village)).toEqual({ sent: 5, failed: 1 });
  });
});

it('an offer that is answered is not held back for the caps, but settled', async () => {
  const village = await capped({ perCitizenADay: 3, smsADay: 100 });
  const offer = await village.offered();
  await village
    .use(AnswerOffer)
    .execute(offer.id, { answer: 'yes', how: 'phone' }, village.as(village.mette));
  await write(village, 4);
  const [message] = await village.inside((unit) => unit.messages.list({ template: 'offer' }));
  expect(message).toMatchObject({ state: 'failed', reason: 'no-longer-relevant' });
});
