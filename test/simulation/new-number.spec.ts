import { describe, expect, it } from '@jest/globals';
import {
  AnswerByLink,
  ChangeCitizen,
  CorrectNumber,
  ProposeMatch,
  ReceiveReceipt,
  ShowAnswerPage,
  ShowShiftByLink,
  type CitizenChange,
} from '#use-cases';
import { Village } from './village.js';

const NEW = '+4522229999';
const withEmail = { email: 'jonas@example.dk' };

const tokenIn = (text: string): string => /\/[a-z]+\/([\w-]+)/.exec(text)![1]!;
const linkTo = (village: Village, address: string): string =>
  tokenIn(village.to(address).findLast(({ text }) => text.includes('https://'))!.text);
const changes = (village: Village, change: CitizenChange) =>
  village.use(ChangeCitizen).execute(village.jonas.id, change, village.as(village.mette));
const openTasks = async (village: Village) =>
  (await village.inside((unit) => unit.tasks.list({ doneAt: { isNull: true } }))).map(
    ({ kind, staffId, offerId, matchId, shiftId }) => ({ kind, staffId, offerId, matchId, shiftId }),
  );

async function offered(jonas: object = {}) {
  const village = await Village.found({ jonas });
  const offer = await village.offered();
  await village.pass('PT1M');
  return { village, offer, token: linkTo(village, village.jonas.phone!) };
}

describe('a citizen who has a new number', () => {
  it('is answered for by nobody who holds the old one: its link opens nothing', async () => {
    const { village, offer, token } = await offered();
    await changes(village, { phone: NEW });
    const yes = village.use(AnswerByLink).execute(token, { answer: 'yes' });
    await expect(yes).rejects.toMatchObject({ code: 'link.not-found' });
    await expect(village.use(ShowAnswerPage).execute(token)).rejects.toMatchObject({
      code: 'link.not-found',
    });
    await village.sms(village.jonas.phone, 'ja');
    expect(await village.inside((unit) => unit.offers.find(offer.id))).toMatchObject({
      state: 'sent',
      answers: [],
    });
  });

  it('who was asked only there is rung by the contact, once, and nothing goes by itself', async () => {
    const { village, offer } = await offered();
    await changes(village, { phone: NEW });
    const toAsk = { kind: 'give-offer', staffId: village.mette.id, offerId: offer.id };
    expect(await openTasks(village)).toEqual([expect.objectContaining(toAsk)]);
    await village.pass('PT1M');
    expect(village.texts(NEW)).toEqual([]);
    await changes(village, { phone: '+4522229998' });
    await changes(village, { phone: null, preferredChannel: 'call' });
    expect((await openTasks(village)).filter(({ kind }) => kind === 'give-offer')).toHaveLength(1);
  });

  it('who was asked by e-mail as well answers there', async () => {
    const { village, token } = await offered(withEmail);
    const byMail = linkTo(village, withEmail.email);
    await changes(village, { phone: NEW });
    expect((await openTasks(village)).map(({ kind }) => kind)).not.toContain('give-offer');
    await expect(village.use(ShowAnswerPage).execute(token)).rejects.toMatchObject({
      code: 'link.not-found',
    });
    expect(await village.use(ShowAnswerPage).execute(byMail)).toMatchObject({ purpose: 'offer' });
    // And the other way round.
    await changes(village, { email: 'ny@example.dk' });
    await expect(village.use(ShowAnswerPage).execute(byMail)).rejects.toMatchObject({
      code: 'link.not-found',
    });
    expect((await openTasks(village)).map(({ kind }) => kind)).toContain('give-offer');
  });

  it('is asked at the new one what had not left yet', async () => {
    const village = await Village.found();
    village.transactor.clock.set('2026-11-02T22:00:00Z');
    await village.offered();
    await village.pass('PT1M');
    await changes(village, { phone: NEW });
    await village.until('2026-11-03T09:00:00Z');
    expect(village.texts(village.jonas).filter((text) => text.includes('/o/'))).toEqual([]);
    expect(village.texts(NEW).filter((text) => text.includes('/o/'))).toHaveLength(1);
    expect((await openTasks(village)).map(({ kind }) => kind)).not.toContain('give-offer');
    expect(await village.use(ShowAnswerPage).execute(linkTo(village, NEW))).toMatchObject({
      purpose: 'offer',
    });
  });

  it('the same with the question whether a company may hear, and with a shift', async () => {
    const asked = await Village.found();
    const match = await asked
      .use(ProposeMatch)
      .execute({ smallJobId: asked.smallJob.id, citizenId: asked.jonas.id }, asked.as(asked.mette));
    await asked.pass('PT1M');
    const token = linkTo(asked, asked.jonas.phone!);
    await changes(asked, { phone: NEW });
    const yes = asked.use(AnswerByLink).execute(token, { answer: 'yes' });
    await expect(yes).rejects.toMatchObject({ code: 'link.not-found' });
    expect(await openTasks(asked)).toContainEqual(
      expect.objectContaining({ kind: 'ask-interest', matchId: match.id }),
    );

    const working = await Village.found();
    const [first] = await working.atWork();
    await working.until('2026-11-03T18:00:00Z');
    const reminder = linkTo(working, working.jonas.phone!);
    expect(await working.use(ShowShiftByLink).execute(reminder)).toMatchObject({ expired: false });
    await changes(working, { phone: NEW });
    await expect(working.use(ShowShiftByLink).execute(reminder)).rejects.toMatchObject({
      code: 'link.not-found',
    });
    expect(await openTasks(working)).toContainEqual(
      expect.objectContaining({ kind: 'remind-shift', shiftId: first!.id }),
    );
  });

  it('is sent the same again there when a colleague says so, with a link of its own', async () => {
    const { village, offer, token } = await offered();
    const [message] = await village.inside((unit) => unit.messages.list({ template: 'offer' }));
    const wrong = { messageId: message!.id, state: 'failed' as const, at: null, permanent: true };
    await village.use(ReceiveReceipt).execute({ ...wrong, reason: 'unknown-subscriber' });
    const correction = { to: NEW, sendAgain: true };
    await village.use(CorrectNumber).execute(message!.id, correction, village.as(village.mette));
    await village.pass('PT1M');
    await expect(village.use(ShowAnswerPage).execute(token)).rejects.toMatchObject({
      code: 'link.not-found',
    });
    const again = linkTo(village, NEW);
    expect(again).not.toBe(token);
    await village.use(AnswerByLink).execute(again, { answer: 'yes' });
    expect(await village.inside((unit) => unit.offers.find(offer.id))).toMatchObject({ state: 'accepted' });
    expect(await openTasks(village)).toEqual([]);
  });
});

it('another name changes nothing of what was sent', async () => {
  const { village, token } = await offered();
  await village
    .use(ChangeCitizen)
    .execute(village.jonas.id, { name: 'Jonas Nytnavn' }, village.as(village.mette));
  expect(await village.use(ShowAnswerPage).execute(token)).toMatchObject({ purpose: 'offer' });
  expect(await openTasks(village)).toEqual([]);
});
