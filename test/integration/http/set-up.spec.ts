import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signInAs, type SignedIn } from '../../support/sign-in.js';
import { SignInScene, VEJLE } from '../sign-in/sign-in-scene.js';

let scene: SignInScene;
let birgitte: string;
let leader: SignedIn;
beforeAll(async () => {
  scene = await SignInScene.start();
  birgitte = (await scene.staff({ name: 'Birgitte Lund', role: 'leader', email: 'birgitte@vejle.example' }))
    .id;
  leader = await sessionOf(birgitte);
});
afterAll(() => scene.stop());

const sessionOf = (staffId: string): Promise<SignedIn> =>
  signInAs(scene.running.app, { kind: 'staff', municipalityId: VEJLE, staffId });
const api = async (path: string, method = 'GET', body?: object) => {
  const init = { method, headers: leader.headers, ...(body && { body }) };
  const { status, json } = await scene.running.call(`/api/v1${path}`, init);
  return { status, json: json as unknown as Record<string, unknown> };
};
const withKey = (key: string, path: string) => scene.running.call(`/api/v1${path}`, { key });
/** A page, or a form of it. */
const pageAs = (who: SignedIn, path: string, form?: Record<string, string>) =>
  fetch(scene.url + path, {
    redirect: 'manual',
    method: form ? 'POST' : 'GET',
    headers: { cookie: who.cookie, ...(form && { 'content-type': 'application/x-www-form-urlencoded' }) },
    ...(form && { body: new URLSearchParams({ _csrf: who.csrf, ...form }) }),
  });
const once = () => `wish-${Math.random().toString(36).slice(2)}aaaaaaaaaaaaaaaa`;
const sofie = {
  name: 'Sofie Lauritsen',
  role: 'consultant',
  email: 'sofie@vejle.example',
  phone: '20112233',
  teamId: null,
  deputyId: null,
  contactHours: { weekdays: [1, 2], from: '08:00', to: '15:00' },
};

describe('somebody whose access is closed', () => {
  it('is out at once, in every browser and with every key, and for good', async () => {
    const made = await api('/staff', 'POST', sofie);
    expect(made.status).toBe(201);
    const id = String(made.json.id);
    const browsers = [await sessionOf(id), await sessionOf(id)];
    for (const one of browsers) expect((await pageAs(one, '/kommune/mere')).status).toBe(200);
    const { json } = await api('/api-keys', 'POST', { name: 'Robot', role: 'consultant', staffId: id });
    const key = String(json.key);
    expect((await withKey(key, '/me')).status).toBe(200);

    const closed = await api(`/staff/${id}/disable`, 'POST', {
      takerId: null,
      reason: 'resigned',
      note: null,
    });
    expect([closed.status, closed.json.active]).toEqual([200, false]);
    for (const one of browsers) {
      const answer = await pageAs(one, '/kommune/mere');
      expect([answer.status, answer.headers.get('location')]).toEqual([
        303,
        '/log-ind?til=%2Fkommune%2Fmere',
      ]);
    }
    const [listed] = (await api('/api-keys')).json.items as { name: string; revokedAt: string | null }[];
    expect(listed).toMatchObject({ name: 'Robot', revokedAt: expect.any(String) });

    expect((await api(`/staff/${id}/enable`, 'POST')).json.active).toBe(true);
    for (const one of browsers) expect((await pageAs(one, '/kommune/mere')).status).toBe(303);
    // A key that was good a moment ago may be trusted for three seconds by the process that asked.
    await new Promise((resolve) => setTimeout(resolve, 3_100));
    expect((await withKey(key, '/me')).status).toBe(401);
    expect((await pageAs(await sessionOf(id), '/kommune/mere')).status).toBe(200);
  }, 30_000);

  it('must hand over first, to somebody who can take over, and is never the leader who asks', async () => {
    const id = String((await api('/staff', 'POST', { ...sofie, email: null, name: 'Nabil Aziz' })).json.id);
    await scene.citizen({ brokerId: id }, scene.running.keys.leader);
    const refused = await api(`/staff/${id}/disable`, 'POST', { takerId: null, reason: 'leave', note: null });
    expect([refused.status, refused.json.code]).toEqual([409, 'staff.must-hand-over']);
    const file = await api(`/staff/${id}`);
    expect(file.json.citizens).toBe(1);
    const page = await pageAs(leader, `/kommune/brugere/${id}/luk`, { hvorfor: 'leave' });
    expect(page.status).toBe(409);
    expect(await page.text()).toContain('Vælg, hvem der tager over');
    const takers = file.json.takers as { id: string }[];
    const done = await pageAs(leader, `/kommune/brugere/${id}/luk`, {
      hvorfor: 'leave',
      overtager: takers[0]!.id,
    });
    expect([done.status, done.headers.get('location')]).toEqual([303, '/kommune/brugere?besked=lukket']);
    const self = await api(`/staff/${birgitte}/disable`, 'POST', {
      takerId: null,
      reason: 'other',
      note: null,
    });
    expect([self.status, self.json.code]).toEqual([409, 'staff.not-oneself']);
  });
});

describe('the pages of users', () => {
  it('say what is wrong at its field, and add one however often it is sent', async () => {
    const form = { navn: 'Pia Krogh', rolle: 'consultant', fra: '8', til: '15.30', dage: '1', _once: once() };
    const taken = await pageAs(leader, '/kommune/brugere/ny', { ...form, email: 'birgitte@vejle.example' });
    expect(taken.status).toBe(409);
    expect(await taken.text()).toMatch(/id="felt-email-error"[^]*En kollega har allerede den e-mail/);
    for (let time = 0; time < 2; time++) {
      const added = await pageAs(leader, '/kommune/brugere/ny', form);
      expect([added.status, added.headers.get('location')]).toEqual([
        303,
        '/kommune/brugere?besked=uden-email',
      ]);
    }
    const all = (await api('/staff/everybody')).json.items as { name: string }[];
    expect(all.filter(({ name }) => name === 'Pia Krogh')).toHaveLength(1);
    expect((await pageAs(leader, '/kommune/brugere/0193c000-0000-7000-8000-00000000dead')).status).toBe(404);
  });

  it('do not write over what a colleague has changed meanwhile', async () => {
    const { id } = (await api('/staff', 'POST', { ...sofie, email: null, name: 'Thomas Vad' })).json;
    const path = `/kommune/brugere/${String(id)}`;
    const seen = async (html: string) => /name="set" value="([^"]+)"/.exec(html)![1]!;
    const form = {
      navn: 'Thomas Vad',
      telefon: '20112233',
      rolle: 'consultant',
      fra: '08:00',
      til: '16:00',
      dage: '1',
      set: await seen(await (await pageAs(leader, path)).text()),
    };
    await api(`/staff/${String(id)}`, 'PATCH', { phone: '20998877' });
    const stale = await pageAs(leader, path, { ...form, _once: once() });
    expect(stale.status).toBe(409);
    const html = await stale.text();
    expect(html).toMatch(/id="felt-telefon-error"[^]*Står nu som: 20998877/);
    expect(html).toMatch(/id="felt-til-error"[^]*Står nu som: 15:00/);
    expect(html).not.toContain('id="felt-navn-error"');
    const again = await pageAs(leader, path, { ...form, set: await seen(html), _once: once() });
    expect(again.headers.get('location')).toBe(`${path}?besked=gemt`);
    expect((await api(`/staff/${String(id)}`)).json).toMatchObject({ phone: '+4520112233' });
  });

  it('show what each role may as the routes have it', async () => {
    const html = await (await pageAs(leader, '/kommune/brugere/roller')).text();
    expect(html).toContain('Luk adgangen, og giv borgere og job videre i samme øjeblik');
  });
});

describe('the ladders', () => {
  const fields = async (): Promise<Record<string, string>> => {
    const html = await (await pageAs(leader, '/kommune/trin/not-here')).text();
    const inputs = [...html.matchAll(/<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g)];
    const selects = [...html.matchAll(/<select[^>]*name="([^"]+)"[^>]*>.*?value="([^"]*)" selected/gs)];
    const typed = Object.fromEntries([...inputs, ...selects].map(([, name, value]) => [name!, value!]));
    return { ...typed, ro: '', _csrf: leader.csrf, _once: once() };
  };

  it('are changed without a script: a step more, moved, looked at, and only then saved', async () => {
    const before = (await api('/ladders/not-here')).json.steps as unknown[];
    const more = await pageAs(leader, '/kommune/trin/not-here', { ...(await fields()), goer: 'tilfoej' });
    expect(more.status).toBe(200);
    expect(await more.text()).toContain(`<legend>Trin ${before.length + 1}</legend>`);
    const look = await pageAs(leader, '/kommune/trin/not-here', {
      ...(await fields()),
      'trin.2.efter': '12',
      goer: 'kig',
    });
    expect(await look.text()).toMatch(/kl\.\s8\.12/);
    expect((await api('/ladders/not-here')).json.steps).toEqual(before);
    const saved = await pageAs(leader, '/kommune/trin/not-here', {
      ...(await fields()),
      'trin.2.efter': '12',
      goer: 'gem',
    });
    expect(saved.headers.get('location')).toBe('/kommune/trin/not-here?besked=gemt');
    expect((await api('/ladders/not-here')).json.steps).toMatchObject({ 2: { after: 'PT12M' } });
  });

  it('say which step reaches nobody, and that a colleague was first', async () => {
    const typed = await fields();
    const bad = await pageAs(leader, '/kommune/trin/not-here', {
      ...typed,
      'trin.1.kanal': 'task',
      goer: 'gem',
    });
    expect(bad.status).toBe(422);
    expect(await bad.text()).toMatch(/id="felt-trin-1-kanal-error"/);
    const stale = await pageAs(leader, '/kommune/trin/not-here', { ...typed, udgave: '0', goer: 'gem' });
    expect(stale.status).toBe(409);
    expect(await stale.text()).toContain('En kollega har gemt trinene');
  });

  it('keep every version, and take an earlier one back', async () => {
    const versions = (await api('/ladders/not-here/versions')).json.items as {
      version: number;
      by: string | null;
    }[];
    expect(versions[0]).toMatchObject({ version: 1, by: 'Birgitte Lund' });
    const back = await pageAs(leader, '/kommune/trin/not-here/tilbage', { udgave: '1' });
    expect(back.headers.get('location')).toBe('/kommune/trin/not-here?besked=tilbage');
    const after = (await api('/ladders/not-here/versions')).json.items as unknown[];
    expect(after[0]).toMatchObject({ version: 2, restoredVersion: 1 });
    expect((await api('/ladders/not-here/restore', 'POST', { version: 99 })).status).toBe(404);
  });
});

describe('the texts', () => {
  const path = '/texts/shift-reminder/da/sms';
  const text =
    'Hej {fornavn}. Vi ses {dag} kl. {kl}, {arbejdsplads}. {ring-aftale} RING. {kontakt} {kontakt-telefon}';

  it('are written, looked at, refused by name, and given back', async () => {
    const page = await pageAs(leader, '/kommune/tekster/shift-reminder/da/sms/kig', {
      tekst: 'Hej {fornavn} {cpr}',
    });
    expect(await page.text()).toContain('{cpr}');
    const missing = await api(path, 'PUT', { subject: null, text: 'Hej {fornavn}.' });
    expect([missing.status, missing.json.code]).toEqual([422, 'text.field-missing']);
    // Most people have no ring-aftale: of this one nothing would be left for them.
    const whole = text.replaceAll('. ', ', ').replaceAll('.', ',');
    const nothing = await api(path, 'PUT', { subject: null, text: whole });
    expect([nothing.status, nothing.json.code]).toEqual([422, 'text.nothing-left']);
    const saved = await api(path, 'PUT', { subject: null, text });
    expect(saved.json).toMatchObject({ own: { text }, versions: [{ version: 1, by: 'Birgitte Lund' }] });
    const standard = await api(path, 'PUT', { subject: null, text: null });
    expect(standard.json.own).toBeNull();
    expect((await api('/texts/sign-in-code/da/sms')).status).toBe(404);
  });

  it('are saved once however often the form is sent', async () => {
    const form = { tekst: text, _once: once() };
    for (let time = 0; time < 2; time++)
      expect((await pageAs(leader, '/kommune/tekster/shift-reminder/da/sms', form)).status).toBe(303);
    expect((await api(path)).json.versions).toHaveLength(3);
  });

  it('may say what a no means only when it has been approved', async () => {
    const form = { nejDa: 'Så taler vi om et andet job.', nejEn: 'Then we talk about another job.' };
    const refused = await pageAs(leader, '/kommune/tekster/saetninger', form);
    expect(refused.status).toBe(422);
    const saved = await pageAs(leader, '/kommune/tekster/saetninger', { ...form, godkendt: 'ja' });
    expect(saved.status).toBe(303);
    const { changes } = (await api('/settings')).json as { changes: { field: string; after: string }[] };
    expect(changes).toContainEqual(expect.objectContaining({ field: 'noticeOnNo.da', after: form.nejDa }));
  });
});

describe('the settings', () => {
  it('are changed by a leader, each in its range, and the history says by whom', async () => {
    const bad = await api('/settings', 'PATCH', { caseloadTarget: 60 });
    expect([bad.status, bad.json.code]).toEqual([422, 'settings.limits-crossed']);
    const { json } = await api('/settings', 'PATCH', { caseloadTarget: 30 });
    expect(json).toMatchObject({
      values: { caseloadTarget: 30, caseloadLimit: 50 },
      standard: { caseloadTarget: 35 },
    });
    expect((json.changes as object[])[0]).toMatchObject({
      field: 'caseloadTarget',
      before: '35',
      after: '30',
      by: 'Birgitte Lund',
    });
    expect((await withKey(scene.running.keys.consultant, '/settings')).status).toBe(403);
  });
});

describe('settings that two change at once', () => {
  const form = async (): Promise<Record<string, string>> => {
    const html = await (await pageAs(leader, '/kommune/indstillinger')).text();
    const inputs = [...html.matchAll(/<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g)];
    const typed = Object.fromEntries(inputs.map(([, name, value]) => [name!, value!]));
    return { ...typed, _csrf: leader.csrf, _once: once() };
  };
  const save = (typed: Record<string, string>) => pageAs(leader, '/kommune/indstillinger', typed);
  const values = async () => (await api('/settings')).json.values as Record<string, number>;

  it('keep both, and where both have changed the same one somebody decides', async () => {
    const opened = await form();
    expect((await api('/settings', 'PATCH', { caseloadTarget: 28, planWeeksAhead: 5 })).status).toBe(200);
    expect((await save({ ...opened, spreadMostLists: '7' })).status).toBe(303);
    expect(await values()).toMatchObject({ caseloadTarget: 28, planWeeksAhead: 5, spreadMostLists: 7 });

    const refused = await save({ ...opened, caseloadTarget: '40', _once: once() });
    expect(refused.status).toBe(409);
    const html = await refused.text();
    expect(html).toMatch(
      /id="felt-caseloadTarget-error"[^]*Birgitte Lund har ændret det imens. Nu er det 28 borgere/,
    );
    expect(html).toMatch(/name="planWeeksAhead"[^>]*value="5"|value="5"[^>]*name="planWeeksAhead"/);
    const set = /name="set" value="([^"]+)"/.exec(html)![1]!;
    const again = {
      ...opened,
      planWeeksAhead: '5',
      spreadMostLists: '7',
      caseloadTarget: '40',
      set,
      _once: once(),
    };
    expect((await save(again)).status).toBe(303);
    expect(await values()).toMatchObject({ caseloadTarget: 40, planWeeksAhead: 5, spreadMostLists: 7 });
  });

  it('lose none of twenty that are saved in the same moment', async () => {
    const changes = Array.from({ length: 10 }, (_, n) => [
      api('/settings', 'PATCH', { rankingKeptDays: 100 + n }),
      api('/settings', 'PATCH', { planWeeksAhead: 10 + n }),
    ]).flat();
    expect((await Promise.all(changes)).map(({ status }) => status)).toEqual(Array(20).fill(200));
    const { values: after, changes: noted } = (await api('/settings')).json as {
      values: Record<string, number>;
      changes: { field: string; after: string }[];
    };
    for (const field of ['rankingKeptDays', 'planWeeksAhead'])
      expect(noted.find((one) => one.field === field)!.after).toBe(String(after[field]));
  });
});
