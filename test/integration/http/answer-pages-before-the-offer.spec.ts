import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ChangeCitizen, PauseSmallJob, RejectMatch, WithdrawMatch } from '#use-cases';
import { signInAs } from '../../support/sign-in.js';
import { servePages, type ServedPages } from '../../browser/support/served-pages.js';

let pages: ServedPages;
beforeAll(async () => {
  pages = await servePages();
});
afterAll(() => pages.stop());

async function matchRow(id: string): Promise<Record<string, unknown>> {
  const [row] = await pages.scene.sql(
    'SELECT state, start, interest, reject_reason FROM matches WHERE id = $1',
    [id],
  );
  return row!;
}
const count = async (table: string, matchId: string, more = ''): Promise<number> =>
  Number(
    (await pages.scene.sql(`SELECT count(*) FROM ${table} WHERE match_id = $1 ${more}`, [matchId]))[0]![
      'count'
    ],
  );
/** What a reader sees, without what differs from person to person. */
const withoutNames = (html: string): string => html.replace(/\p{Lu}\p{L}+ \d{3}\b/gu, 'NN');

describe('the question whether the company may hear', () => {
  it('is opened without changing anything, and shows the card that a yes gives', async () => {
    const { token, match } = await pages.scene.asked();
    const before = await pages.scene.rows();
    const { heading, html } = await pages.get(`/o/${token}`);
    await pages.get(`/o/${token}`, { method: 'HEAD' });
    expect(await pages.scene.rows()).toBe(before);
    expect(heading).toBe('Må Mette fortælle firmaet om dig?');
    const card = cardOf(html);
    expect(card).toContain(match.pseudonym);
    // Needs are no part of a yes by link: only a talk adds them.
    expect(card).not.toContain('Har brug for');

    expect((await pages.post(`/o/${token}`, { answer: 'yes' })).status).toBe(303);
    expect(await matchRow(match.id)).toMatchObject({ state: 'proposed', interest: { how: 'link' } });
    const company = await pages.get(`/e/${await pages.scene.companyToken(match.id)}`);
    expect(cardOf(company.html)).toBe(card);
  });

  it('takes a no, and the company never hears', async () => {
    const { token, match } = await pages.scene.asked();
    await pages.post(`/o/${token}`, { answer: 'no' });
    expect(await matchRow(match.id)).toMatchObject({ state: 'withdrawn', interest: null });
    expect((await pages.get(`/o/${token}`)).heading).toBe('Tak. Firmaet hører ikke om dig.');
    expect((await pages.post(`/o/${token}`, { answer: 'yes' })).status).toBe(303);
    expect((await matchRow(match.id))['state']).toBe('withdrawn');
  });

  it('takes a wish for a call, once, and goes on waiting', async () => {
    const { token, match } = await pages.scene.asked();
    await Promise.all(Array.from({ length: 5 }, () => pages.post(`/o/${token}`, { answer: 'call' })));
    expect(await count('tasks', match.id, `AND kind = 'call-citizen'`)).toBe(1);
    const { heading, html } = await pages.get(`/o/${token}`);
    expect(heading).toBe('Mette ringer til dig.');
    expect(html).toContain('Ja, det er i orden');
    expect((await matchRow(match.id))['state']).toBe('asking');
  });

  it('never tells that a company said no: that is for a person to do', async () => {
    const [thinks, refuses] = [await pages.scene.asked(), await pages.scene.asked()];
    for (const { token } of [thinks, refuses]) await pages.post(`/o/${token}`, { answer: 'yes' });
    await pages.scene.make(RejectMatch).execute(refuses.match.id, 'other', pages.scene.consultant);
    const [still, rejected] = [await pages.get(`/o/${thinks.token}`), await pages.get(`/o/${refuses.token}`)];
    expect(withoutNames(rejected.html)).toBe(withoutNames(still.html));
  });
});

describe('the question on a phone that others read too', () => {
  const shared = async () => {
    const parts = await pages.scene.asked();
    await pages.scene.sql('UPDATE citizens SET shared_phone = true WHERE id = $1', [parts.citizen.id]);
    return parts;
  };

  it('names neither job nor place nor card: a contact, a call and the place for a code', async () => {
    const { token, match } = await shared();
    const { html, heading } = await pages.get(`/o/${token}`);
    expect(heading).toBe('Mette har et job, som måske er noget for dig.');
    expect(html).not.toMatch(
      new RegExp(`${match.pseudonym}|kasser|Vejle C|Det vil firmaet se|class="facts"`),
    );
    expect(html.match(/name="answer" value="(\w+)"/g)).toEqual(['name="answer" value="call"']);
    expect(html).toContain('tel:+4520123456');
    expect(html).toContain(`/log-ind?til&#x3D;${encodeURIComponent(`/o/${token}`)}`);
  });

  it.each(['yes', 'no', 'visit'])('takes no %s, and a wish for a call', async (answer) => {
    const { token, match } = await shared();
    const before = await matchRow(match.id);
    const { status } = await pages.post(`/o/${token}`, { answer });
    expect(status).toBe(answer === 'visit' ? 303 : 409);
    expect(await matchRow(match.id)).toEqual(before);
    expect(before).toMatchObject({ state: 'asking', interest: null });
    await pages.post(`/o/${token}`, { answer: 'call' });
    expect(await count('tasks', match.id, `AND kind = 'call-citizen'`)).toBe(1);
  });

  it('shows all to the citizen who has signed in, and takes the answer', async () => {
    const { token, match, citizen } = await shared();
    const { municipalityId } = citizen;
    const { cookie } = await signInAs(pages.app, { kind: 'citizen', municipalityId, citizenId: citizen.id });
    const { html } = await pages.get(`/o/${token}`, { headers: { cookie } });
    expect(html).toContain(match.pseudonym);
    const body = new URLSearchParams({ answer: 'yes' });
    await pages.get(`/o/${token}`, { method: 'POST', headers: { cookie }, body });
    expect((await matchRow(match.id))['state']).toBe('proposed');
  });
});

describe('a proposal', () => {
  it('is opened without changing anything, but that it was shown stands in the access log', async () => {
    const { token, citizen } = await pages.scene.proposed();
    const before = await pages.scene.rows();
    const { html, heading } = await pages.get(`/e/${token}`);
    expect(await pages.scene.rows()).toBe(before);
    expect(heading).toBe('Vil I møde en person til jobbet?');
    expect(html).toContain('en fast makker');
    expect(html).not.toMatch(/Jonas|Hansen|\+?453\d{7}|Skovgade/);
    const logged = await pages.scene.sql('SELECT who FROM access_log WHERE $1 = ANY(citizen_ids)', [
      citizen.id,
    ]);
    expect(logged).toEqual([{ who: 'Frugtlageret' }]);
  });

  it('is confirmed once, however many press at once', async () => {
    const { token, match } = await pages.scene.proposed();
    const yes = { answer: 'yes', start: 'meet' };
    const posted = await Promise.all(Array.from({ length: 20 }, () => pages.post(`/e/${token}`, yes)));
    expect(new Set(posted.map(({ status }) => status))).toEqual(new Set([303]));
    expect(posted[0]!.headers.get('location')).toBe(`/e/${token}`);
    expect(await count('offers', match.id)).toBe(1);
    expect((await pages.get(`/e/${token}`)).heading).toBe('Tak. I har sagt ja.');
  });

  it('is refused with a reason from the closed list', async () => {
    const { token, match } = await pages.scene.proposed();
    await pages.post(`/e/${token}`, { answer: 'no', reason: 'not-now' });
    expect(await matchRow(match.id)).toMatchObject({ state: 'rejected', reject_reason: 'not-now' });
    const { heading, html } = await pages.get(`/e/${token}`);
    expect(heading).toBe('Tak for jeres svar. I har sagt nej.');
    expect(html).not.toContain('class="card"');
  });

  it('that is withdrawn shows the person no more, from the very next request', async () => {
    const { token, match } = await pages.scene.proposed();
    expect((await pages.get(`/e/${token}`)).html).toContain(match.pseudonym);
    await pages.scene.make(WithdrawMatch).execute(match.id, pages.scene.consultant);
    const { heading, html } = await pages.get(`/e/${token}`);
    expect(heading).toBe('Forslaget er trukket tilbage.');
    expect(html).not.toMatch(new RegExp(`${match.pseudonym}|Har brug for|<button`));
    expect((await pages.post(`/e/${token}`, { answer: 'yes' })).status).toBe(303);
    expect((await matchRow(match.id))['state']).toBe('withdrawn');
  });

  it.each([
    [
      'the job is paused',
      (id: string) => pages.scene.make(PauseSmallJob).execute(id, pages.scene.consultant),
    ],
    [
      'the person no longer fits',
      (_: string, citizenId: string) =>
        pages.scene
          .make(ChangeCitizen)
          .execute(citizenId, { hours: { min: 1, max: 2, wish: 2 } }, pages.scene.consultant),
    ],
  ])('cannot be confirmed when %s: nothing is kept, and the page says whom to call', async (_, happens) => {
    const { token, match, smallJob, citizen } = await pages.scene.proposed();
    await happens(smallJob.id, citizen.id);
    const before = await pages.scene.rows();
    const refused = await pages.post(`/e/${token}`, { answer: 'yes' });
    expect([refused.status, refused.heading]).toEqual([409, 'Svaret blev ikke gemt.']);
    expect(refused.html).toContain('Ring til Mette, så finder vi ud af det sammen.');
    expect(refused.html).toContain('tel:+4520123456');
    expect(await pages.scene.rows()).toBe(before);
    expect((await matchRow(match.id))['state']).toBe('proposed');
  });
});

it('a link opens only at its own address', async () => {
  const citizens = await pages.scene.offered();
  const companys = await pages.scene.proposed();
  for (const path of [`/e/${citizens.token}`, `/o/${companys.token}`]) {
    expect((await pages.get(path)).status).toBe(404);
  }
});

const cardOf = (html: string): string => /<div class="card".*?<\/div>/s.exec(html)?.[0] ?? '';
