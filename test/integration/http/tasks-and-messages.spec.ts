import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { taskKinds, Temporal, type Message, type MessageState, type Task } from '#domain';
import { taskTitles } from '../../../apps/api/src/http/sentences/task-titles.js';
import { Scene } from './agreements-scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await Scene.start();
});
afterAll(() => scene.stop());

const now = Temporal.Instant.from('2026-11-02T08:00:00Z');

async function aTask(overrides: Partial<Task> = {}): Promise<Task> {
  const task: Task = {
    id: scene.newId(),
    municipalityId: scene.municipalityId,
    kind: 'call-citizen',
    staffId: scene.mette.id,
    citizenId: null,
    smallJobId: null,
    matchId: null,
    offerId: null,
    shiftId: null,
    escalationId: null,
    messageId: null,
    note: 'Om bussen',
    dueAt: now,
    createdAt: now,
    doneAt: null,
    doneByStaffId: null,
    outcome: null,
    askedByStaffId: null,
    answer: null,
    ...overrides,
  };
  await scene.within((unit) => unit.tasks.insert(task));
  return task;
}

async function aMessage(overrides: Partial<Message> = {}): Promise<Message> {
  const id = scene.newId();
  const message: Message = {
    id,
    municipalityId: scene.municipalityId,
    template: 'shift-reminder',
    channel: 'sms',
    language: 'da',
    receiver: 'citizen',
    to: '+4520987654',
    data: { firstName: 'Jonas', callAgreement: 'Ring kl. 7' },
    link: { id: scene.newId(), purpose: 'offer' },
    citizenId: null,
    companyId: null,
    staffId: null,
    question: null,
    subjectId: null,
    escalationStepId: null,
    dedupeKey: id,
    urgent: false,
    state: 'failed',
    notBefore: now,
    createdAt: now,
    stateAt: now,
    attempts: 3,
    unasked: 0,
    waitsSince: null,
    claimedAt: null,
    provider: null,
    providerReference: 'gateway-77',
    reason: 'unknown-subscriber',
    ...overrides,
  };
  await scene.within((unit) => unit.messages.insert(message));
  return message;
}

describe('a task', () => {
  it('says in Danish what is to be done, about what, and when', async () => {
    const { citizenId, smallJobId, id: agreementId } = await scene.signedAgreement();
    expect(agreementId).toBeDefined();
    const task = await aTask({ citizenId, smallJobId });
    const { items } = (await scene.get(`/tasks?citizenId=${citizenId}`)).json;
    expect(items).toEqual([
      {
        id: task.id,
        kind: 'call-citizen',
        title: 'Ring til borgeren',
        state: 'open',
        note: 'Om bussen',
        dueAt: '2026-11-02T09:00:00.000+01:00',
        createdAt: '2026-11-02T09:00:00.000+01:00',
        staffId: scene.mette.id,
        citizenId,
        smallJobId,
        matchId: null,
        offerId: null,
        shiftId: null,
        escalationId: null,
        messageId: null,
        doneAt: null,
        doneByStaffId: null,
        outcome: null,
        askedByStaffId: null,
        answer: null,
      },
    ]);
  });

  it('of every kind has a title of its own', () => {
    expect(Object.keys(taskTitles).sort()).toEqual([...taskKinds].sort());
    expect(new Set(Object.values(taskTitles)).size).toBe(taskKinds.length);
  });

  it('is done with an outcome, once', async () => {
    const task = await aTask();
    expect((await scene.post(`/tasks/${task.id}/done`)).json.errors).toMatchObject([{ path: 'outcome' }]);
    expect(
      (await scene.post(`/tasks/${task.id}/done`, { outcome: 'Talt', by: 'x' })).json.errors,
    ).toMatchObject([{ path: 'by' }]);
    const answer = await scene.post(`/tasks/${task.id}/done`, { outcome: 'Talte med Jonas' });
    expect([answer.status, answer.json.state, answer.json.outcome, answer.json.doneByStaffId]).toEqual([
      200,
      'done',
      'Talte med Jonas',
      scene.mette.id,
    ]);
    const again = await scene.post(`/tasks/${task.id}/done`, { outcome: 'Igen' });
    expect([again.status, again.json.code]).toEqual([409, 'task.already-done']);
  });

  it('called done by mistake waits again: for the one who did it, for ten minutes', async () => {
    const task = await aTask();
    const reopen = (as?: 'leader') => scene.post(`/tasks/${task.id}/reopen`, undefined, as);
    expect((await reopen()).json.state).toBe('open');
    await scene.post(`/tasks/${task.id}/done`, { outcome: 'Talte med Jonas' });
    const other = await reopen('leader');
    expect([other.status, other.json.code]).toEqual([409, 'task.cannot-reopen']);
    expect((await reopen()).json).toMatchObject({ state: 'open', outcome: null, doneByStaffId: null });
    await scene.post(`/tasks/${task.id}/done`, { outcome: 'Talte med Jonas' });
    await scene.within(async (unit) => {
      const done = (await unit.tasks.find(task.id))!;
      await unit.tasks.update({ ...done, doneAt: done.doneAt!.subtract({ minutes: 10 }) });
    });
    expect((await reopen()).json.code).toBe('task.cannot-reopen');
  });

  it('stands on the list of its owner until it is done', async () => {
    const [open, done, teams] = [
      await aTask({ staffId: scene.lene.id }),
      await aTask({ staffId: scene.lene.id }),
      await aTask({ staffId: null }),
    ];
    await scene.post(`/tasks/${done.id}/done`, { outcome: 'Klaret' }, 'leader');
    const ids = async (query: string) =>
      (await scene.get(`/tasks?limit=500&${query}`)).json.items.map(({ id }) => id);
    expect(await ids(`staffId=${scene.lene.id}`)).toEqual([open.id, done.id]);
    expect(await ids(`staffId=${scene.lene.id}&state=open`)).toEqual([open.id]);
    expect(await ids(`staffId=${scene.lene.id}&state=done`)).toEqual([done.id]);
    expect(await ids('state=open')).toContain(teams.id);
    expect((await scene.get('/tasks?state=late')).json.errors).toMatchObject([{ path: 'state' }]);
  });

  it('is the business of the staff of its municipality', async () => {
    const task = await aTask();
    expect((await scene.get('/tasks', 'employer')).status).toBe(403);
    expect((await scene.get('/tasks', 'integration')).status).toBe(403);
    expect((await scene.get('/tasks', 'otherMunicipality')).json.items).toEqual([]);
    const foreign = await scene.post(`/tasks/${task.id}/done`, { outcome: 'x' }, 'otherMunicipality');
    expect([foreign.status, foreign.json.code]).toEqual([404, 'task.not-found']);
  });
});

describe('a message', () => {
  it('says what became of it and why, and nothing of what it says or where it went', async () => {
    const { citizenId } = await scene.signedAgreement();
    const message = await aMessage({ citizenId });
    const { items } = (await scene.get(`/messages?citizenId=${citizenId}`)).json;
    expect(items).toEqual([
      {
        id: message.id,
        template: 'shift-reminder',
        channel: 'sms',
        receiver: 'citizen',
        to: '••••••54',
        citizenId,
        state: 'failed',
        reason: 'unknown-subscriber',
        createdAt: '2026-11-02T09:00:00.000+01:00',
        stateAt: '2026-11-02T09:00:00.000+01:00',
        notBefore: '2026-11-02T09:00:00.000+01:00',
        attempts: 3,
      },
    ]);
    expect(JSON.stringify(items)).not.toMatch(/209876|Ring kl|gateway-77/);
  });

  it('by e-mail does not tell the address', async () => {
    const { citizenId } = await scene.signedAgreement();
    await aMessage({ citizenId, channel: 'email', to: 'jonas@hansen.example' });
    const text = JSON.stringify((await scene.get(`/messages?citizenId=${citizenId}`)).json.items);
    expect(text).toContain('j•••@•••');
    expect(text).not.toMatch(/jonas|hansen/);
  });

  it('is found by its state; what is on its way out is still queued', async () => {
    const { citizenId } = await scene.signedAgreement();
    const made: [MessageState, string][] = [];
    for (const state of ['queued', 'sending', 'sent', 'delivered', 'failed', 'uncertain'] as const) {
      made.push([state, (await aMessage({ citizenId, state })).id]);
    }
    const idOf = new Map(made);
    const list = async (state: string) =>
      (await scene.get(`/messages?citizenId=${citizenId}&state=${state}`)).json.items;
    const queued = await list('queued');
    expect(queued.map(({ id }) => id)).toEqual([idOf.get('queued'), idOf.get('sending')]);
    expect(queued.map(({ state }) => state)).toEqual(['queued', 'queued']);
    for (const state of ['sent', 'delivered', 'failed', 'uncertain'] as const) {
      expect((await list(state)).map(({ id }) => id)).toEqual([idOf.get(state)]);
    }
    expect((await scene.get('/messages?state=sending')).status).toBe(400);
  });

  it('is the business of the staff of its municipality', async () => {
    await aMessage();
    expect((await scene.get('/messages', 'employer')).status).toBe(403);
    expect((await scene.get('/messages', 'integration')).status).toBe(403);
    expect((await scene.get('/messages', 'otherMunicipality')).json.items).toEqual([]);
  });
});
