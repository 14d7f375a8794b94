import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Alarms, PauseProvider, ProviderPauses, ResumeProvider } from '#use-cases';
import { withClient } from '../../../demo/src/database/index.js';
import { PlainBrowser } from '../../support/plain-browser.js';
import { Scene } from './agreements-scene.js';

const PAGE = '/kommune/drift';

let scene: Scene;
let lene: PlainBrowser;
let mette: PlainBrowser;
beforeAll(async () => {
  scene = await Scene.start();
  [lene, mette] = await Promise.all([browserOf(scene.lene.id), browserOf(scene.mette.id)]);
});
afterAll(() => scene.stop());

async function browserOf(staffId: string): Promise<PlainBrowser> {
  const url = (await scene.app.getUrl()).replace(/\/$/, '');
  const { municipalityId } = scene;
  return PlainBrowser.of(scene.app, url, { kind: 'staff', municipalityId, staffId });
}

/** Work that was given up, in this municipality or another. */
async function givenUp(municipalityId = scene.municipalityId): Promise<string> {
  const id = scene.newId();
  await really(
    `INSERT INTO due_jobs (id, municipality_id, job, subject_id, due_at, attempts, failed_at, last_error)
     VALUES ($1, $2, 'message.deliver', $3, now() - interval '2 hours', 8, now() - interval '1 hour', 'SmtpUnreachable')`,
    [id, municipalityId, scene.newId()],
  );
  return id;
}

const really = (text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
  withClient(
    scene.adminUrl,
    async (client) => (await client.query<Record<string, unknown>>(text, values)).rows,
  );
const jobNow = async (id: string) =>
  (await really('SELECT failed_at, retry_at FROM due_jobs WHERE id = $1', [id]))[0]!;
const replays = (id: string) =>
  really(`SELECT by_staff_id, payload FROM events WHERE type = 'FailedJobReplayed' AND subject_id = $1`, [
    id,
  ]);

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ');

describe('the page of the operations', () => {
  it('is a leader’s, found under Mere, and says in Danish what runs and when it last did', async () => {
    await really(`INSERT INTO scheduled_runs (name, begun_at, finished_at, outcome, done_at)
      VALUES ('sweep', now(), now(), 'done', now()), ('audit', now(), now(), 'done', now() - interval '10 minutes')`);
    expect((await lene.open('/kommune/mere')).html).toContain(PAGE);
    expect((await mette.open('/kommune/mere')).html).not.toContain(PAGE);
    expect((await mette.open(PAGE)).status).toBe(403);
    const { status, heading, ...page } = await lene.open(PAGE);
    const text = inOneLine(page.text);
    expect([status, heading]).toEqual([200, 'Kører det, som det skal?']);
    expect(text).toContain('Noget kører ikke, som det skal.');
    expect(text).toMatch(
      /Ser efter, om noget er gået i stå hvert 30\. sekund for 10 min\. siden Er gået i stå/,
    );
    expect(text).toMatch(
      /Samler op, hvis noget ikke blev gjort til tiden hvert 3\. sekund for \d sekund(?:er)? siden Til tiden/,
    );
    expect(text).toContain('Intet er opgivet.');
  });

  it('shows a provider that is paused, and has no button for it: others send through it too', async () => {
    const pauses = scene.app.get(ProviderPauses);
    await new PauseProvider(pauses).execute('inmobile', 'Anne', 'udfald');
    const { forms, ...page } = await lene.open(PAGE);
    const text = inOneLine(page.text);
    expect(text).toMatch(/inMobile \(SMS\) På pause siden kl\. [\d.]+: udfald/);
    expect(text).toContain('Udbyderne er fælles for alle kommuner i systemet.');
    expect(text).not.toContain('Anne');
    expect(forms.filter(({ action }) => action.includes('drift'))).toEqual([]);
    await new ResumeProvider(pauses).execute('inmobile', 'Anne');
  });

  it('keeps alarms that are over, with their times', async () => {
    const alarms = scene.app.get(Alarms);
    await alarms.begin('sweeper-silent', 300);
    expect((await lene.open(PAGE)).text).toMatch(
      /Det, der samler op, stod stille siden kl\. [\d.]+, og det gør det endnu/,
    );
    await alarms.end();
    expect((await lene.open(PAGE)).text).toMatch(
      /Det, der samler op, stod stille fra (?:i går )?kl\. [\d.]+ til kl\. [\d.]+\./,
    );
  });
});

describe('work that was given up', () => {
  it('is tried again after a page that says what will happen, once, and the record has who did it', async () => {
    const id = await givenUp();
    const list = await lene.open(PAGE);
    expect(list.text).toContain('Sende en besked');
    expect(list.text).toContain('Fejl: SmtpUnreachable');
    expect(list.html).toContain(`${PAGE}/opgaver/${id}`);

    const [asked, elsewhere] = [
      await lene.open(`${PAGE}/opgaver/${id}`),
      await lene.open(`${PAGE}/opgaver/${id}`),
    ];
    expect(asked.heading).toBe('Prøv igen: sende en besked');
    expect(asked.text).toContain('Beskeden bliver sendt, hvis den ikke er sendt og stadig giver mening.');
    expect((await jobNow(id))['failed_at']).not.toBeNull();
    expect(await replays(id)).toEqual([]);

    const done = await lene.press(asked, `/opgaver/${id}`, 'Prøv igen');
    expect([done.path, done.text]).toEqual([
      `${PAGE}?besked=proeves-igen`,
      expect.stringContaining('Intet er opgivet.'),
    ]);
    expect(await jobNow(id)).toEqual({ failed_at: null, retry_at: expect.any(Date) });
    expect(await replays(id)).toEqual([
      { by_staff_id: scene.lene.id, payload: { dueJobId: id, by: 'leader' } },
    ]);

    const twice = await lene.press(asked, `/opgaver/${id}`, 'Prøv igen');
    expect(twice.path).toBe(`${PAGE}?besked=proeves-igen`);
    const late = await lene.press(elsewhere, `/opgaver/${id}`, 'Prøv igen');
    expect(late.path).toBe(`${PAGE}?besked=er-proevet`);
    expect(late.html).toContain('Det er prøvet igen allerede.');
    expect((await lene.open(`${PAGE}/opgaver/${id}`)).path).toBe(`${PAGE}?besked=er-proevet`);
    expect(await replays(id)).toHaveLength(1);
  });

  it('is tried again by a consultant never, and by the leader of another municipality neither', async () => {
    const own = await givenUp();
    const asked = await lene.open(`${PAGE}/opgaver/${own}`);
    expect((await mette.press(asked, `/opgaver/${own}`, 'Prøv igen')).status).toBe(403);
    const [other] = await really('SELECT id FROM municipalities WHERE id <> $1', [scene.municipalityId]);
    const theirs = await givenUp(other!['id'] as string);
    expect((await lene.open(PAGE)).html).not.toContain(theirs);
    expect((await lene.open(`${PAGE}/opgaver/${theirs}`)).path).toBe(`${PAGE}?besked=er-proevet`);
    const form = {
      ...asked.forms.find(({ action }) => action.endsWith(own))!,
      action: `${PAGE}/opgaver/${theirs}`,
    };
    expect((await lene.send(form, 'Prøv igen')).path).toBe(`${PAGE}?besked=er-proevet`);
    expect((await jobNow(theirs))['failed_at']).not.toBeNull();
    expect((await jobNow(own))['failed_at']).not.toBeNull();
  });

  it('is told to a leader’s key as before, and tried again the same way', async () => {
    const id = await givenUp();
    expect((await scene.get('/failed-jobs', 'leader')).json.items.map((one) => one.id)).toContain(id);
    expect((await scene.post(`/failed-jobs/${id}/replay`, undefined, 'leader')).status).toBe(204);
    expect((await scene.post(`/failed-jobs/${id}/replay`, undefined, 'leader')).status).toBe(404);
    expect(await replays(id)).toHaveLength(1);
  });
});
