import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal, type Citizen, type Message } from '#domain';
import { aCitizen } from '../../builders/citizen.js';
import { PlainBrowser } from '../../support/plain-browser.js';
import { Scene } from './agreements-scene.js';

let scene: Scene;
let mette: PlainBrowser;
let lene: PlainBrowser;
let jonas: Citizen;
let stranger: Citizen;
const now = Temporal.Now.instant().round('millisecond');

beforeAll(async () => {
  scene = await Scene.start();
  mette = await staffUser(scene.mette.id);
  lene = await staffUser(scene.lene.id);
  jonas = await citizen('Jonas Beskedsen', '+4529998877', scene.mette.id);
  stranger = await citizen('Fremmed Fremmedsen', '+4529998866', scene.lene.id);
});
afterAll(() => scene.stop());

async function staffUser(staffId: string): Promise<PlainBrowser> {
  const { municipalityId } = scene;
  const url = (await scene.app.getUrl()).replace(/\/$/, '');
  return PlainBrowser.of(scene.app, url, { kind: 'staff', municipalityId, staffId });
}

async function citizen(name: string, phone: string, brokerId: string): Promise<Citizen> {
  const row = aCitizen({ id: scene.newId(), municipalityId: scene.municipalityId, name, phone, brokerId });
  await scene.within((unit) => unit.citizens.insert(row));
  return row;
}

async function message(over: Partial<Message> = {}): Promise<Message> {
  const id = scene.newId();
  const row: Message = {
    id,
    municipalityId: scene.municipalityId,
    template: 'shift-reminder',
    channel: 'sms',
    language: 'da',
    receiver: 'citizen',
    to: '+4529998877',
    data: {
      firstName: 'Jonas',
      contact: 'Mette',
      contactPhone: '20123456',
      day: 'i morgen, fredag',
      time: '8',
      workplace: 'Havnegade 12, Vejle',
      callAgreement: 'Ring kl. 7',
    },
    link: { id: scene.newId(), purpose: 'shift' },
    citizenId: jonas.id,
    companyId: null,
    staffId: null,
    question: null,
    subjectId: null,
    escalationStepId: null,
    dedupeKey: id,
    urgent: false,
    state: 'delivered',
    notBefore: now,
    createdAt: now,
    stateAt: now,
    attempts: 1,
    unasked: 0,
    waitsSince: null,
    claimedAt: null,
    provider: null,
    providerReference: null,
    reason: null,
    ...over,
  };
  await scene.within((unit) => unit.messages.insert(row));
  return row;
}

describe('the list of messages', () => {
  it('begins with what did not arrive, says why, and counts it; what was taken back is no trouble', async () => {
    const lost = await message({ state: 'failed', reason: 'unknown-subscriber' });
    const unsure = await message({ state: 'uncertain', reason: 'worker-died' });
    const taken = await message({ state: 'failed', reason: 'no-longer-relevant' });
    const there = await message();
    const page = await mette.open('/kommune/beskeder');
    expect(page.text).toMatch(/Kom ikke frem 2/);
    expect(page.text).toContain('Nummeret findes ikke');
    for (const { id } of [lost, unsure]) expect(page.html).toContain(id);
    for (const { id } of [taken, there]) expect(page.html).not.toContain(id);
    const all = await mette.open('/kommune/beskeder?vis=alle');
    for (const { id } of [lost, unsure, taken, there]) expect(all.html).toContain(id);
    const shown = [...all.html.matchAll(/id="r-([^"]+)"/g)].map(([, id]) => id);
    expect(shown).toEqual(shown.toSorted().reverse());
  });

  it('is narrowed by citizen, state, way and receiver', async () => {
    const other = await message({ citizenId: stranger.id, to: '+4529998866', channel: 'sms', state: 'sent' });
    const page = await mette.open(`/kommune/beskeder?borger=${stranger.id}`);
    expect(page.html).toContain(other.id);
    expect(page.html.match(/id="r-/g)).toHaveLength(1);
    expect(page.text).toContain('Fremmed Fremmedsen');
    expect((await mette.open(`/kommune/beskeder?borger=${stranger.id}&status=failed`)).text).toContain(
      'Ingen beskeder.',
    );
    const { json } = await scene.get(`/desk/messages?citizenId=${stranger.id}&channel=sms&receiver=citizen`);
    expect(json.items).toEqual([
      expect.objectContaining({ id: other.id, receiverName: 'Fremmed Fremmedsen' }),
    ]);
    const seen = await scene.within((unit) => unit.accessTo(stranger.id, 5));
    expect(seen[0]).toMatchObject({ who: 'Mette Holm', purpose: 'message.list' });
  });
});

describe('the page of a message', () => {
  it('says what it said, without the link that is only for the receiver, and what became of it', async () => {
    const one = await message({ state: 'failed', reason: 'unknown-subscriber', attempts: 3 });
    const page = await mette.open(`/kommune/beskeder/${one.id}`);
    expect(page.heading).toBe('Mind om vagten');
    expect(page.text).toContain('Hej Jonas. Vi ses i morgen, fredag kl. 8 på Havnegade 12');
    expect(page.html).not.toContain(one.link!.id);
    expect(page.html).not.toMatch(/\/o\/|\/v\/|https:\/\/smaajob/);
    expect(page.text).toContain('Nummeret findes ikke');
    expect(page.html).toContain(`href="/kommune/borgere/${jonas.id}"`);
    expect(page.text).toContain('Ret nummer eller adresse');
  });

  it('shows no digits of a code', async () => {
    const code = await message({
      template: 'sign-in-code',
      data: { code: '' },
      link: null,
      subjectId: scene.newId(),
    });
    const page = await mette.open(`/kommune/beskeder/${code.id}`);
    expect(page.text).toContain('Din kode er (koden).');
    const letter = /<blockquote[^>]*>([\s\S]*?)<\/blockquote>/.exec(page.html)?.[1] ?? '';
    expect(letter).not.toMatch(/\d{4,}/);
  });

  it('shows what is stored when the text cannot be written any more', async () => {
    const old = await message({ data: { firstName: 'Jonas', saysOld: 'noget fra før' } });
    const page = await mette.open(`/kommune/beskeder/${old.id}`);
    expect(page.text).toContain('Teksten kan ikke vises mere.');
    expect(page.text).toContain('noget fra før');
  });

  it('tells which shift it is about, and logs who was named in it', async () => {
    const shift = await scene.shift({
      agreement: await scene.signedAgreement({ citizen: { name: 'Nævnt Navnesen' } }),
    });
    const told = await message({
      template: 'arrived-company',
      receiver: 'company',
      citizenId: null,
      companyId: scene.company.id,
      to: '+4575123456',
      data: { contact: 'Mette', contactPhone: '20123456', person: 'Nævnt' },
      link: null,
      subjectId: shift.id,
    });
    const page = await mette.open(`/kommune/beskeder/${told.id}`);
    expect(page.html).toContain(`/kommune/vagter/${shift.id}`);
    const seen = await scene.within((unit) => unit.accessTo(shift.citizenId, 5));
    expect(seen.map(({ purpose }) => purpose)).toContain('message.list');
    expect((await mette.open(`/kommune/beskeder/${scene.newId()}`)).status).toBe(404);
    expect((await scene.get(`/desk/messages/${told.id}`, 'otherMunicipality')).status).toBe(404);
  });
});

describe('SMS that came in', () => {
  const came = (from: string, text: string | null, over: object = {}) =>
    scene.within((unit) =>
      unit.inbound.insert({
        id: scene.newId(),
        municipalityId: scene.municipalityId,
        providerId: scene.newId(),
        from,
        text,
        understoodAs: null,
        subjectId: null,
        at: now,
        ...over,
      }),
    );

  it('show their words to those they concern and to leaders, and for 30 days', async () => {
    await came(jonas.phone!, 'jeg er forsinket fordi bussen', { understoodAs: 'later' });
    await came(stranger.phone!, 'hemmelig kanariefugl');
    await came('+4520202020', 'fra et ukendt nummer');
    await came(jonas.phone!, 'meget gammel', { at: now.subtract({ hours: 24 * 31 }) });
    const page = await mette.open('/kommune/beskeder/ind');
    expect(page.text).toContain('jeg er forsinket fordi bussen');
    expect(page.text).toContain('Kommer senere');
    expect(page.text).toContain('Fremmed Fremmedsen');
    expect(page.text).toContain('Kun for dem, den vedkommer');
    for (const canary of ['kanariefugl', 'meget gammel', '+4520202020', 'fra et ukendt nummer'])
      expect([canary, page.html.includes(canary)]).toEqual([canary, false]);
    expect((await lene.open('/kommune/beskeder/ind')).text).toContain('hemmelig kanariefugl');
    const { json } = await scene.get('/desk/inbound-messages');
    expect(JSON.stringify(json)).not.toContain('kanariefugl');
    expect((await scene.get('/desk/inbound-messages', 'integration')).status).toBe(403);
  });
});
