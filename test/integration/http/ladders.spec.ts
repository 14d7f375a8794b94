import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { defaultLadders } from '#domain';
import { Scene, type AnswerJson } from './agreements-scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await Scene.start();
});
afterAll(() => scene.stop());
beforeEach(async () => {
  await scene.put('/ladders/not-here', defaultLadders['not-here']);
});

const notHere = async (): Promise<AnswerJson> => (await scene.get('/ladders/not-here')).json;
const contactStep = { after: 'PT0S', who: 'contact', channel: 'sms', message: 'not-here-contact' };

/** Puts the ladder with something changed, and tells how it went. */
async function put(change: object): Promise<unknown[]> {
  const answer = await scene.put('/ladders/not-here', { ...(await notHere()), ...change });
  return [answer.status, answer.json.code, answer.json.errors?.[0]?.path];
}

describe('the ladders', () => {
  it('are two, with names and everything in them', async () => {
    const { items } = (await scene.get('/ladders')).json;
    expect(items).toEqual([
      { name: 'not-seen', ...defaultLadders['not-seen'] },
      { name: 'not-here', ...defaultLadders['not-here'] },
    ]);
  });

  it.each(['not-seen', 'not-here'])('%s comes back from PUT exactly as GET gave it', async (name) => {
    const before = (await scene.get(`/ladders/${name}`)).json;
    const answer = await scene.put(`/ladders/${name}`, before);
    expect([answer.status, answer.json]).toEqual([200, before]);
    expect((await scene.get(`/ladders/${name}`)).json).toEqual(before);
  });

  it('may count in seconds, and keep quiet at night', async () => {
    const changed = {
      trigger: { on: 'said-not-here', firstShifts: 3, alwaysWhenClose: false },
      graceAfterStart: 'PT0S',
      steps: [contactStep, { after: 'PT2S', who: 'deputy', channel: 'task', message: 'not-here-deputy' }],
      acknowledgeExpiresAfter: { call: 'PT10S', drive: 'PT1H30M', other: 'PT20S' },
      quietHours: { from: '22:00', to: '06:30' },
    };
    const answer = await scene.put('/ladders/not-here', changed);
    expect([answer.status, answer.json]).toEqual([200, changed]);
    expect(await notHere()).toEqual(changed);
    const listed = (await scene.get('/ladders', 'leader')).json.items;
    expect(listed[1]).toEqual({ name: 'not-here', ...changed });
  });

  it('are changed by a leader only, and read by the staff only', async () => {
    const before = await notHere();
    for (const key of ['consultant', 'employer', 'integration'] as const) {
      expect((await scene.put('/ladders/not-here', before, key)).status).toBe(403);
    }
    expect((await scene.get('/ladders', 'employer')).status).toBe(403);
    expect((await scene.get('/ladders/not-here', 'integration')).status).toBe(403);
  });

  it('are each municipality’s own', async () => {
    await scene.put('/ladders/not-here', { ...(await notHere()), steps: [contactStep] });
    expect((await scene.get('/ladders/not-here', 'otherMunicipality')).json).toEqual(
      defaultLadders['not-here'],
    );
  });

  it('of other names are 404', async () => {
    const answers = [
      await scene.get('/ladders/not-there'),
      await scene.put('/ladders/not-there', await notHere()),
    ];
    expect(answers.map(({ status, json }) => [status, json.code])).toEqual([
      [404, 'ladder.not-found'],
      [404, 'ladder.not-found'],
    ]);
  });
});

describe('a ladder that could fall silent is refused with 422', () => {
  it.each([
    ['without steps', [], 'ladder.no-steps'],
    [
      'with a citizen who is given a task',
      [{ ...contactStep, who: 'citizen', channel: 'task' }, contactStep],
      'ladder.step-unreachable',
    ],
    [
      'with a list that is sent an SMS',
      [contactStep, { ...contactStep, who: 'list' }],
      'ladder.step-unreachable',
    ],
    ['with a channel that nobody has', [{ ...contactStep, channel: 'pigeon' }], 'ladder.step-unreachable'],
    [
      'with e-mail to a leader who has no address',
      [{ ...contactStep, who: 'leader', channel: 'email' }],
      'ladder.step-unreachable',
    ],
    [
      'with steps in the wrong order',
      [
        { ...contactStep, after: 'PT10M' },
        { ...contactStep, after: 'PT9M59S' },
      ],
      'ladder.steps-out-of-order',
    ],
    [
      'with nobody of the municipality at the end',
      [contactStep, { ...contactStep, who: 'citizen' }],
      'ladder.must-end-with-a-person',
    ],
  ])('%s', async (_, steps, code) => {
    expect(await put({ steps })).toEqual([422, code, undefined]);
    expect(await notHere()).toEqual(defaultLadders['not-here']);
  });
});

describe('a step with hours of the day, and one that is said again', () => {
  const toList = { after: 'PT30M', who: 'list', channel: 'task', message: 'nobody-took-it' };
  const hours = { from: '07:00', to: '21:00', otherwise: 'duty' };
  const repeat = { every: 'PT5M', times: 4 };
  const leader = { after: 'PT5M', who: 'leader', channel: 'sms', message: 'not-here-leader' };

  it('comes back as it was put, and is in the case', async () => {
    const steps = [contactStep, { ...leader, hours, repeat }, toList];
    const answer = await scene.put('/ladders/not-here', { ...(await notHere()), steps });
    expect([answer.status, answer.json]).toEqual([200, { ...(await notHere()), steps }]);
    const shift = await scene.shift();
    const { escalationId } = (await scene.post(`/shifts/${shift.id}/not-here`)).json;
    const rows = await scene.within((unit) =>
      unit.escalationSteps.list({ escalationId }, { order: [{ by: 'seq' }] }),
    );
    const ofLeader = rows.filter(({ ladderStep }) => ladderStep === 1);
    expect(ofLeader.map(({ repetition }) => repetition)).toEqual([0, 1, 2, 3]);
    const [first] = ofLeader;
    const minutes = ofLeader.map(({ dueAt }) => dueAt.since(first!.dueAt).total('minutes'));
    expect(minutes).toEqual([0, 5, 10, 15]);
  });

  it.each([
    ['hours for the citizen', { who: 'citizen', message: 'not-here-citizen', hours }, 'ladder.hours-invalid'],
    ['hours of no length', { hours: { ...hours, to: '07:00' } }, 'ladder.hours-invalid'],
    [
      'a citizen who is asked again',
      { who: 'citizen', message: 'not-here-citizen', repeat },
      'ladder.repeat-invalid',
    ],
    ['a task said again', { channel: 'task', repeat }, 'ladder.repeat-invalid'],
    ['more than two hours of it', { repeat: { every: 'PT30M', times: 6 } }, 'ladder.repeat-invalid'],
    ['no time between', { repeat: { every: 'PT0S', times: 3 } }, 'ladder.repeat-invalid'],
  ])('is refused with %s', async (_, wrong, code) => {
    const steps = [contactStep, { ...leader, ...wrong }, toList];
    expect((await put({ steps })).slice(0, 2)).toEqual([422, code]);
    expect(await notHere()).toEqual(defaultLadders['not-here']);
  });

  it.each([
    ['steps.0.hours.otherwise', { hours: { ...hours, otherwise: 'leader' } }],
    ['steps.0.hours.from', { hours: { ...hours, from: '25:00' } }],
    ['steps.0.repeat.times', { repeat: { ...repeat, times: 11 } }],
    ['steps.0.repeat.times', { repeat: { ...repeat, times: 1 } }],
    ['steps.0.repeat.every', { repeat: { times: 3 } }],
  ])('has the wrong shape at %s', async (path, wrong) => {
    expect(await put({ steps: [{ ...leader, ...wrong }, toList] })).toEqual([400, 'shape', path]);
  });
});

describe('a ladder of the wrong shape is refused with 400', () => {
  it.each([
    ['version', { version: 2 }],
    ['steps.0.who', { steps: [{ ...contactStep, who: 'mother' }] }],
    ['steps.0.after', { steps: [{ ...contactStep, after: 'P1D' }] }],
    ['steps.0.wait', { steps: [{ ...contactStep, wait: 'PT1M' }] }],
    ['steps', { steps: Array(51).fill(contactStep) }],
    ['acknowledgeExpiresAfter.drive', { acknowledgeExpiresAfter: { call: 'PT30M', other: 'PT30M' } }],
    ['trigger.on', { trigger: { on: 'no-evidence', firstShifts: 0, alwaysWhenClose: true } }],
    ['quietHours.to', { quietHours: { from: '20:00' } }],
  ])('at %s', async (path, change) => {
    expect(await put(change)).toEqual([400, 'shape', path]);
  });
});

describe('a case that runs', () => {
  it('keeps its own ladder; the next one has the new', async () => {
    const stepsOf = async (): Promise<string[]> => {
      const shift = await scene.shift();
      const { escalationId } = (await scene.post(`/shifts/${shift.id}/not-here`)).json;
      return [escalationId, ...(await stepsIn(escalationId))];
    };
    const stepsIn = async (escalationId: string): Promise<string[]> =>
      (
        await scene.within((unit) => unit.escalationSteps.list({ escalationId }, { order: [{ by: 'seq' }] }))
      ).map(({ who }) => who);
    const [running = '', ...before] = await stepsOf();
    await scene.put('/ladders/not-here', { ...(await notHere()), steps: [contactStep] });
    expect(await stepsIn(running)).toEqual(before);
    expect(before).toHaveLength(6);
    expect((await stepsOf()).slice(1)).toEqual(['contact']);
  });
});
