import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SmallJob } from '#domain';
import { aCitizen } from '../../builders/citizen.js';
import { aSmallJob, weekly, type SmallJobOverrides } from '../../builders/small-job.js';
import { formsIn } from '../../browser/support/forms-in.js';
import { formOf, PlainBrowser, type PlainPage } from '../../support/plain-browser.js';
import { Scene } from './agreements-scene.js';

let scene: Scene;
let mette: PlainBrowser;
beforeAll(async () => {
  scene = await Scene.start();
  const url = (await scene.app.getUrl()).replace(/\/$/, '');
  const account = { kind: 'staff', municipalityId: scene.municipalityId, staffId: scene.mette.id } as const;
  mette = await PlainBrowser.of(scene.app, url, account);
});
afterAll(() => scene.stop());

/** As another system may have posted it: two shifts on a Monday, and what no list of a form has. */
const odd: SmallJobOverrides = {
  weeklyShifts: [...weekly([1, 3], '08:00', '10:00', 20), ...weekly([1], '14:00', '16:00')],
  startFlexibilityMinutes: 45,
  roomToGrowHours: 18,
  certificates: ['crane'],
  accommodationsOffered: ['own-desk'],
  demands: { liftKg: 7.5, other: ['in-the-rain'] },
};
const jobOf = async (id: string): Promise<SmallJob> =>
  (await scene.within((unit) => unit.smallJobs.find(id)))!;
const change = (id: string): Promise<PlainPage> => mette.open(`/kommune/job/${id}/ret`);

/** Sends the form of a page as a browser does, with these fields typed over. */
async function save(page: PlainPage, typed: Record<string, string>): Promise<PlainPage> {
  const form = formsIn(page.html, page.path).find(({ action }) => action.endsWith('/ret'))!;
  const words = /<textarea[^>]*name="description"[^>]*>\s*([^<]*)</.exec(page.html)![1]!;
  const fields = form.fields.map(({ name, value }): [string, string] => [
    name,
    name === 'description' ? words : value,
  ]);
  const body = new URLSearchParams(fields.filter(([name]) => !(name in typed)));
  for (const [name, value] of Object.entries(typed)) body.append(name, value);
  return mette.open(form.action, { method: 'POST', body });
}

describe('a job that is corrected', () => {
  it('keeps everything that nobody touched, also what no field can say, while somebody has a promise', async () => {
    const { smallJobId } = await scene.acceptedOffer({ smallJob: odd });
    const before = await jobOf(smallJobId);
    const page = await change(smallJobId);
    expect(page.text).toContain('Mandag igen fra');
    const saved = await save(page, { title: 'Kasser og pap' });
    expect(saved.text).toContain('Jobbet er rettet.');
    expect(await jobOf(smallJobId)).toEqual({ ...before, title: 'Kasser og pap' });
  });

  it('keeps what a colleague has saved since the page was opened', async () => {
    const { smallJobId } = await scene.signedAgreement({ smallJob: odd });
    const page = await change(smallJobId);
    await scene.within(async (unit) => {
      const job = (await unit.smallJobs.find(smallJobId))!;
      await unit.smallJobs.update({ ...job, hourlyWageOre: 17_100, demands: { ...job.demands, noise: 2 } });
    });
    await save(page, { title: 'Kun pap', lift: '5' });
    expect(await jobOf(smallJobId)).toMatchObject({
      title: 'Kun pap',
      hourlyWageOre: 17_100,
      demands: { liftKg: 5, noise: 2, other: ['in-the-rain'] },
    });
  });

  it('can have a second shift on a day, whose half is asked for', async () => {
    const { smallJobId } = await scene.signedAgreement();
    const half = await save(await change(smallJobId), { start3_2: '13:00' });
    expect([half.status, half.text]).toEqual([422, expect.stringContaining('Udfyld »Onsdag igen til«.')]);
    await save(half, { start3_2: '13:00', end3_2: '14:30' });
    const { weeklyShifts } = await jobOf(smallJobId);
    expect(weeklyShifts.filter(({ weekday }) => weekday === 3)).toEqual([
      { weekday: 3, start: '08:00', end: '12:00', breakMinutes: 0 },
      { weekday: 3, start: '13:00', end: '14:30', breakMinutes: 0 },
    ]);
    await save(await change(smallJobId), { start3_2: '', end3_2: '' });
    expect((await jobOf(smallJobId)).weeklyShifts).toHaveLength(3);
  });

  it('is no other job than the one somebody has said yes to, until an agreement is written', async () => {
    const { smallJobId } = await scene.acceptedOffer();
    const { status, text } = await save(await change(smallJobId), { wage: '150' });
    expect([status, text]).toEqual([409, expect.stringContaining('har fået et tilbud eller har sagt ja')]);
    const agreed = await scene.signedAgreement();
    const saved = await save(await change(agreed.smallJobId), { wage: '171' });
    expect(saved.text).toContain('Jobbet er rettet.');
    expect((await jobOf(agreed.smallJobId)).hourlyWageOre).toBe(17_100);
  });

  it('answers in words when the hidden field is not what a page sent', async () => {
    const { smallJobId } = await scene.signedAgreement();
    for (const vist of ['{"title": 5, "days": [1]}', '[[]]', 'null', '{']) {
      const saved = await save(await change(smallJobId), { vist, title: `Kasser ${vist.length}` });
      expect(saved.text).toContain('Jobbet er rettet.');
    }
  });
});

it('a draft whose first day has passed is not published before it has another one', async () => {
  const draft = aSmallJob({
    id: '0193d000-0000-7000-8000-00000000d1af',
    municipalityId: scene.municipalityId,
    companyId: scene.company.id,
    status: 'draft',
    startDate: '2026-01-05',
  });
  await scene.within(async (unit) => {
    const now = await unit.now();
    await unit.smallJobs.insert(draft);
    const contact = { smallJobId: draft.id, staffId: scene.mette.id, startedAt: now, endedAt: null };
    const { municipalityId } = scene;
    await unit.contacts.insert({ id: draft.id, municipalityId, ...contact, reason: 'first', note: null });
  });
  const page = await mette.open(`/kommune/job/${draft.id}`);
  const refused = await mette.press(page, '/slaa-op');
  expect([refused.status, refused.text]).toEqual([
    422,
    expect.stringContaining('Den første dag er passeret.'),
  ]);
  expect((await jobOf(draft.id)).status).toBe('draft');
});

describe('the ranking', () => {
  it('stays as it was chosen while somebody is looked up by name', async () => {
    const { smallJobId } = await scene.signedAgreement({ smallJob: { status: 'open', positions: 2 } });
    const page = await mette.open(`/kommune/job/${smallJobId}/rangliste?vis=kommunen&raekkefoelge=fordelt`);
    const form = formOf(page, '/ikke-lige-nu#ikke-lige-nu');
    const found = await mette.send(form, 'Søg', { navn: 'Jonas' });
    expect(found.status).toBe(200);
    const current = [...found.html.matchAll(/<a href="[^"]*" aria-current="true">([^<]*)/g)].map(([, text]) =>
      text!.trim(),
    );
    expect(current).toEqual(expect.arrayContaining(['Kommunen', 'Fordelt, så flere kommer i spil']));
  });

  it('leads from two who are compared to a proposal', async () => {
    const { smallJobId } = await scene.signedAgreement({ smallJob: { status: 'open', positions: 2 } });
    const [one, other] = ['1', '2'].map((last) =>
      aCitizen({
        id: `0193d000-0000-7000-8000-00000000c0a${last}`,
        municipalityId: scene.municipalityId,
        brokerId: scene.mette.id,
      }),
    );
    await scene.within((unit) => unit.citizens.insertMany([one!, other!]));
    const address = `/kommune/job/${smallJobId}/sammenlign?a=${one!.id}&b=${other!.id}`;
    const { html } = await mette.open(address);
    for (const { id } of [one!, other!]) expect(html).toContain(`/kommune/job/${smallJobId}/foreslaa/${id}`);
  });

  it('says that the job is out when it was just published', async () => {
    const { smallJobId } = await scene.signedAgreement({ smallJob: { status: 'open', positions: 2 } });
    const page = await mette.open(`/kommune/job/${smallJobId}/rangliste?besked=opslaaet`);
    expect(page.text).toContain('Jobbet er slået op.');
  });
});

it('more than can be asked at once is said on the page, and nobody is chosen', async () => {
  const pairs = Array.from({ length: 51 }, (_, at) => {
    const id = (of: string) => `0193d000-0000-7000-${of}000-${String(at).padStart(12, '0')}`;
    return `par=${id('8')}_${id('9')}`;
  });
  const { status, text } = await mette.open(`/kommune/forslag/flere/se?${pairs.join('&')}`);
  expect([status, text]).toEqual([422, expect.stringContaining('Du har valgt 51. Vælg højst 50 ad gangen.')]);
});
