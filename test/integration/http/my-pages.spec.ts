import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import type { Shift } from '#domain';
import { CompanyShifts, Secrets } from '#use-cases';
import { signInAs, type SignedIn } from '../../support/sign-in.js';
import { Scene } from './agreements-scene.js';
import { VEJLE } from './seed-keys.js';

let scene: Scene;
let url: string;
let shift: Shift;
let other: Shift;
let jonas: SignedIn;
let stranger: SignedIn;

beforeAll(async () => {
  scene = await Scene.start();
  url = (await scene.app.getUrl()).replace(/\/$/, '');
  shift = await scene.shift();
  other = await scene.shift();
  jonas = await asCitizen(shift.citizenId);
  stranger = await asCitizen(other.citizenId);
});
afterAll(() => scene.stop());

const asCitizen = (citizenId: string) =>
  signInAs(scene.app, { kind: 'citizen', municipalityId: VEJLE, citizenId });

/** All that stands in these tables, as the municipality sees it. */
const rowsIn = (tables: string[]): Promise<string> =>
  scene.app.get(DataSource).transaction(async (manager) => {
    await manager.query(`SELECT set_config('app.municipality_id', $1, true)`, [VEJLE]);
    const all: unknown[] = [];
    for (const table of tables) all.push(await manager.query(`SELECT * FROM ${table}`));
    return JSON.stringify(all);
  });

interface Reply {
  status: number;
  headers: Headers;
  text: string;
  json: Record<string, unknown>;
}

async function call(who: SignedIn | null, path: string, init: RequestInit = {}): Promise<Reply> {
  const headers = { ...(who && { cookie: who.cookie }), ...(init.headers as object) };
  const response = await fetch(url + path, { redirect: 'manual', ...init, headers });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
  return {
    status: response.status,
    headers: response.headers,
    text: text.replaceAll('\u00a0', ' '),
    json: (isJson ? JSON.parse(text) : {}) as Record<string, unknown>,
  };
}
const postJson = (who: SignedIn, path: string, body: unknown = {}) =>
  call(who, path, {
    method: 'POST',
    headers: { 'x-csrf-token': who.csrf, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const postForm = (who: SignedIn, path: string, fields: [string, string][]) =>
  call(who, path, { method: 'POST', body: new URLSearchParams([['_csrf', who.csrf], ...fields]) });

const pages = [
  '/min-side',
  '/min-side/vagter',
  '/min-side/timer',
  '/min-side/tilbud',
  '/min-side/kontakt',
  '/min-side/kort',
  '/min-side/om-mig',
  '/min-side/om-mig/forkert',
  '/min-side/kalender',
];
const reads = ['/my', '/my/shifts', '/my/hours', '/my/offers', '/my/cards', '/my/consents', '/my/data'];

describe('my pages', () => {
  it.each(pages)(
    '%s shows itself to its citizen, is kept nowhere, and has no CPR number on it',
    async (path) => {
      const answer = await call(jonas, path);
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
      expect(answer.headers.get('x-robots-tag')).toBe('noindex, nofollow');
      expect(answer.text.match(/<h1/g)).toHaveLength(1);
      expect(answer.text).not.toMatch(/\d{6}-\d{4}|cprSealed/);
    },
  );

  it.each(pages)('%s asks everybody else to sign in', async (path) => {
    const answer = await call(null, path);
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/log-ind?til=${encodeURIComponent(path)}`,
    ]);
  });

  it.each(pages)('%s is not for staff', async (path) => {
    const mette = await signInAs(scene.app, {
      kind: 'staff',
      municipalityId: VEJLE,
      staffId: scene.mette.id,
    });
    expect((await call(mette, path)).status).toBe(403);
  });

  it.each(reads)('GET /api/v1%s answers its citizen, and neither a key nor nobody', async (path) => {
    expect((await call(jonas, `/api/v1${path}`)).status).toBe(200);
    expect((await call(null, `/api/v1${path}`)).status).toBe(401);
    for (const key of ['consultant', 'leader', 'employer', 'integration'] as const) {
      expect((await scene.get(path, key)).status).toBe(403);
    }
  });

  it('every read is written down', async () => {
    const seen = () =>
      scene.within(async (unit) => (await unit.accessTo(shift.citizenId, 500)).map(({ purpose }) => purpose));
    const before = (await seen()).length;
    for (const path of reads) await call(jonas, `/api/v1${path}`);
    expect((await seen()).slice(0, (await seen()).length - before).sort()).toEqual(
      ['my.page', 'my.shifts', 'my.hours', 'my.offers', 'my.cards', 'my.consents', 'my.data'].sort(),
    );
  });
});

describe('another citizen', () => {
  it.each([
    ['GET', () => `/min-side/vagter/${shift.id}`],
    ['GET', () => `/min-side/vagter/${shift.id}/kalender.ics`],
    ['GET', () => `/api/v1/my/shifts/${shift.id}`],
    ['POST', () => `/api/v1/my/shifts/${shift.id}/answer`],
  ] as const)('%s gets 404 for a shift that is not hers', async (method, path) => {
    const answer =
      method === 'GET'
        ? await call(stranger, path())
        : await postJson(stranger, path(), { answer: 'cannot', span: 'unknown' });
    expect(answer.status).toBe(404);
    expect((await scene.within((unit) => unit.shifts.find(shift.id)))?.state).toBe('planned');
  });

  it('gets 404 for a job and an offer that are not hers', async () => {
    const [offer] = await scene.within((unit) => unit.offers.list({ citizenId: shift.citizenId }));
    for (const path of [`/min-side/tilbud/${offer!.id}`, `/min-side/tilbud/${offer!.id}/kalender.ics`]) {
      expect((await call(stranger, path)).status).toBe(404);
    }
    for (const [path, body] of [
      [`/my/offers/${offer!.id}/answer`, { answer: 'no' }],
      [`/my/cards/${offer!.matchId}`, { fields: [] }],
      [`/my/cards/${offer!.matchId}/withdraw`, {}],
    ] as const) {
      expect((await postJson(stranger, `/api/v1${path}`, body)).status).toBe(404);
    }
    expect((await scene.within((unit) => unit.offers.find(offer!.id)))?.state).toBe('accepted');
  });

  it('is in nothing of what is told', async () => {
    const all = await Promise.all(reads.map(async (path) => (await call(jonas, `/api/v1${path}`)).text));
    expect(all.join()).not.toContain(other.citizenId);
    expect(all.join()).not.toContain(other.id);
  });
});

describe('the five buttons', () => {
  it('work without a script: 303 to the page, which says what holds', async () => {
    const path = `/min-side/vagter/${shift.id}`;
    const posted = await postForm(jonas, path, [
      ['answer', 'later'],
      ['minutes', '30'],
    ]);
    expect([posted.status, posted.headers.get('location')]).toEqual([303, path]);
    expect((await call(jonas, path)).text).toContain('Godt, at du kommer. Vi giver besked.');
    await postForm(jonas, path, [['answer', 'here']]);
    expect((await call(jonas, path)).text).toContain('Godt, at du er her.');
    const row = await scene.within((unit) => unit.shifts.find(shift.id));
    expect(row?.evidence.map(({ says }) => says)).toEqual(['later', 'here']);
  });

  it('pressed twice are pressed once', async () => {
    const mine = await scene.shift();
    const me = await asCitizen(mine.citizenId);
    const path = `/min-side/vagter/${mine.id}`;
    const statuses = await Promise.all(
      Array.from({ length: 20 }, async () => (await postForm(me, path, [['answer', 'on-the-way']])).status),
    );
    expect(new Set(statuses)).toEqual(new Set([303]));
    expect((await scene.within((unit) => unit.shifts.find(mine.id)))?.evidence).toHaveLength(1);
  });

  it('that are too late end on the page as it is now', async () => {
    const mine = await scene.shift({ startsIn: -300, lasts: 240 });
    const me = await asCitizen(mine.citizenId);
    const path = `/min-side/vagter/${mine.id}`;
    expect((await postForm(me, path, [['answer', 'here']])).status).toBe(303);
    expect((await call(me, path)).text).toContain('Vagten er slut.');
    expect((await scene.within((unit) => unit.shifts.find(mine.id)))?.state).toBe('planned');
  });

  it('that nobody made are refused in words', async () => {
    const answer = await postForm(jonas, `/min-side/vagter/${shift.id}`, [['answer', 'dance']]);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('<h1');
    const between = await postForm(stranger, `/min-side/vagter/${other.id}`, [
      ['answer', 'later'],
      ['minutes', '45'],
    ]);
    expect(between.status).toBe(400);
    expect((await scene.within((unit) => unit.shifts.find(other.id)))?.evidence).toEqual([]);
    const json = await postJson(jonas, `/api/v1/my/shifts/${shift.id}/answer`, {
      answer: 'later',
      minutes: 7,
    });
    expect(json.status).toBe(400);
  });

  it('need the mark of the form', async () => {
    const answer = await call(jonas, `/min-side/vagter/${shift.id}`, {
      method: 'POST',
      body: new URLSearchParams({ answer: 'here' }),
    });
    expect(answer.status).toBe(403);
  });
});

describe('the link of a shift', () => {
  async function linkTo(mine: Shift, endsIn = 'PT8H'): Promise<string> {
    const id = scene.newId();
    const secrets = scene.app.get(Secrets);
    const token = secrets.linkToken(id);
    await scene.within(async (unit) =>
      unit.enlist({
        kind: 'answer-link',
        key: secrets.tokenHash(token),
        subjectId: mine.id,
        details: { purpose: 'shift' },
        expiresAt: (await unit.now()).add(endsIn),
      }),
    );
    return `/v/${token}`;
  }

  it('shows the shift, and changes nothing by being opened', async () => {
    const mine = await scene.shift();
    const path = await linkTo(mine);
    for (const method of ['GET', 'HEAD']) expect((await call(null, path, { method })).status).toBe(200);
    const page = await call(null, path);
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(page.text).not.toContain('_csrf');
    expect(page.text.match(/value="(here|on-the-way|later|cannot|call)"/g)).toHaveLength(5);
    expect((await scene.within((unit) => unit.shifts.find(mine.id)))?.evidence).toEqual([]);
  });

  it('takes a hundred answers at once as one', async () => {
    const mine = await scene.shift();
    const path = await linkTo(mine);
    const pressed = await Promise.all(
      Array.from({ length: 100 }, () =>
        call(null, path, { method: 'POST', body: new URLSearchParams({ answer: 'later', minutes: '60' }) }),
      ),
    );
    expect(pressed.map(({ status }) => status)).toEqual(Array.from({ length: 100 }, () => 303));
    expect((await scene.within((unit) => unit.shifts.find(mine.id)))?.evidence).toHaveLength(1);
    const told = await scene.within((unit) =>
      unit.messages.count({ subjectId: mine.id, template: 'coming-company' }),
    );
    expect(told).toBe(1);
  });

  it('from cannot to on the way', async () => {
    const mine = await scene.shift();
    const path = await linkTo(mine);
    const press = (fields: Record<string, string>) =>
      call(null, path, { method: 'POST', body: new URLSearchParams(fields) });
    await press({ answer: 'cannot', span: 'today' });
    expect((await call(null, path)).text).toContain('Tak, fordi du siger det.');
    await press({ answer: 'on-the-way' });
    expect((await call(null, path)).text).toContain('Godt, at du kommer.');
    expect((await scene.within((unit) => unit.shifts.find(mine.id)))?.state).toBe('planned');
  });

  it('is over with its day: whom to call, and no button', async () => {
    const path = await linkTo(await scene.shift(), 'PT0S');
    const page = await call(null, path);
    expect([page.status, page.text.match(/Den dag er gået\./g)?.length]).toEqual([200, 1]);
    expect(page.text).not.toContain('name="answer"');
    expect(page.text).toContain('tel:');
    const posted = await call(null, path, { method: 'POST', body: new URLSearchParams({ answer: 'call' }) });
    expect(posted.status).toBe(303);
  });

  it('opens nothing else', async () => {
    const path = await linkTo(await scene.shift());
    const token = path.slice(3);
    for (const elsewhere of [`/o/${token}`, `/e/${token}`, `/o/${token}/penge`, `/kalender/${token}.ics`]) {
      expect([elsewhere, (await call(null, elsewhere)).status]).toEqual([elsewhere, 404]);
    }
    expect((await call(null, '/v/AAAAAAAAAAAAAAAAAAAAAA')).status).toBe(404);
    expect((await call(null, '/v/kort')).status).toBe(404);
  });
});

describe('the calendar', () => {
  const address = (html: string): string =>
    /https:\/\/smaajob\.example(\/kalender\/[\w-]{22}\.ics)/.exec(html)?.[1] ?? '';

  it('is made, read, made anew and closed on a page', async () => {
    const mine = await scene.shift();
    const me = await asCitizen(mine.citizenId);
    expect((await postForm(me, '/min-side/kalender', [])).status).toBe(303);
    const first = address((await call(me, '/min-side/kalender')).text);
    const feed = await call(null, first);
    expect([feed.status, feed.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(feed.text).toContain(`UID:shift-${mine.id}@fodfaeste`);
    expect(feed.text).toContain('SUMMARY:Vagt');
    await postForm(me, '/min-side/kalender', []);
    const second = address((await call(me, '/min-side/kalender')).text);
    expect([(await call(null, first)).status, (await call(null, second)).status]).toEqual([404, 200]);
    await postForm(me, '/min-side/kalender/luk', []);
    expect((await call(null, second)).status).toBe(404);
  });

  it('is there for machines too', async () => {
    const made = await postJson(jonas, '/api/v1/calendar-feed');
    expect(made.status).toBe(201);
    expect((await call(jonas, '/api/v1/calendar-feed')).json).toEqual(made.json);
    expect((await postJson(jonas, '/api/v1/calendar-feed/revoke')).status).toBe(204);
    expect((await call(jonas, '/api/v1/calendar-feed')).json).toEqual({ address: null, createdAt: null });
    expect((await scene.get('/calendar-feed', 'consultant')).status).toBe(403);
    expect((await scene.get('/calendar-feed', 'employer')).status).toBe(200);
  });

  it('is made once by the same wish, and its address is kept in no table', async () => {
    const wish = (key: string) =>
      call(jonas, '/api/v1/calendar-feed', {
        method: 'POST',
        headers: { 'x-csrf-token': jonas.csrf, 'idempotency-key': key },
      });
    const [first, again] = [await wish('my-calendar'), await wish('my-calendar')];
    expect([first.status, again.json]).toEqual([201, first.json]);
    const token = /kalender\/([\w-]{22})\.ics/.exec(String(first.json['address']))![1]!;
    await postJson(jonas, '/api/v1/calendar-feed/revoke');
    const stored = await rowsIn(['calendar_feeds', 'directory', 'idempotency_keys']);
    expect(stored).toContain('"revoked_at":"2');
    expect(stored).not.toContain(token);
    expect((await wish('my-calendar')).json).toEqual({ address: null, createdAt: null });
    const other = await wish('another-calendar');
    expect(other.json['address']).not.toBe(first.json['address']);
    expect((await wish('my-calendar')).json).toEqual(other.json);
  });

  it('of one shift is a file', async () => {
    const file = await call(jonas, `/min-side/vagter/${shift.id}/kalender.ics`);
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="vagt.ics"');
    expect(file.text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  });
});

describe('what is stored', () => {
  it('can be taken home as a file that holds the same', async () => {
    const file = await call(jonas, '/min-side/om-mig/fil');
    expect(file.headers.get('content-disposition')).toContain('attachment');
    const api = await call(jonas, '/api/v1/my/data');
    const { seen: _, ...mine } = file.json;
    const { seen: __, ...same } = api.json;
    expect(mine).toEqual(same);
    expect(file.json['citizen']).toMatchObject({ id: shift.citizenId });
  });

  it('names who has looked', async () => {
    await scene.get(`/citizens/${shift.citizenId}`);
    const page = await call(jonas, '/min-side/om-mig');
    // With her key it may have been a machine, and the list says so.
    expect(page.text).toMatch(/Mette Holm \(nøgle: Mette Holm\)<\/strong>.*så på det, der står om dig/s);
    expect(page.text).not.toMatch(/Mette Holm<\/strong>/);
    const staffId = scene.mette.id;
    const { cookie } = await signInAs(scene.app, { kind: 'staff', municipalityId: VEJLE, staffId });
    await fetch(`${url}/api/v1/citizens/${shift.citizenId}`, { headers: { cookie } });
    const { seen } = (await call(jonas, '/api/v1/my/data')).json as {
      seen: { who: string; apiKey: unknown }[];
    };
    expect(seen.filter(({ who }) => who === 'Mette Holm').map(({ apiKey }) => apiKey)).toEqual([
      null,
      'Mette Holm',
    ]);
  });

  it('names what a company looked at', async () => {
    const ali = {
      role: 'employer',
      municipalityId: VEJLE,
      companyId: scene.company.id,
      name: 'Ali Demir',
      holder: 'ali',
    } as const;
    const days = { from: shift.date, to: shift.date };
    await scene.app.get(CompanyShifts).between(scene.company.id, days, ali);
    const page = await call(jonas, '/min-side/om-mig');
    expect(page.text).toMatch(/Frugtlageret<\/strong>.*så ugens vagter/s);
  });

  it.each([
    ['da', ['trapper', 'arbejde på knæ', 'truckcertifikat', 'en fast makker', 'korte beskeder']],
    ['en', ['stairs', 'work on the knees', 'forklift certificate', 'a fixed buddy', 'short messages']],
  ] as const)('is in words of %s, and never in those of the system', async (language, words) => {
    await scene.within(async (unit) => {
      const row = (await unit.citizens.find(shift.citizenId))!;
      await unit.citizens.update({
        ...row,
        limits: { ...row.limits, other: ['stairs', 'kneeling'] },
        certificates: ['forklift'],
        needs: ['fixed-buddy'],
        danishLevel: 2,
      });
    });
    const page = await call(jonas, `/min-side/om-mig?sprog=${language}`);
    for (const word of words) expect(page.text).toContain(word);
    expect(page.text).not.toMatch(/>(?:kneeling|forklift|fixed-buddy)</);
  });

  it('can be called wrong, once', async () => {
    const wish: [string, string][] = [
      ['about', 'hours'],
      ['words', 'Jeg kan først kl. 9'],
    ];
    const path = '/min-side/om-mig/forkert';
    expect((await postForm(jonas, path, wish)).headers.get('location')).toBe(
      '/min-side/om-mig?besked=rettes',
    );
    await postForm(jonas, path, wish);
    const where = { citizenId: shift.citizenId, kind: 'correct-record' as const };
    expect(await scene.within((unit) => unit.tasks.count(where))).toBe(1);
  });

  it('keeps what was typed when a field is missing', async () => {
    const answer = await postForm(jonas, '/min-side/om-mig/forkert', [['words', 'Ordet fra før']]);
    expect(answer.status).toBe(422);
    expect(answer.text).toMatch(/id="fejl"[\s\S]*Ordet fra før/);
  });
});

describe('how the citizen wants it', () => {
  it('is saved, and shown again', async () => {
    const path = '/min-side/kontakt';
    const saved = await postForm(jonas, path, [
      ['contactLevel', 'close'],
      ['mondayReminder', 'friday'],
      ['language', 'da'],
    ]);
    expect(saved.headers.get('location')).toBe('/min-side/kontakt?besked=gemt');
    const row = await scene.within((unit) => unit.citizens.find(shift.citizenId));
    expect(row).toMatchObject({ contactLevel: 'close', mondayReminder: 'friday' });
    expect((await postForm(jonas, path, [['contactLevel', 'loud']])).status).toBe(422);
  });

  it('messages stop, and begin again', async () => {
    expect((await postForm(jonas, '/min-side/kort/beskeder', [['skriv', 'nej']])).status).toBe(303);
    expect((await scene.within((unit) => unit.citizens.find(shift.citizenId)))?.preferredChannel).toBe(
      'call',
    );
    expect((await call(jonas, '/min-side/kort')).text).toContain('I må gerne skrive til mig igen');
    await postForm(jonas, '/min-side/kort/beskeder', [['skriv', 'ja']]);
    expect((await scene.within((unit) => unit.citizens.find(shift.citizenId)))?.preferredChannel).toBe('sms');
  });
});

describe('coming back', () => {
  it('is the contact’s call', async () => {
    const mine = await scene.shiftOn(3);
    await scene.within(async (unit) => {
      const row = (await unit.shifts.lock(mine.id))!;
      const absence = { cause: 'cannot', by: 'citizen', note: null, at: row.startsAt.toString() } as const;
      await unit.shifts.update({ ...row, state: 'absent-reported', absence });
    });
    const path = `/citizens/${mine.citizenId}/come-back`;
    expect((await scene.post(path, { from: mine.date }, 'employer')).status).toBe(403);
    const back = await scene.post(path, { from: mine.date });
    expect([back.status, back.json.items.length]).toEqual([200, 1]);
    expect((await scene.within((unit) => unit.shifts.find(mine.id)))?.state).toBe('planned');
  });
});
