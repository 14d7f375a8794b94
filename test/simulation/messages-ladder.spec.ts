import { describe, expect, it } from '@jest/globals';
import type { MessageTemplate, Shift } from '#domain';
import { Acknowledge, CheckIn, SayNotHere, Snooze, type SendResult } from '#use-cases';
import { Village } from './village.js';

/** Jonas has not come, the workplace has said so, and the gateway does not take messages just now. */
async function gatewayBusy(answer: Partial<Extract<SendResult, { result: 'refused' }>> = {}) {
  const village = await Village.found();
  const [shift] = await village.atWork();
  await village.until('2026-11-04T07:05:00Z');
  village.gateway.sent.length = 0;
  village.gateway.answer = {
    result: 'refused',
    permanent: false,
    reason: 'busy',
    retryAfterSeconds: null,
    ...answer,
  };
  const { escalation } = await village.use(SayNotHere).execute(shift!.id, village.employer);
  return { village, shift: shift!, id: escalation!.id };
}
const back = (village: Village) => {
  village.gateway.answer = { result: 'sent', providerReference: null };
};
const stateOf = (village: Village, template: MessageTemplate) =>
  village.inside(async (unit) => {
    const message = await unit.messages.first({ template });
    return message && [message.state, message.reason];
  });
const tasksOf = (village: Village, { id }: Shift) =>
  village.inside((unit) => unit.tasks.list({ shiftId: id, doneAt: { isNull: true } }));

describe('a message of the ladder', () => {
  it('is tried again after two seconds, not after ten', async () => {
    const { village } = await gatewayBusy();
    await village.pass('PT1S');
    back(village);
    await village.pass('PT1S');
    expect(village.texts(village.mette)).toHaveLength(1);
    expect(village.to(village.mette)[0]!.at.toString()).toBe('2026-11-04T07:05:02Z');
  });

  it('that does not leave becomes a task within seconds, and the next person hears at once', async () => {
    const { village, shift } = await gatewayBusy();
    await village.pass('PT3S');
    const tasks = await tasksOf(village, shift);
    expect(tasks.filter(({ kind }) => kind === 'step-by-hand').map(({ staffId }) => staffId)).toContain(
      village.mette.id,
    );
    expect(
      await village.inside((unit) => unit.escalationSteps.count({ who: 'deputy', state: 'taken' })),
    ).toBe(1);
  });

  it('does not wait until the provider has time again', async () => {
    const { village, shift } = await gatewayBusy({ retryAfterSeconds: 3600 });
    await village.pass('PT1S');
    expect((await tasksOf(village, shift)).map(({ kind }) => kind)).toContain('step-by-hand');
    expect(await stateOf(village, 'not-here-contact')).toEqual(['failed', 'busy']);
  });

  it('waits the few seconds that a provider asks for', async () => {
    const { village } = await gatewayBusy({ retryAfterSeconds: 20 });
    await village.pass('PT1S');
    back(village);
    await village.pass('PT18S');
    expect(village.texts(village.mette)).toEqual([]);
    await village.pass('PT1S');
    expect(village.texts(village.mette)).toHaveLength(1);
  });

  it('goes out at night, when the shift is at night', async () => {
    const village = await Village.found();
    const [shift] = await village.atWork('2026-11-07', [
      { weekday: 6, start: '22:00', end: '06:00', breakMinutes: 0 },
    ]);
    await village.until(shift!.startsAt.add({ minutes: 15 }));
    expect(village.texts(village.jonas).at(-1)).toMatch(/Er alt okay/);
  });
});

describe('nothing of the ladder leaves any more', () => {
  it('when somebody has taken it', async () => {
    const { village, id } = await gatewayBusy();
    await village.pass('PT1S');
    await village.use(Acknowledge).execute(id, 'call', village.as(village.mette));
    back(village);
    await village.pass('PT20M');
    expect(village.texts(village.mette)).toEqual([]);
    expect(village.texts(village.jonas)).toEqual([]);
    expect(await stateOf(village, 'not-here-contact')).toEqual(['failed', 'no-longer-relevant']);
    expect(village.texts(village.company.contact)).toEqual([
      expect.stringMatching(/Mette taler med Jonas nu/),
    ]);
  });

  it('when it is put aside', async () => {
    const { village, id } = await gatewayBusy();
    await village.pass('PT1S');
    await village.use(Snooze).execute(id, village.now.add('PT30M'), village.as(village.mette));
    back(village);
    await village.pass('PT29M');
    expect(village.gateway.sent).toEqual([]);
  });

  it('when Jonas has come', async () => {
    const { village, shift } = await gatewayBusy();
    await village.pass('PT1S');
    await village.use(CheckIn).execute(shift.id, undefined, village.employer);
    back(village);
    await village.pass('PT2H');
    expect(village.texts(village.mette)).toEqual([]);
    expect(village.texts(village.jonas).join()).not.toMatch(/Kom bare|ikke/);
  });

  it('of its first round, when the workplace has said that he is not there', async () => {
    const village = await Village.found();
    const [shift] = await village.atWork();
    await village.until('2026-11-04T07:14:59Z');
    village.gateway.sent.length = 0;
    village.gateway.down();
    await village.until('2026-11-04T07:15:01Z');
    await village.use(SayNotHere).execute(shift!.id, village.employer);
    back(village);
    await village.pass('PT5S');
    expect(village.texts(village.jonas).filter((text) => text.includes('Er alt okay'))).toEqual([]);
    expect(village.texts(village.mette)).toHaveLength(1);
  });
});
