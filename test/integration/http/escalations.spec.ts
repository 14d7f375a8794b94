import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { escalationOutcomes, isoWithOffset, Temporal, type Shift } from '#domain';
import { CheckEvidence, ResumeEscalation, TakeStep } from '#use-cases';
import { historyTexts } from '../../../apps/api/src/http/sentences/history-texts.js';
import { Scene, type Answer, type AnswerJson } from './agreements-scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await Scene.start();
});
afterAll(() => scene.stop());

const act = (
  id: string,
  action: string,
  body?: unknown,
  key?: Parameters<Scene['get']>[1],
): Promise<Answer> => scene.post(`/escalations/${id}/${action}`, body, key);
const show = async (id: string): Promise<AnswerJson> => (await scene.get(`/escalations/${id}`)).json;
const inMinutes = (minutes: number): string => isoWithOffset(Temporal.Now.instant().add({ minutes }));
const secondsFromNow = (at: string): number => Temporal.Now.instant().until(at).total('seconds');

async function notHere(
  given: Partial<Shift> & { startsIn?: number } = {},
): Promise<{ shift: Shift; id: string }> {
  const shift = await scene.shift(given);
  return {
    shift,
    id: (await scene.post(`/shifts/${shift.id}/not-here`, undefined, 'employer')).json.escalationId,
  };
}

/** What the worker does when the times of all steps have come. */
async function takeAllSteps(escalationId: string): Promise<string[]> {
  const steps = await scene.within((unit) =>
    unit.escalationSteps.list({ escalationId }, { order: [{ by: 'seq' }], lock: true }),
  );
  await scene.within(async (unit) => {
    for (const step of steps.filter(({ state }) => state === 'waiting')) {
      await unit.escalationSteps.update({ ...step, dueAt: Temporal.Now.instant().subtract({ minutes: 1 }) });
    }
  });
  for (const { id } of steps) await scene.make(TakeStep).execute(scene.municipalityId, id);
  const taken = await scene.within((unit) =>
    unit.escalationSteps.list({ escalationId }, { order: [{ by: 'round' }, { by: 'seq' }] }),
  );
  return taken.map(({ state }) => state);
}

describe('a case', () => {
  it('tells what it is about, when the next step comes, and its history in words', async () => {
    const { shift, id } = await notHere();
    const escalation = await show(id);
    expect(escalation).toMatchObject({
      id,
      ladder: 'not-here',
      shiftId: shift.id,
      citizenId: shift.citizenId,
      smallJobId: shift.smallJobId,
      state: 'open',
      outcome: null,
      acknowledged: null,
      history: [
        {
          what: 'opened',
          who: 'Ali Demir',
          text: 'Ikke set endnu. Vi tager den herfra.',
          details: { ladder: 'not-here' },
        },
      ],
    });
    expect(Math.abs(secondsFromNow(escalation.nextStepAt))).toBeLessThan(20);
    expect(escalation.history[0]!.at).toMatch(/[+]0[12]:00$/);
  });

  it('goes over from not seen to not here in the same case', async () => {
    const shift = await scene.shift({ startsIn: -20 });
    await scene.make(CheckEvidence).execute(scene.municipalityId, shift.id);
    const quiet = (await scene.get(`/escalations?shiftId=${shift.id}`)).json.items[0]!;
    expect(quiet).toMatchObject({
      ladder: 'not-seen',
      history: [{ text: 'Ingen har hørt noget endnu. Vi spørger stille og roligt.' }],
    });
    expect((await scene.get(`/shifts/${shift.id}`)).json.state).toBe('unconfirmed');
    const { json } = await scene.post(`/shifts/${shift.id}/not-here`);
    expect(json.escalationId).toBe(quiet.id);
    const loud = await show(quiet.id);
    expect([loud.ladder, loud.history.map(({ what }) => what)]).toEqual([
      'not-here',
      ['opened', 'ladder-changed'],
    ]);
  });

  it('takes its steps, and each stands in the history with whom it turned to', async () => {
    const { id } = await notHere();
    expect(await takeAllSteps(id)).toEqual(Array(6).fill('taken'));
    const lines = (await show(id)).history.map(({ text, details }) => [text, details.toWhom]);
    expect(lines).toEqual([
      ['Ikke set endnu. Vi tager den herfra.', undefined],
      ['Besked til Mette Holm (kontaktpersonen).', 'Mette Holm'],
      ['Besked til Jonas (borgeren).', 'Jonas'],
      ['Besked til Lene Krog (stedfortræderen).', 'Lene Krog'],
      ['Besked til Ali Demir (arbejdspladsen).', 'Ali Demir'],
      ['Besked til Lene Krog (lederen).', 'Lene Krog'],
      ['Opgave til teamets liste.', 'Teamet'],
    ]);
  });

  it('is the business of the staff', async () => {
    const { id } = await notHere();
    for (const key of ['employer', 'integration'] as const) {
      expect((await scene.get(`/escalations/${id}`, key)).status).toBe(403);
      expect((await scene.get('/escalations', key)).status).toBe(403);
      expect((await act(id, 'acknowledge', { action: 'call' }, key)).status).toBe(403);
    }
    expect((await scene.get(`/escalations/${id}`, 'otherMunicipality')).json.code).toBe(
      'escalation.not-found',
    );
    expect((await act(id, 'resolve', { outcome: 'other' }, 'otherMunicipality')).status).toBe(404);
    expect((await scene.get('/escalations', 'otherMunicipality')).json.items).toEqual([]);
  });

  it('has a Danish line for everything that is ever written in a history', async () => {
    const folder = join(import.meta.dirname, '../../../libs/use-cases/src');
    const written = new Set(['on-the-way', 'later']);
    for (const file of await readdir(folder, { recursive: true })) {
      if (!file.endsWith('.ts')) continue;
      const text = await readFile(join(folder, file), 'utf8');
      for (const [, what = ''] of text.matchAll(
        /\bnote\(\s*unit,\s*(?:this\.)?ids,\s*(?:\w+|\{ \w+ \}),([^;]*)/g,
      )) {
        const [first = ''] = what.split(/,\s*(?:'Fodfæste'|'Borgeren'|actor|who)/);
        for (const [, slug = ''] of first.matchAll(/'([a-z-]+)'/g))
          if (slug !== 'skipped' && slug !== 'uncertain') written.add(slug);
      }
    }
    expect(Object.keys(historyTexts).sort()).toEqual([...written].sort());
  });
});

describe('the list', () => {
  it('of open ones is everything that is not closed', async () => {
    const [open, taken, asleep, closed] = [
      await notHere(),
      await notHere(),
      await notHere(),
      await notHere(),
    ];
    await act(taken.id, 'acknowledge', { action: 'call' });
    await act(asleep.id, 'snooze', { until: inMinutes(30) });
    await act(closed.id, 'resolve', { outcome: 'other' });
    const ids = async (state: string) =>
      (await scene.get(`/escalations?limit=500&state=${state}`)).json.items
        .map(({ id }) => id)
        .filter((id: string) => [open.id, taken.id, asleep.id, closed.id].includes(id));
    expect(await ids('open')).toEqual([open.id, taken.id, asleep.id]);
    expect(await ids('acknowledged')).toEqual([taken.id]);
    expect(await ids('snoozed')).toEqual([asleep.id]);
    expect(await ids('closed')).toEqual([closed.id]);
    expect((await scene.get('/escalations?state=lost')).status).toBe(400);
  });
});

describe('acknowledging', () => {
  it.each([
    ['call', 30, 'ringer'],
    ['drive', 120, 'kører ud'],
    ['other', 30, 'tager sig af det'],
  ])('with %s holds %d minutes', async (action, minutes, words) => {
    const { id } = await notHere();
    const answer = await act(id, 'acknowledge', { action });
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({
      state: 'acknowledged',
      nextStepAt: null,
      acknowledged: { by: 'Mette Holm', action },
    });
    expect(Math.abs(secondsFromNow(answer.json.acknowledged.expiresAt) - minutes * 60)).toBeLessThan(20);
    const line = answer.json.history.at(-1)!;
    expect(line).toMatchObject({ what: 'acknowledged', who: 'Mette Holm', details: { action } });
    expect(line.text).toMatch(new RegExp(`^Mette Holm ${words} og har den til kl\\. [\\d.]+\\.$`));
    expect(line.details.expiresAt).toBe(answer.json.acknowledged.expiresAt);
  });

  it('stops every step, and writes to nobody but the company', async () => {
    const { shift, id } = await notHere();
    await act(id, 'acknowledge', { action: 'call' });
    expect(await takeAllSteps(id)).toEqual(Array(6).fill('waiting'));
    const messages = await scene.within((unit) => unit.messages.list({ subjectId: shift.id }));
    expect(messages.map(({ template }) => template)).toEqual(['workplace-told']);
  });

  it('with something else, or more, is 400, and of a closed case 409', async () => {
    const { id } = await notHere();
    expect((await act(id, 'acknowledge', { action: 'fly' })).json.errors).toMatchObject([{ path: 'action' }]);
    expect((await act(id, 'acknowledge', { action: 'call', for: 'PT1H' })).json.errors).toMatchObject([
      { path: 'for' },
    ]);
    await act(id, 'resolve', { outcome: 'other' });
    const late = await act(id, 'acknowledge', { action: 'call' });
    expect([late.status, late.json.code]).toEqual([409, 'escalation.closed']);
  });
});

describe('snoozing', () => {
  it('puts it aside until then, and the ladder goes on afterwards', async () => {
    const { id } = await notHere();
    const until = inMinutes(45);
    const answer = await act(id, 'snooze', { until });
    expect(answer.json).toMatchObject({ state: 'snoozed', nextStepAt: until, acknowledged: null });
    expect(answer.json.history.at(-1)).toMatchObject({ what: 'snoozed', details: { until } });
    expect(answer.json.history.at(-1)!.text).toMatch(
      /^Mette Holm lagde sagen til side til \S+dag den \d+\. /,
    );
    expect(await takeAllSteps(id)).toEqual(Array(6).fill('waiting'));
    await scene.within(async (unit) => {
      const row = (await unit.escalations.lock(id))!;
      await unit.escalations.update({
        ...row,
        snoozedUntil: Temporal.Now.instant().subtract({ minutes: 1 }),
      });
    });
    await scene.make(ResumeEscalation).execute(scene.municipalityId, id);
    expect(await show(id)).toMatchObject({ state: 'open' });
  });

  it.each([
    ['in the past', -1],
    ['for more than a day', 24 * 60 + 5],
  ])('%s is 422', async (_, minutes) => {
    const { id } = await notHere();
    const answer = await act(id, 'snooze', { until: inMinutes(minutes) });
    expect([answer.status, answer.json.code]).toEqual([422, 'escalation.snooze-invalid']);
    expect(answer.json.details.latest).toMatch(/[+]0[12]:00$/);
    expect((await show(id)).state).toBe('open');
  });

  it('for nearly a day is fine', async () => {
    const { id } = await notHere();
    expect((await act(id, 'snooze', { until: inMinutes(24 * 60 - 1) })).status).toBe(200);
    expect((await act(id, 'snooze', { until: 'later' })).json.errors).toMatchObject([{ path: 'until' }]);
  });
});

describe('resolving', () => {
  const after: Record<(typeof escalationOutcomes)[number], string> = {
    'arrived-late': 'late',
    arrived: 'present',
    'was-there': 'present',
    'not-able-today': 'absent-reported',
    transport: 'missed',
    overslept: 'missed',
    'not-informed': 'cancelled',
    'plan-wrong': 'cancelled',
    'employer-cancelled': 'cancelled',
    'no-contact': 'missed',
    other: 'missed',
  };

  it.each(Object.entries(after))('with %s makes the shift %s', async (outcome, state) => {
    const { shift, id } = await notHere();
    const answer = await act(id, 'resolve', { outcome });
    expect([answer.status, answer.json.state, answer.json.outcome, answer.json.nextStepAt]).toEqual([
      200,
      'closed',
      outcome,
      null,
    ]);
    expect((await scene.get(`/shifts/${shift.id}`)).json.state).toBe(state);
    expect(await takeAllSteps(id)).toEqual(Array(6).fill('dropped'));
  });

  it('keeps the word that was said and what is agreed for next time', async () => {
    const { id } = await notHere();
    const answer = await act(id, 'resolve', {
      outcome: 'overslept',
      note: 'Uret var slukket',
      nextTime: 'Mette ringer kl. 7',
    });
    expect(answer.json.nextTime).toBe('Mette ringer kl. 7');
    expect(answer.json.history.at(-1)).toMatchObject({
      what: 'closed',
      text: 'Sagen er lukket: sov over sig.',
      details: { outcome: 'overslept', note: 'Uret var slukket' },
    });
    const again = await act(id, 'resolve', { outcome: 'other' });
    expect([again.status, again.json.code]).toEqual([409, 'escalation.closed']);
  });

  it('needs an outcome from the list', async () => {
    const { id } = await notHere();
    expect((await act(id, 'resolve')).json.errors).toMatchObject([{ path: 'outcome' }]);
    expect((await act(id, 'resolve', { outcome: 'lazy' })).json.errors).toMatchObject([{ path: 'outcome' }]);
  });

  it('leaves hours that are confirmed as they stand', async () => {
    const { shift, id } = await notHere({ startsIn: -300 });
    expect((await scene.post(`/paid-hours/${shift.id}/confirm`, { minutes: 120 })).status).toBe(200);
    await act(id, 'resolve', { outcome: 'plan-wrong' });
    expect((await scene.get(`/shifts/${shift.id}`)).json).toMatchObject({
      state: 'missed',
      confirmedMinutes: 120,
    });
  });

  it('happens by itself when somebody comes after all', async () => {
    const { shift, id } = await notHere({ startsIn: -40 });
    await scene.post(`/shifts/${shift.id}/check-in`);
    expect(await show(id)).toMatchObject({ state: 'closed', outcome: 'arrived-late' });
    expect((await show(id)).history.at(-1)!.text).toBe('Sagen er lukket: kom lidt senere.');
    expect(await takeAllSteps(id)).toEqual(Array(6).fill('dropped'));
  });
});
