import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mette, vejle } from '../../browser/support/demo-people.js';
import { servePages, type ServedPages } from '../../browser/support/served-pages.js';
import { signInAs, type SignedIn } from '../../support/sign-in.js';

let pages: ServedPages;
let citizen: SignedIn;
let consultant: SignedIn;

/** The rates of 2026 come with the product; the job begins then, whatever today is. */
const smallJob = { startDate: '2026-12-07' };
const benefit = { rate: 'forhoejet', benefitBeforeOre: 1_334_500, churchMember: true } as const;
const fields = { rate: 'grundsats', hours: '10', wage: '160', municipality: '0630', on: '2026-12-07' };

beforeAll(async () => {
  pages = await servePages();
  const offered = await pages.scene.offered({ citizen: { benefit }, smallJob });
  const at = { municipalityId: vejle.id };
  citizen = await signInAs(pages.app, { kind: 'citizen', ...at, citizenId: offered.citizen.id });
  consultant = await signInAs(pages.app, { kind: 'staff', ...at, staffId: mette.id });
});
afterAll(() => pages.stop());

const as = ({ cookie }: SignedIn): RequestInit => ({ headers: { cookie } });

describe('money of a citizen who is signed in', () => {
  it('has the job that was offered and the own figures in it', async () => {
    const { status, html } = await pages.get('/min-side/penge', as(citizen));
    expect(status).toBe(200);
    expect(html).toMatch(/<p class="money-sum">ca\. [23]\.\d00 kr\.<\/p>/);
    expect(html).toContain('Jobbet: Fjerne tomme kasser på frugtlageret');
    expect(html).toMatch(/name="church" value="ja" checked/);
  });

  it('is computed anew, with the token of the session and not without', async () => {
    const send = (more: Record<string, string>) =>
      pages.get('/min-side/penge', {
        method: 'POST',
        body: new URLSearchParams({ ...fields, ...more }),
        headers: { cookie: citizen.cookie },
      });
    const { status, html } = await send({ _csrf: citizen.csrf });
    expect([status, /money-sum/.test(html)]).toEqual([200, true]);
    expect((await send({})).status).toBe(403);
  });

  it('is nobody else’s', async () => {
    expect((await pages.get('/min-side/penge')).headers.get('location')).toBe(
      '/log-ind?til=%2Fmin-side%2Fpenge',
    );
    expect((await pages.get('/min-side/penge', as(consultant))).status).toBe(403);
  });
});

describe('the public calculator', () => {
  it('answers whoever asks, also somebody who is signed in', async () => {
    const post = (more: Record<string, string> = {}, init: RequestInit = {}) =>
      pages.get('/beregn', { method: 'POST', body: new URLSearchParams({ ...fields, ...more }), ...init });
    expect((await post()).html).toContain('class="money-sum"');
    const { csrf: _csrf } = consultant;
    expect((await post({ _csrf }, as(consultant))).html).toContain('class="money-sum"');
    expect((await post({ hours: '40' })).status).toBe(422);
  });

  it('keeps no figure in an address or in the log', async () => {
    await pages.post('/beregn', { ...fields, benefit: '7777' });
    await pages.post('/beregn/svar', { ...fields, benefit: '7777' });
    expect(pages.log.join('\n')).not.toContain('7777');
  });

  it('says one sentence beside the form, and nothing while something is missing', async () => {
    const said = async (more: Record<string, string>) =>
      (await pages.post('/beregn/svar', { ...fields, ...more })).html;
    expect(await said({})).toMatch(
      /^<p class="money-live">Med de tal får du ca\. \d\.\d00 kr\. mere om måneden\.<\/p>$/,
    );
    const missing: Record<string, string>[] = [
      { hours: '' },
      { wage: 'x' },
      { rate: 'hjemmeboende' },
      { on: '2031-01-01' },
    ];
    for (const more of missing) expect(await said(more)).toBe('');
  });

  it('says when the rates of a day are not there', async () => {
    const { status, html } = await pages.post('/beregn', { ...fields, on: '2031-01-01' });
    expect([status, html.includes('Vi har ikke alle satser for den dag.')]).toEqual([422, true]);
  });

  it('speaks English to whoever chose it', async () => {
    const { html } = await pages.get('/beregn?sprog=en');
    expect(html).toContain('What does a job give?');
    expect(html).not.toContain('Hvad giver et job?');
  });
});

describe('money of an offer', () => {
  it('is found by the link of the offer only', async () => {
    const { token } = await pages.scene.asked();
    expect((await pages.get(`/o/${token}/penge`)).status).toBe(404);
    expect((await pages.get('/o/Zk3vQ0tPq8mYw1sXn5bR2g/penge')).status).toBe(404);
    expect((await pages.get('/o/findes-ikke/penge')).status).toBe(404);
  });
});
