import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Message, Task } from '#domain';
import { Alarms } from '#use-cases';
import { rowsOf } from '../../contracts/rows.js';
import { formOf, PlainBrowser, type PlainPage } from '../../support/plain-browser.js';
import { Scene } from './agreements-scene.js';

let scene: Scene;
let mette: PlainBrowser;
let lene: PlainBrowser;
beforeAll(async () => {
  scene = await Scene.start();
  [mette, lene] = await Promise.all([browserOf(scene.mette.id), browserOf(scene.lene.id)]);
});
afterAll(() => scene.stop());

async function browserOf(staffId: string): Promise<PlainBrowser> {
  const url = (await scene.app.getUrl()).replace(/\/$/, '');
  const { municipalityId } = scene;
  return PlainBrowser.of(scene.app, url, { kind: 'staff', municipalityId, staffId });
}

async function notHere(): Promise<string> {
  const shift = await scene.shift();
  return (await scene.post(`/shifts/${shift.id}/not-here`, undefined, 'employer')).json.escalationId;
}

const row = (page: PlainPage, about: string): string =>
  new RegExp(`<li class="desk-urgent-line[^>]*id="l-${about}"[\\s\\S]*?</li>`).exec(page.html)?.[0] ?? '';
const caseRow = (page: PlainPage, id: string): string => row(page, `escalation-${id}`);

/** A message to a citizen that did not arrive, with its task. */
async function failed(over: Partial<Message> = {}, kind: Task['kind'] = 'correct-number'): Promise<Message> {
  const { citizenId } = await scene.signedAgreement();
  const rows = rowsOf(scene.municipalityId);
  return scene.within(async (unit) => {
    const now = await unit.now();
    const citizen = (await unit.citizens.find(citizenId))!;
    const message = rows.message({
      state: 'failed',
      reason: 'unknown-subscriber',
      citizenId,
      to: citizen.phone ?? '+4531234567',
      ...over,
    });
    await unit.messages.insert(message);
    const about = { citizenId, messageId: message.id, staffId: scene.mette.id, note: null };
    await unit.tasks.insert(rows.task({ ...about, kind, dueAt: now, createdAt: now, smallJobId: null }));
    return message;
  });
}

describe('a case on the desk', () => {
  it('is taken by one press, and the row says what stops and until when', async () => {
    const id = await notHere();
    const before = await mette.open('/kommune');
    expect(caseRow(before, id)).toContain('er ikke mødt op');
    const after = await mette.press(before, `/sager/${id}/tag`, 'Jeg ringer');
    expect(after.path).toMatch(new RegExp(`^/kommune#l-escalation-${id}$`));
    expect(caseRow(after, id)).toMatch(
      /Du ringer\. Trinene venter til kl\. [\d.]+\. Firmaet har fået at vide, at du ringer\./,
    );
  });

  it('pressed twice is taken once, and by two at once by the first', async () => {
    const id = await notHere();
    const [first, second] = await Promise.all([mette.open('/kommune'), lene.open('/kommune?hvis=kommunen')]);
    const form = formOf(first, `/sager/${id}/tag`, 'Jeg kører');
    await Promise.all([mette.send(form), mette.send(form)]);
    const late = await lene.press(second, `/sager/${id}/tag`, 'Jeg ringer');
    expect(late.status).toBe(200);
    expect(late.path).toContain('hvis=kommunen');
    expect(late.text).toContain('En kollega var først.');
    expect(caseRow(late, id)).toContain('Mette Holm kører.');
    const { json } = await scene.get(`/escalations/${id}`);
    expect(json.history.filter(({ what }) => what === 'acknowledged')).toHaveLength(1);
    // On purpose it can be taken over.
    const over = await lene.press(late, `/sager/${id}/tag`, 'Jeg ringer');
    expect(caseRow(over, id)).toContain('Du ringer.');
  });

  it('is closed with an outcome only, and what is missing is said at the field', async () => {
    const id = await notHere();
    const page = await mette.open(`/kommune/sager/${id}`);
    const refused = await mette.press(page, `/sager/${id}/luk`, 'Luk', {
      udfald: '',
      note: 'Ringede to gange',
    });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain(`href="#felt-udfald-${id}-1"`);
    expect(refused.html).toContain(`id="felt-udfald-${id}-1"`);
    expect(refused.text).toContain('Ringede to gange');
    const outcome = { udfald: 'overslept', naeste: 'Mette ringer kl. 7' };
    const closed = await mette.press(refused, `/sager/${id}/luk`, 'Luk', outcome);
    expect(closed.path).toContain(`/kommune/sager/${id}`);
    expect(closed.text).toContain('Lukket: sov over sig.');
    expect(closed.text).toContain('Aftale til næste gang: Mette ringer kl. 7');
    expect(caseRow(await mette.open('/kommune'), id)).toBe('');
    // A page of before: somebody has closed it meanwhile.
    const stale = await mette.press(page, `/sager/${id}/tag`, 'Jeg ringer');
    expect(stale.status).toBe(409);
    expect(stale.text).toContain('Lukket: sov over sig.');
  });

  it('that somebody is asked about is kept with one press, and the company hears nothing new', async () => {
    const id = await notHere();
    await scene.post(`/escalations/${id}/acknowledge`, { action: 'drive' }, 'consultant');
    const told = () => scene.within((unit) => unit.messages.count({ template: 'workplace-told' }));
    const before = await told();
    expect(before).toBeGreaterThan(0);
    await scene.within(async (unit) => {
      const one = (await unit.escalations.find(id))!;
      const askedAt = (await unit.now()).toString();
      await unit.escalations.update({ ...one, acknowledged: { ...one.acknowledged!, askedAt } });
    });
    const page = await mette.open('/kommune');
    expect(caseRow(page, id)).toContain('Stadig i gang?');
    const kept = await mette.press(page, `/sager/${id}/tag`, 'Ja, stadig i gang');
    expect(caseRow(kept, id)).toMatch(/Du kører\. Trinene venter til/);
    expect(caseRow(kept, id)).not.toContain('Stadig i gang?');
    expect(await told()).toBe(before);
  });

  it('is given on by the one who has it and cannot, and by nobody else', async () => {
    const id = await notHere();
    const nobodys = await scene.post(`/escalations/${id}/give-back`, undefined, 'consultant');
    expect([nobodys.status, nobodys.json.state]).toEqual([200, 'open']);
    await scene.post(`/escalations/${id}/acknowledge`, { action: 'call' }, 'consultant');
    const other = await scene.post(`/escalations/${id}/give-back`, undefined, 'leader');
    expect([other.status, other.json.code]).toEqual([409, 'escalation.taken']);
    const page = await mette.open(`/kommune/sager/${id}`);
    const given = await mette.press(page, `/sager/${id}/giv-videre`, 'Giv den videre');
    expect(given.text).toContain('Givet videre. Trinene går videre nu.');
    expect(given.text).toContain('Mette Holm gav sagen videre.');
    expect(given.forms.map(({ action }) => action)).toContain(`/kommune/sager/${id}/tag`);
    expect(given.text).not.toContain('Du ringer');
  });

  it('is put aside, and says when it goes on', async () => {
    const id = await notHere();
    const page = await mette.open('/kommune');
    const later = await mette.press(page, `/sager/${id}/vent`, 'Læg til side 1 time');
    expect(caseRow(later, id)).toMatch(/Lagt til side til (i morgen )?kl\. [\d.]+\. Så går trinene videre\./);
  });

  it('of nobody and of another municipality is not there', async () => {
    expect((await mette.open(`/kommune/sager/${scene.newId()}`)).status).toBe(404);
    const id = await notHere();
    expect((await scene.get(`/escalations/${id}`, 'otherMunicipality')).status).toBe(404);
    const { json } = await scene.get('/urgent?scope=all', 'otherMunicipality');
    expect(json.items).toEqual([]);
  });
});

describe('a message on the desk', () => {
  it('is sent again to the number that was corrected', async () => {
    const message = await failed();
    const page = await mette.open('/kommune?vis=beskeder');
    expect(row(page, `message-${message.id}`)).toContain('Nummeret ser ud til at være forkert.');
    const action = `/beskeder/${message.id}/ret`;
    const wrong = await mette.press(page, action, 'Gem', { til: '12' });
    expect(wrong.status).toBe(422);
    expect(row(wrong, `message-${message.id}`)).toMatch(/form-error[\s\S]*value="12"/);
    const right = await mette.press(wrong, action, 'Gem', { til: '22 33 44 55' });
    expect(right.text).toContain('Nummeret er rettet, og beskeden er på vej igen.');
    const again = await scene.within((unit) =>
      unit.messages.first({ citizenId: message.citizenId, state: 'queued' }),
    );
    expect(again).toMatchObject({ to: '+4522334455', template: message.template });
    const citizen = await scene.within((unit) => unit.citizens.find(message.citizenId!));
    expect(citizen?.phone).toBe('+4522334455');
    expect(row(await mette.open('/kommune'), `message-${message.id}`)).toBe('');
  });

  it('of which nobody knows is settled by a person', async () => {
    const message = await failed({ state: 'uncertain', reason: 'timeout' }, 'message-not-delivered');
    const page = await mette.open('/kommune');
    expect(row(page, `message-${message.id}`)).toContain('Det er uvist, om SMS til');
    // The same buttons stand on its own page.
    const own = await mette.open(`/kommune/beskeder/${message.id}`);
    expect(own.forms.map(({ action }) => action.split('/').at(-1))).toEqual(
      expect.arrayContaining(['kom-frem', 'send-igen']),
    );
    const settled = await mette.press(own, `/beskeder/${message.id}/kom-frem`);
    expect(settled.text).toContain('Noteret: Beskeden kom frem.');
    const late = await mette.press(page, `/beskeder/${message.id}/send-igen`);
    expect(late.status).toBe(409);
    expect(late.text).toContain('Der er nyt om beskeden');
  });
});

describe('a task on the desk', () => {
  it('that was called done by a slip of the thumb is back with one press', async () => {
    const rows = rowsOf(scene.municipalityId);
    const task = await scene.within(async (unit) => {
      const now = await unit.now();
      const about = { staffId: scene.mette.id, kind: 'call-citizen' as const, note: 'Skrev RING' };
      const one = rows.task({ ...about, dueAt: now, createdAt: now, smallJobId: null, citizenId: null });
      await unit.tasks.insert(one);
      return one;
    });
    const done = await mette.press(await mette.open('/kommune'), `/opgaver/${task.id}/gjort`, 'Vi talte');
    expect(done.text).toContain('Gjort. Udfaldet er gemt.');
    expect(row(done, `task-${task.id}`)).toBe('');
    const back = await mette.press(done, `/opgaver/${task.id}/fortryd`, 'Fortryd');
    expect(back.text).toContain('Den venter igen.');
    expect(row(back, `task-${task.id}`)).toContain('Skrev RING');
    // Said once: the page by itself offers nothing to take back.
    expect((await mette.open('/kommune')).text).not.toContain('Fortryd');
  });
});

describe('what asks for an answer', () => {
  it('leads to where it is written down, and cannot just be called done', async () => {
    const { citizenId, smallJobId } = await scene.signedAgreement();
    const about = { citizenId, smallJobId, staffId: scene.mette.id };
    const rows = rowsOf(scene.municipalityId);
    const [asked, given] = await scene.within(async (unit) => {
      const now = await unit.now();
      const two = [
        rows.task({
          ...about,
          kind: 'ask-broker',
          askedByStaffId: scene.lene.id,
          dueAt: now,
          createdAt: now,
        }),
        rows.task({ ...about, kind: 'remind-shift', dueAt: now, createdAt: now }),
      ] as const;
      for (const task of two) await unit.tasks.insert(task);
      return two;
    });
    const page = await mette.open('/kommune');
    const question = `/kommune/job/${smallJobId}/spoerg/${asked.id}`;
    expect(row(page, `task-${asked.id}`)).toContain(
      `<a class="desk-go" href="${question}">Skriv svaret ind</a>`,
    );
    expect(row(page, `task-${asked.id}`)).not.toContain('<button');
    expect(row(page, `task-${given.id}`)).toContain('Fik ikke fat: om en time');
    const refused = await scene.post(`/tasks/${asked.id}/done`, { outcome: 'Gjort' });
    expect([refused.status, refused.json.code]).toEqual([422, 'task.needs-answer']);
    const answered = await mette.press(await mette.open(question), question, '', {
      svar: 'no',
      ord: 'Ikke nu',
    });
    expect(answered.status).toBe(200);
    expect(row(await mette.open('/kommune'), `task-${asked.id}`)).toBe('');
  });
});

describe('the interface', () => {
  it('gives the same lines, and the count', async () => {
    const id = await notHere();
    const { json } = await scene.get('/urgent?scope=mine&kind=missing', 'consultant');
    const lines = json.items as unknown as { about: string; burning: boolean; owners: { name: string }[] }[];
    const line = lines.find(({ about }) => about === `escalation:${id}`);
    expect(line).toMatchObject({
      kind: 'missing',
      burning: true,
      owners: [{ name: 'Mette Holm' }],
      escalation: { id, state: 'open', nextStep: { who: expect.any(String) }, acknowledged: null },
    });
    const all = await scene.get('/urgent?scope=mine&limit=400', 'consultant');
    const count = await scene.get('/urgent/count', 'consultant');
    expect(count.json).toEqual({ count: all.json.items.length });
    expect((await scene.get('/urgent', 'employer')).status).toBe(403);
  });

  it('acknowledges unless somebody has it, and says who', async () => {
    const id = await notHere();
    await scene.post(`/escalations/${id}/acknowledge`, { action: 'call' }, 'consultant');
    const late = await scene.post(`/escalations/${id}/acknowledge`, { action: 'call' }, 'leader');
    expect([late.status, late.json.code]).toEqual([409, 'escalation.taken']);
    expect(late.json.details).toMatchObject({ by: 'Mette Holm', until: expect.any(String) });
    const before = (await scene.get(`/escalations/${id}`)).json;
    expect(before).toMatchObject({ acknowledged: { by: 'Mette Holm' } });
    // Whoever has it may say so again.
    const again = await scene.post(`/escalations/${id}/acknowledge`, { action: 'drive' }, 'consultant');
    expect(again.json).toMatchObject({ acknowledged: { by: 'Mette Holm', action: 'drive' } });
    const onPurpose = { action: 'call', takeOver: true };
    const over = await scene.post(`/escalations/${id}/acknowledge`, onPurpose, 'leader');
    expect([over.status, over.json.acknowledged.by]).toEqual([200, 'Lene Krog']);
  });

  it('says that a message arrived, sends it again, and corrects the number', async () => {
    const one = await failed({ state: 'uncertain' });
    const arrived = await scene.post(`/messages/${one.id}/arrived`, undefined, 'consultant');
    expect(arrived.json).toMatchObject({ state: 'delivered' });
    const two = await failed();
    const again = await scene.post(`/messages/${two.id}/send-again`, undefined, 'consultant');
    expect(again.json).toMatchObject({ state: 'queued' });
    expect((await scene.post(`/messages/${two.id}/send-again`, undefined, 'leader')).json.code).toBe(
      'message.wrong-state',
    );
    const three = await failed();
    const wish = { to: '+4522334466', sendAgain: true };
    const corrected = await scene.post(`/messages/${three.id}/correct`, wish, 'consultant');
    expect(corrected.json).toMatchObject({ state: 'queued', to: '••••••66' });
  });

  it('puts a task off', async () => {
    const message = await failed();
    const task = await scene.within((unit) => unit.tasks.first({ messageId: message.id }));
    const far = { until: '2099-01-01T10:00:00+01:00' };
    const refused = await scene.post(`/tasks/${task!.id}/postpone`, far, 'consultant');
    expect([refused.status, refused.json.code]).toEqual([422, 'task.postponed-too-far']);
    const until = new Date(Date.now() + 3_600_000).toISOString();
    expect((await scene.post(`/tasks/${task!.id}/postpone`, { until }, 'consultant')).status).toBe(200);
  });
});

describe('Optaget til', () => {
  const always = {
    weekdays: [1, 2, 3, 4, 5, 6, 7] as (1 | 2 | 3 | 4 | 5 | 6 | 7)[],
    from: '00:00',
    to: '24:00',
  };
  const hours = (contactHours: typeof always) =>
    scene.within(async (unit) => {
      const lene = (await unit.staff.find(scene.lene.id))!;
      await unit.staff.update({ ...lene, contactHours });
    });

  it('is refused where nobody is on duty, and says so', async () => {
    await hours({ ...always, weekdays: [] });
    const page = await mette.open('/kommune/optaget');
    expect(page.text).toContain('Ingen kollega er på vagt med telefon lige nu');
    const until = new Date(Date.now() + 1_800_000).toISOString();
    const { status, json } = await scene.put('/staff/me/busy', { until }, 'consultant');
    expect([status, json.code, json.details]).toEqual([422, 'staff.no-stand-in', { suggested: [] }]);
  });

  it('is shown to colleagues, and ends by a tap', async () => {
    await hours(always);
    const page = await mette.open('/kommune/optaget');
    const choose = { laengde: '30', kollega: scene.lene.id };
    const busy = await mette.press(page, '/kommune/optaget', 'Jeg er optaget', choose);
    expect(busy.text).toMatch(/Du er optaget til (i morgen )?kl\. [\d.]+\. Lene Krog svarer imens\./);
    expect((await lene.open('/kommune')).text).toMatch(/Mette Holm er optaget til .* Du svarer imens\./);
    const staff = (await scene.get('/staff', 'consultant')).json.items as unknown as { id: string }[];
    expect(staff.find(({ id }) => id === scene.mette.id)).toMatchObject({ busyDeputyId: scene.lene.id });
    const back = await mette.press(await mette.open('/kommune/optaget'), '/optaget/slut', 'Jeg er tilbage');
    expect(back.text).toContain('Du er tilbage.');
    expect(back.text).not.toContain('optaget til');
  });

  it('is refused at the field for a time that has passed', async () => {
    await hours(always);
    const page = await mette.open('/kommune/optaget');
    const past = await mette.press(page, '/kommune/optaget', 'Jeg er optaget', {
      laengde: 'kl',
      klokken: '00:00',
      kollega: scene.lene.id,
    });
    expect(past.status).toBe(422);
    expect(past.html).toMatch(/form-error[\s\S]*id="felt-klokken"/);
  });
});

describe('when the workers are silent', () => {
  it('everybody is told to call, the leader to tell operations, and it ends with the silence', async () => {
    const alarms = scene.app.get(Alarms);
    const calls = 'Beskeder går ikke ud lige nu. Ring selv.';
    expect((await mette.open('/kommune')).text).not.toContain(calls);
    expect(await alarms.begin('workers-silent', 200)).toBe(true);
    expect(await alarms.begin('auditor-silent', 200)).toBe(false);
    expect((await mette.open('/kommune')).text).toContain(calls);
    expect((await mette.open('/kommune')).text).not.toContain('driver systemet');
    expect(await alarms.end()).toBe(true);
    expect((await mette.open('/kommune')).text).not.toContain(calls);
  });
});
