import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor, Match } from '#domain';
import { AnswerOffer, ProposeMatch, TellCompany } from '#use-cases';
import { aCitizen, type CitizenOverrides } from '../../builders/citizen.js';
import { aSmallJob } from '../../builders/small-job.js';
import { formOf, PlainBrowser } from '../../support/plain-browser.js';
import { Scene } from './agreements-scene.js';

let scene: Scene;
let ali: PlainBrowser;
let fatma: PlainBrowser;
let bo: PlainBrowser;
let mette: Actor & { staffId: string };
beforeAll(async () => {
  scene = await Scene.start();
  mette = {
    role: 'consultant',
    municipalityId: scene.municipalityId,
    staffId: scene.mette.id,
    name: 'Mette Holm',
    holder: 'test',
  };
  const other = (await scene.within((unit) => unit.companies.first({ name: 'Kaffebaren' })))!;
  ali = await userOf(scene.company.id, 'Ali Demir');
  fatma = await userOf(scene.company.id, 'Fatma Demir');
  bo = await userOf(other.id, 'Bo Kaffe');
});
afterAll(() => scene.stop());

async function userOf(companyId: string, name: string): Promise<PlainBrowser> {
  const userId = scene.newId();
  const { municipalityId } = scene;
  await scene.within(async (unit) =>
    unit.companyUsers.insert({
      id: userId,
      municipalityId,
      companyId,
      name,
      email: `${name.split(' ')[0]!.toLowerCase()}@firma.example`,
      phone: null,
      active: true,
      createdAt: await unit.now(),
      removedAt: null,
    }),
  );
  const url = (await scene.app.getUrl()).replace(/\/$/, '');
  return PlainBrowser.of(scene.app, url, { kind: 'company-user', municipalityId, companyId, userId });
}

/** Somebody is proposed for an open task of the company. */
async function proposed(
  over: CitizenOverrides = {},
  fields = ['goals', 'hours'],
  startWithoutMeeting = false,
): Promise<Match> {
  const { municipalityId } = scene;
  const job = aSmallJob({ id: scene.newId(), municipalityId, companyId: scene.company.id, positions: 2 });
  const citizen = aCitizen({
    id: scene.newId(),
    municipalityId,
    brokerId: scene.mette.id,
    availableFrom: '2026-01-01',
    ...over,
  });
  await scene.within(async (unit) => {
    await unit.citizens.insert(citizen);
    await unit.smallJobs.insert(job);
    await unit.contacts.insert({
      id: scene.newId(),
      municipalityId,
      smallJobId: job.id,
      staffId: scene.mette.id,
      startedAt: await unit.now(),
      endedAt: null,
      reason: 'first',
      note: null,
    });
  });
  const at = (await scene.within((unit) => unit.now())).toString();
  return scene.make(ProposeMatch).execute(
    {
      smallJobId: job.id,
      citizenId: citizen.id,
      interest: { how: 'phone', at, fields, startWithoutMeeting },
      note: 'NOTE-CANARY',
    },
    mette,
  );
}

const pathOf = ({ id }: Match): string => `/firma/forslag/${id}`;
const stateOf = async ({ id }: Match): Promise<string> =>
  (await scene.within((unit) => unit.matches.find(id)))!.state;

describe('a proposal', () => {
  it('is a card and two or three answers; a yes tells what happens now', async () => {
    const match = await proposed();
    const page = await ali.open(pathOf(match));
    expect(page.heading).toBe('Vil I møde en person?');
    expect(page.text).toContain(match.pseudonym);
    expect(page.text).toContain('Personen har selv ønsket den slags arbejde.');
    expect(page.text).not.toContain('Ja, start uden møde');
    const yes = await ali.press(page, '/ja', 'Ja, vi vil gerne møde personen');
    expect(yes.path).toBe(pathOf(match));
    expect(yes.heading).toBe('Ali har svaret ja.');
    expect(yes.text).toContain('Personen får jobbet tilbudt nu.');
    const again = await ali.press(page, '/ja', 'Ja');
    expect(again.heading).toBe('Ali har svaret ja.');
    const offers = await scene.within((unit) => unit.offers.list({ matchId: match.id }));
    expect(offers).toHaveLength(1);
  });

  it('can begin without a meeting only when the citizen wants that', async () => {
    const match = await proposed({}, ['goals'], true);
    const page = await ali.open(pathOf(match));
    const direct = formOf(page, '/ja', 'Ja, start uden møde');
    await ali.send(direct, 'Ja, start uden møde');
    expect((await scene.within((unit) => unit.matches.find(match.id)))?.start).toBe('direct');
    const shy = await proposed();
    const forced = await ali.send(formOf(await ali.open(pathOf(shy)), '/ja'), 'Ja', { start: 'direct' });
    expect(forced.status).toBe(200);
    expect((await scene.within((unit) => unit.matches.find(shy.id)))?.start).toBe('meet');
  });

  it('needs a reason for a no, and says who tells the person', async () => {
    const match = await proposed();
    const none = await ali.press(await ali.open(pathOf(match)), '/nej', 'Send nej');
    expect(none.status).toBe(422);
    expect(none.html).toMatch(/href="#felt-reason-1"/);
    expect(none.html).toMatch(/<details open>/);
    expect(await stateOf(match)).toBe('proposed');
    const no = await ali.press(none, '/nej', 'Send nej', { reason: 'not-now' });
    expect(no.heading).toBe('Ali har svaret nej.');
    expect(no.text).toContain('Mette fortæller det til personen.');
    const tasks = await scene.within((unit) => unit.tasks.list({ matchId: match.id }));
    expect(tasks.map(({ kind }) => kind)).toEqual(['tell-citizen-no']);
  });

  it('that a colleague has answered says so, whatever is pressed', async () => {
    const match = await proposed();
    const page = await fatma.open(pathOf(match));
    await ali.press(await ali.open(pathOf(match)), '/ja', 'Ja');
    const late = await fatma.press(page, '/nej', 'Send nej', { reason: 'not-now' });
    expect([late.status, late.heading]).toEqual([200, 'Ali har svaret ja.']);
    expect(late.text).toContain('Der var allerede svaret.');
    expect(await stateOf(match)).toBe('confirmed');
    const racers = await proposed();
    const open = await Promise.all([ali.open(pathOf(racers)), fatma.open(pathOf(racers))]);
    const both = await Promise.all([
      ali.press(open[0], '/ja', 'Ja'),
      fatma.press(open[1], '/nej', 'Send nej', { reason: 'other' }),
    ]);
    expect(both.every(({ status }) => status === 200 || status === 409)).toBe(true);
    expect(both.filter(({ heading }) => /^(Ali|Fatma) har svaret/.test(heading))).toHaveLength(2);
  });

  it('that is not possible any more says whom to call, and not why', async () => {
    const match = await proposed({ name: 'Ida Prøvesen' });
    const page = await ali.open(pathOf(match));
    await scene.within(async (unit) => {
      const citizen = (await unit.citizens.lock(match.citizenId))!;
      await unit.citizens.update({ ...citizen, limits: { ...citizen.limits, liftKg: 1 } });
    });
    const refused = await ali.press(page, '/ja', 'Ja');
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Det kan ikke lade sig gøre lige nu. Ring til Mette');
    expect(refused.text).not.toMatch(/løft|kg kan/);
  });

  it('is of its own company', async () => {
    const match = await proposed();
    expect((await bo.open(pathOf(match))).status).toBe(404);
    const form = formOf(await ali.open(pathOf(match)), '/ja');
    const own = formOf(await bo.open('/firma'), '/log-ud').fields;
    expect((await bo.send({ ...form, fields: own }, 'Ja')).status).toBe(404);
    expect(await stateOf(match)).toBe('proposed');
  });
});

/** Seeded marks that no page of a company may show before it may know them. */
const canary: CitizenOverrides = {
  name: 'Kanarie Fuglesang',
  phone: '+4531999888',
  email: 'kanarie@fugl.example',
  address: { street: 'Burvej 7', postcode: '7100', town: 'Vejle' },
  dream: 'DREAM-CANARY',
  needs: ['need-canary'],
  jobGoals: [{ category: 'lager', rank: 1, ownWords: 'WISH-CANARY' }],
  limits: { other: ['limit-canary'] },
};
const marks = [
  'Kanarie',
  'Fuglesang',
  '31999888',
  '31 99 98 88',
  'kanarie@',
  'Burvej',
  'DREAM-CANARY',
  'need-canary',
  'need canary',
  'WISH-CANARY',
  'limit-canary',
  'NOTE-CANARY',
];

describe('what a company sees of a person', () => {
  const pages = (match: Match): string[] => [
    '/firma',
    '/firma/forslag',
    pathOf(match),
    '/firma/uge',
    '/firma/timer',
    '/firma/lukkedage',
    '/firma/brugere',
  ];
  const seen = async (match: Match): Promise<string[]> => {
    const found: string[] = [];
    for (const path of pages(match)) {
      const { html } = await ali.open(path);
      found.push(...marks.filter((mark) => html.includes(mark)).map((mark) => `${path}: ${mark}`));
    }
    return found;
  };

  it('is nothing of a canary before its yes is binding; then name and number, and never more', async () => {
    const match = await proposed(canary, ['goals', 'hours']);
    expect((await ali.open(pathOf(match))).text).toContain('Lager');
    expect(await seen(match)).toEqual([]);
    await ali.press(await ali.open(pathOf(match)), '/ja', 'Ja');
    expect(await seen(match)).toEqual([]);
    const [offer] = await scene.within((unit) => unit.offers.list({ matchId: match.id }));
    await scene.make(AnswerOffer).execute(offer!.id, { answer: 'yes', how: 'phone' }, mette);
    expect(await seen(match)).toEqual([]);
    await scene.make(TellCompany).execute(offer!.id, mette);
    expect((await seen(match)).map((line) => line.split(': ')[1]).sort()).toEqual([
      '31 99 98 88',
      '31999888',
      'Fuglesang',
      'Kanarie',
    ]);
  });

  it('is nothing of somebody who has not been asked', async () => {
    const match = await proposed(canary);
    await scene.within(async (unit) => {
      const row = (await unit.matches.lock(match.id))!;
      await unit.matches.update({ ...row, state: 'asking', interest: null });
    });
    expect((await ali.open(pathOf(match))).status).toBe(404);
    for (const path of ['/firma', '/firma/forslag'])
      expect((await ali.open(path)).html).not.toContain(match.pseudonym);
  });

  it('is logged as shown', async () => {
    const match = await proposed();
    await ali.open(pathOf(match));
    const rows = await scene.within((unit) => unit.accessTo(match.citizenId, 5));
    expect(rows[0]).toMatchObject({ who: 'Ali Demir', companyId: scene.company.id, kind: 'shown' });
  });
});
