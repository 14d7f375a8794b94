import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SignJWT } from 'jose';
import { Temporal, type Match, type Offer } from '#domain';
import { ForgetOldTexts, Secrets, type UnitOfWork } from '#use-cases';
import { Scene } from './agreements-scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await Scene.start();
});
afterAll(() => scene.stop());

let phone: string;
let offer: Offer;
let match: Match;
let sent = 0;
let people = 0;

/** Somebody with an open offer who is also asked whether another company may hear. */
beforeEach(async () => {
  phone = `+45222${String(10_000 + ++people)}`;
  const asked = Temporal.Now.instant().subtract({ hours: 1 });
  const expiresAt = asked.add({ hours: 72 });
  const open = {
    state: 'sent',
    answers: [],
    acceptedAt: null,
    bindingAt: null,
    companyToldAt: null,
  } as const;
  offer = await scene.acceptedOffer({
    citizen: { phone, preferredChannel: 'sms', sharedPhone: false, phoneVerifiedAt: null },
    smallJob: { title: 'Tomme kasser', status: 'open' },
    offer: { ...open, answers: [], expiresAt, createdAt: asked, lastSentAt: asked },
  });
  match = await scene.within(async (unit) => {
    const first = (await unit.matches.find(offer.matchId))!;
    const job = (await unit.smallJobs.find(offer.smallJobId))!;
    const other = { ...job, id: scene.newId(), title: 'Kantinen', seatsTaken: 0 };
    const contact = (await unit.contacts.first({ smallJobId: job.id }))!;
    await unit.smallJobs.insert(other);
    await unit.contacts.insert({ ...contact, id: scene.newId(), smallJobId: other.id });
    const second: Match = {
      ...first,
      id: scene.newId(),
      smallJobId: other.id,
      state: 'asking',
      interest: null,
      createdAt: asked.add({ minutes: 5 }),
      decidedAt: null,
    };
    await unit.matches.insert(second);
    await enlist(unit, offer.citizenId);
    return second;
  });
});

const enlist = (unit: UnitOfWork, citizenId: string): Promise<void> =>
  unit.enlist({
    kind: 'phone',
    key: scene.app.get(Secrets).phoneHash(phone),
    subjectId: citizenId,
    details: { who: 'citizen' },
  });

/** As the gateway calls: everything stands in the signature. */
async function arrives(
  message: string,
  { id = `mo-${++sent}`, secret = 's'.repeat(20), at = Temporal.Now.instant(), from = phone } = {},
): Promise<number> {
  const content = {
    id,
    msisdn: Number(from.slice(1)),
    message,
    senttime: Math.floor(at.epochMilliseconds / 1000),
  };
  const signature = await new SignJWT(content)
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(secret));
  const url = `${(await scene.app.getUrl()).replace(/\/$/, '')}/webhooks/sms/inbound`;
  const answer = await fetch(url, { method: 'POST', headers: { 'x-gwapi-signature': signature } });
  await answer.text();
  return answer.status;
}

const states = () =>
  scene.within(async (unit) => [
    (await unit.offers.find(offer.id))!.state,
    (await unit.matches.find(match.id))!.state,
  ]);
const written = async () =>
  (await scene.within((unit) => unit.messages.list({ to: phone }, { order: [{ by: 'id' }] }))).map(
    ({ template }) => template,
  );
const tasks = async () =>
  (
    await scene.within((unit) => unit.tasks.list({ citizenId: offer.citizenId, doneAt: { isNull: true } }))
  ).map(({ kind }) => kind);
const kept = () => scene.within((unit) => unit.inbound.list({ from: phone }, { order: [{ by: 'at' }] }));

describe('a conversation over the signed webhook', () => {
  it('asks which, once, however many words arrive at once; the number settles it', async () => {
    expect(
      await Promise.all([arrives('JA', { id: `same-${people}` }), arrives('JA', { id: `same-${people}` })]),
    ).toEqual([204, 204]);
    expect(await written()).toEqual(['which-question']);
    expect(await states()).toEqual(['sent', 'asking']);
    const id = `one-${people}`;
    const answers = await Promise.all(Array.from({ length: 8 }, () => arrives('1', { id })));
    expect(new Set(answers)).toEqual(new Set([204]));
    expect(await states()).toEqual(['accepted', 'asking']);
    expect((await scene.within((unit) => unit.offers.find(offer.id)))!.answers).toHaveLength(1);
    expect(await written()).toEqual(['which-question', 'offer-receipt']);
    expect(await tasks()).toEqual([]);
    const citizen = await scene.within((unit) => unit.citizens.find(offer.citizenId));
    expect(citizen!.phoneVerifiedAt).not.toBeNull();
  });

  it('two different SMS with the same word at the same moment are asked about once', async () => {
    await Promise.all([arrives('ja'), arrives('Ja tak')]);
    expect((await written()).filter((template) => template === 'which-question')).toHaveLength(1);
    expect(await scene.within((unit) => unit.smsChoices.count({ phone }))).toBe(1);
  });

  it('the later word holds, whichever arrives first', async () => {
    await scene.within((unit) => unit.matches.update({ ...match, state: 'lapsed' }));
    const at = Temporal.Now.instant().subtract({ minutes: 10 });
    await arrives('NEJ', { at: at.add({ minutes: 2 }) });
    await arrives('JA', { at });
    expect((await states())[0]).toBe('declined');
    expect((await kept()).map(({ understoodAs }) => understoodAs)).toEqual(['overtaken', 'no']);
  });

  it('forged content is refused and leaves nothing', async () => {
    expect(await arrives('JA', { secret: 'x'.repeat(20) })).toBe(401);
    expect(await kept()).toEqual([]);
    expect(await states()).toEqual(['sent', 'asking']);
  });

  it('STOP is kept with its time, confirmed once, and START turns it back', async () => {
    await arrives('STOP');
    await arrives('stop');
    const citizen = () => scene.within(async (unit) => (await unit.citizens.find(offer.citizenId))!);
    expect((await citizen()).preferredChannel).toBe('call');
    expect(await written()).toEqual(['sms-stopped']);
    expect(await tasks()).toEqual(['sms-stopped']);
    await arrives('START');
    expect((await citizen()).preferredChannel).toBe('sms');
    expect(await tasks()).toEqual([]);
    const said = await scene.within((unit) =>
      unit.consents.list({ citizenId: offer.citizenId, kind: 'messages' }, { order: [{ by: 'id' }] }),
    );
    expect(said.map(({ action, how }) => [action, how])).toEqual([
      ['withdrawn', 'sms'],
      ['given', 'sms'],
    ]);
  });

  it('a company’s STOP keeps its numbers quiet', async () => {
    const number = (phone = `+45333${String(10_000 + people)}`);
    await scene.within((unit) =>
      unit.enlist({
        kind: 'phone',
        key: scene.app.get(Secrets).phoneHash(number),
        subjectId: scene.company.id,
        details: { who: 'company' },
      }),
    );
    await arrives('STOP', { from: number });
    await arrives('STOP', { from: number });
    expect(await scene.within((unit) => unit.smsStops.count({ phone: number }))).toBe(1);
    expect(await written()).toEqual(['sms-stopped']);
    await arrives('START', { from: number });
    expect(
      await scene.within((unit) => unit.smsStops.count({ phone: number, endedAt: { isNull: true } })),
    ).toBe(0);
  });

  it('a number of two citizens decides nothing', async () => {
    const sister = await scene.within(async (unit) => {
      const jonas = (await unit.citizens.find(offer.citizenId))!;
      const other = { ...jonas, id: scene.newId(), name: 'Ida Prøvesen' };
      await unit.citizens.insert(other);
      await enlist(unit, other.id);
      return other;
    });
    await arrives('ja');
    expect(await states()).toEqual(['sent', 'asking']);
    expect(await tasks()).toEqual(['number-of-several']);
    const hers = await scene.within((unit) =>
      unit.tasks.count({ citizenId: sister.id, kind: 'number-of-several' }),
    );
    expect(hers).toBe(1);
    expect(await written()).toEqual(['person-calls']);
  });

  it('"forkert nummer" shuts the number and its links, and nothing goes back', async () => {
    await arrives('forkert nummer');
    const citizen = await scene.within((unit) => unit.citizens.find(offer.citizenId));
    expect(citizen).toMatchObject({ phone: null, preferredChannel: 'call' });
    expect(await tasks()).toEqual(['correct-number']);
    expect(await written()).toEqual([]);
    await arrives('JA');
    expect(await states()).toEqual(['sent', 'asking']);
  });

  it('1,600 characters and none go to a person, and the words are gone after 30 days', async () => {
    const old = Temporal.Now.instant().subtract({ hours: 24 * 31 });
    await arrives(`${'æøå '.repeat(400)}`, { at: old });
    await arrives('');
    expect(await tasks()).toEqual(['not-understood', 'not-understood']);
    await scene.make(ForgetOldTexts).execute(scene.municipalityId);
    expect((await kept()).map(({ text }) => text)).toEqual([null, '']);
  });

  it('an unknown number leaves nothing', async () => {
    expect(await arrives('hemmeligt', { from: '+4599887766' })).toBe(204);
    expect(await scene.within((unit) => unit.inbound.count({ from: '+4599887766' }))).toBe(0);
    expect(await scene.within((unit) => unit.messages.count({ to: '+4599887766' }))).toBe(0);
  });
});
