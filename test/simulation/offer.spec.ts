import { describe, expect, it } from '@jest/globals';
import type { Offer } from '#domain';
import {
  AnswerByLink,
  AnswerOffer,
  CloseSmallJob,
  ConfirmMatch,
  DrawUpAgreement,
  EndAgreement,
  MatchRecords,
  OfferRecords,
  ProposeMatch,
  RecordInterest,
  RejectMatch,
  ResendOffer,
  ShowAnswerPage,
  WithdrawOffer,
} from '#use-cases';
import { Village } from './village.js';

const offerNow = (village: Village, { id }: Offer) =>
  village.inside(async (unit) => (await unit.offers.find(id))!);
const jobNow = (village: Village) =>
  village.inside(async (unit) => (await unit.smallJobs.find(village.smallJob.id))!);
const tasksNow = (village: Village) =>
  village.inside((unit) => unit.tasks.list({ doneAt: { isNull: true } }));
const linkIn = (text: string) => /\/[oe]\/([\w-]{22})/.exec(text)![1]!;
const page = { limit: 50 };

describe('who is asked first', () => {
  it('the citizen is asked before the company hears of anybody', async () => {
    const village = await Village.found();
    const match = await village
      .use(ProposeMatch)
      .execute({ smallJobId: village.smallJob.id, citizenId: village.jonas.id }, village.as(village.mette));
    await village.pass('PT1M');
    expect(match.state).toBe('asking');
    expect(village.texts(village.jonas)).toEqual([expect.stringMatching(/Må Mette fortælle/)]);
    expect(village.texts(village.company.contact)).toEqual([]);
    await expect(village.use(MatchRecords).show(match.id, village.employer)).rejects.toMatchObject({
      code: 'match.not-found',
    });
    expect((await village.use(MatchRecords).list({}, page, village.employer)).items).toEqual([]);
    await expect(village.use(ConfirmMatch).execute(match.id, 'meet', village.employer)).rejects.toMatchObject(
      { code: 'match.not-found' },
    );
    await expect(
      village.use(ConfirmMatch).execute(match.id, 'meet', village.as(village.mette)),
    ).rejects.toMatchObject({ code: 'match.no-interest' });
  });

  it('JA by SMS shows the company a pseudonym and the agreed fields, no name and no number', async () => {
    const village = await Village.found();
    const { id } = await village
      .use(ProposeMatch)
      .execute({ smallJobId: village.smallJob.id, citizenId: village.jonas.id }, village.as(village.mette));
    await village.pass('PT1M');
    expect(await village.sms(village.jonas.phone, 'Ja tak')).toBe('understood');
    await village.pass('PT1M');
    const shown = await village.use(MatchRecords).show(id, village.employer);
    expect(shown.person).toBeNull();
    expect(JSON.stringify([shown.card, village.texts(village.company.contact)])).not.toMatch(
      /Jonas|Prøvesen|22220001/,
    );
  });

  it.each(['Ja tak', 'Nej'])('%s from a shared phone decides nothing: a person calls', async (words) => {
    const village = await Village.found({ jonas: { sharedPhone: true } });
    const { id } = await village
      .use(ProposeMatch)
      .execute({ smallJobId: village.smallJob.id, citizenId: village.jonas.id }, village.as(village.mette));
    await village.pass('PT1M');
    expect(await village.sms(village.jonas.phone, words)).toBe('a-person-calls');
    expect((await village.inside((unit) => unit.matches.find(id)))!.state).toBe('asking');
    expect((await tasksNow(village)).map(({ kind }) => kind)).toContain('not-understood');
    expect(village.texts(village.company.contact)).toEqual([]);
    expect(await village.sms(village.jonas.phone, 'ring')).toBe('understood');
  });

  it('NEJ by SMS ends the match; the company never hears, the contact does', async () => {
    const village = await Village.found();
    const { id } = await village
      .use(ProposeMatch)
      .execute({ smallJobId: village.smallJob.id, citizenId: village.jonas.id }, village.as(village.mette));
    await village.pass('PT1M');
    await village.sms(village.jonas.phone, 'nej tak');
    await village.pass('PT1M');
    expect((await village.inside((unit) => unit.matches.find(id)))!.state).toBe('withdrawn');
    expect(village.texts(village.company.contact)).toEqual([]);
    expect((await tasksNow(village)).map(({ kind }) => kind)).toEqual(['next-person']);
  });

  it('interest cannot be recorded twice or in the future', async () => {
    const village = await Village.found();
    const { id } = await village
      .use(ProposeMatch)
      .execute({ smallJobId: village.smallJob.id, citizenId: village.jonas.id }, village.as(village.mette));
    const interest = (at: string) => ({ how: 'phone' as const, at, fields: ['goals'] });
    const later = village.now.add({ hours: 1 }).toString();
    await expect(
      village.use(RecordInterest).execute(id, interest(later), village.as(village.mette)),
    ).rejects.toMatchObject({ code: 'match.interest-in-future' });
    await village
      .use(RecordInterest)
      .execute(id, interest(village.now.toString()), village.as(village.mette));
    await expect(
      village.use(RecordInterest).execute(id, interest(village.now.toString()), village.as(village.mette)),
    ).rejects.toMatchObject({ code: 'match.interest-already-recorded' });
  });

  it('a silent company is reminded once, then the match lapses and a person is told', async () => {
    const village = await Village.found();
    const interest = { how: 'phone' as const, at: village.now.toString(), fields: [] };
    const { id } = await village
      .use(ProposeMatch)
      .execute(
        { smallJobId: village.smallJob.id, citizenId: village.jonas.id, interest },
        village.as(village.mette),
      );
    await village.pass('PT48H1M');
    expect(village.texts(village.company.contact)).toHaveLength(2);
    expect((await tasksNow(village)).map(({ kind }) => kind)).toContain('employer-silent');
    await village.pass('PT96H');
    expect((await village.inside((unit) => unit.matches.find(id)))!.state).toBe('lapsed');
    expect((await tasksNow(village)).map(({ kind }) => kind)).toContain('tell-citizen-no');
    expect(village.texts(village.company.contact)).toHaveLength(2);
  });

  it('a no from the company is told to the citizen by a person, not by a machine', async () => {
    const village = await Village.found();
    const interest = { how: 'phone' as const, at: village.now.toString(), fields: [] };
    const { id } = await village
      .use(ProposeMatch)
      .execute(
        { smallJobId: village.smallJob.id, citizenId: village.jonas.id, interest },
        village.as(village.mette),
      );
    await village.use(RejectMatch).execute(id, 'hours-do-not-fit', village.employer);
    await village.pass('PT24H');
    expect(village.texts(village.jonas)).toEqual([]);
    expect((await tasksNow(village))[0]).toMatchObject({
      kind: 'tell-citizen-no',
      staffId: village.mette.id,
    });
  });

  it('somebody who does not fit is refused with every rule', async () => {
    const village = await Village.found({
      jonas: { saidYes: false, danishLevel: 0 },
      smallJob: { danishLevel: 2 },
    });
    const proposing = village
      .use(ProposeMatch)
      .execute({ smallJobId: village.smallJob.id, citizenId: village.jonas.id }, village.as(village.mette));
    await expect(proposing).rejects.toMatchObject({
      code: 'match.does-not-fit',
      details: {
        failed: [
          expect.objectContaining({ constraint: 'phase' }),
          expect.objectContaining({ constraint: 'danish-level' }),
        ],
      },
    });
  });
});

describe('the offer', () => {
  it('takes the seat, and a second confirmation of the same match makes nothing', async () => {
    const village = await Village.found();
    const offer = await village.offered();
    expect((await jobNow(village)).seatsTaken).toBe(1);
    await expect(
      village.use(ConfirmMatch).execute(offer.matchId, 'meet', village.employer),
    ).rejects.toMatchObject({ code: 'match.wrong-state' });
    expect(await village.inside((unit) => unit.offers.count({}))).toBe(1);
  });

  it('is one at a time for a citizen', async () => {
    const village = await Village.found({ smallJob: { positions: 2 } });
    await village.offered();
    const other = village.rows.smallJob(village.company.id, {
      ...village.smallJob,
      id: '00000000-0000-7000-8000-999999999999',
      seatsTaken: 0,
      startDate: '2026-12-01',
    });
    const evening = {
      ...other,
      weeklyShifts: [{ weekday: 2 as const, start: '14:00', end: '18:00', breakMinutes: 0 }],
    };
    await village.inside(async (unit) => {
      await unit.smallJobs.insert(evening);
      await unit.contacts.insert(village.rows.contact(evening.id, village.mette.id));
    });
    const interest = { how: 'phone' as const, at: village.now.toString(), fields: [] };
    const match = await village
      .use(ProposeMatch)
      .execute({ smallJobId: evening.id, citizenId: village.jonas.id, interest }, village.as(village.mette));
    const confirm = (actor: Parameters<ConfirmMatch['execute']>[2]) =>
      village.use(ConfirmMatch).execute(match.id, 'meet', actor);
    await expect(confirm(village.as(village.mette))).rejects.toMatchObject({
      code: 'offer.citizen-has-open-offer',
    });
    await expect(confirm(village.employer)).rejects.toMatchObject({ code: 'match.not-possible-now' });
    expect((await village.inside((unit) => unit.matches.find(match.id)))!.state).toBe('proposed');
  });

  it('is reminded of once, with a link, and expires into a call; the seat is free and the next person is shown', async () => {
    const village = await Village.found();
    const amira = village.citizen({ name: 'Amira Prøvesen', phone: '+4522220002' });
    await village.moveIn(amira);
    const offer = await village.offered();
    await village.until(offer.remindAt!.add({ hours: 1 }));
    const texts = village.texts(village.jonas);
    expect(texts).toHaveLength(2);
    expect(linkIn(texts[0]!)).not.toBe(linkIn(texts[1]!));
    await village.until(offer.expiresAt.add({ minutes: 1 }));
    expect((await offerNow(village, offer)).state).toBe('expired');
    expect((await jobNow(village)).seatsTaken).toBe(0);
    const tasks = await tasksNow(village);
    expect(tasks.find(({ kind }) => kind === 'call-citizen')).toMatchObject({ citizenId: village.jonas.id });
    expect(tasks.find(({ kind }) => kind === 'next-person')).toMatchObject({
      citizenId: amira.id,
      staffId: village.mette.id,
    });
  });

  it('cannot be answered after its time, not even when the wake-up is late', async () => {
    const village = await Village.found();
    const offer = await village.offered();
    village.transactor.clock.set(offer.expiresAt);
    await expect(
      village.use(AnswerOffer).execute(offer.id, { answer: 'yes', how: 'page' }, village.as(village.mette)),
    ).rejects.toMatchObject({ code: 'offer.expired' });
  });

  it('is not sent again too soon, and says when it may', async () => {
    const village = await Village.found();
    const offer = await village.offered();
    await village.pass('PT59M');
    await expect(village.use(ResendOffer).execute(offer.id, village.as(village.mette))).rejects.toMatchObject(
      {
        code: 'offer.too-soon-to-resend',
        details: { retryAfterSeconds: 60 },
      },
    );
    await village.pass('PT1M');
    await village.use(ResendOffer).execute(offer.id, village.as(village.mette));
    await village.pass('PT1M');
    expect(village.texts(village.jonas)).toHaveLength(2);
  });

  it('withdrawn frees the seat, tells the citizen, and the old link says so', async () => {
    const village = await Village.found();
    const offer = await village.offered();
    await village.pass('PT1M');
    const token = linkIn(village.texts(village.jonas)[0]!);
    await village.use(WithdrawOffer).execute(offer.id, village.as(village.mette));
    await village.pass('PT1M');
    expect((await jobNow(village)).seatsTaken).toBe(0);
    expect(await village.use(ShowAnswerPage).execute(token)).toMatchObject({
      purpose: 'offer',
      state: 'withdrawn',
    });
    expect(await village.use(AnswerByLink).execute(token, { answer: 'yes' })).toMatchObject({
      changed: false,
    });
    expect(village.texts(village.jonas)).toHaveLength(2);
  });

  it('goes out by SMS and e-mail, each with a link of its own', async () => {
    const village = await Village.found({ jonas: { email: 'jonas@borger.example' } });
    await village.offered();
    await village.pass('PT1M');
    const tokens = [village.texts(village.jonas)[0]!, village.texts('jonas@borger.example')[0]!].map(linkIn);
    expect(new Set(tokens).size).toBe(2);
  });

  it.each(['call', 'letter', 'in-person'] as const)(
    'by %s is a task for the contact and no message',
    async (preferredChannel) => {
      const village = await Village.found({ jonas: { preferredChannel } });
      const offer = await village.offered();
      await village.pass('PT1M');
      expect(village.texts(village.jonas)).toEqual([]);
      expect(await tasksNow(village)).toEqual([
        expect.objectContaining({ kind: 'give-offer', offerId: offer.id, staffId: village.mette.id }),
      ]);
    },
  );

  it('waits for the morning when it is made at night', async () => {
    const village = await Village.found();
    village.transactor.clock.set('2026-11-02T20:30:00Z');
    await village.offered();
    await village.until('2026-11-03T05:59:00Z');
    expect(village.texts(village.jonas)).toEqual([]);
    await village.until('2026-11-03T06:00:00Z');
    expect(village.texts(village.jonas)).toHaveLength(1);
  });

  it('is not sent any more when it was withdrawn in the night', async () => {
    const village = await Village.found();
    village.transactor.clock.set('2026-11-02T20:30:00Z');
    const offer = await village.offered();
    await village.use(WithdrawOffer).execute(offer.id, village.as(village.mette));
    await village.until('2026-11-03T08:00:00Z');
    expect(village.texts(village.jonas).filter((text) => text.includes('/o/'))).toEqual([]);
  });
});

describe('the answer', () => {
  async function sent() {
    const village = await Village.found();
    const offer = await village.offered();
    await village.pass('PT1M');
    return { village, offer, token: linkIn(village.texts(village.jonas)[0]!) };
  }

  it('yes on the page fills the job once; a second tap is the same friendly page', async () => {
    const { village, offer, token } = await sent();
    expect(await village.use(AnswerByLink).execute(token, { answer: 'yes' })).toEqual({
      changed: true,
      purpose: 'offer',
    });
    expect(await village.use(AnswerByLink).execute(token, { answer: 'yes' })).toEqual({
      changed: false,
      purpose: 'offer',
    });
    expect(await offerNow(village, offer)).toMatchObject({
      state: 'accepted',
      answers: [expect.objectContaining({ how: 'page' })],
    });
    expect((await jobNow(village)).status).toBe('filled');
  });

  it('showing the page changes nothing', async () => {
    const { village, offer, token } = await sent();
    const before = await offerNow(village, offer);
    for (let at = 0; at < 5; at++) await village.use(ShowAnswerPage).execute(token);
    expect(await offerNow(village, offer)).toEqual(before);
  });

  it('the company hears on the next working day at nine, not before', async () => {
    const { village, offer } = await sent();
    await village.sms(village.jonas.phone, 'JA');
    await village.until('2026-11-03T07:59:00Z');
    expect((await village.use(OfferRecords).show(offer.id, village.employer)).state).toBe('sent');
    expect((await village.use(MatchRecords).show(offer.matchId, village.employer)).person).toBeNull();
    expect(village.texts(village.company.contact).join()).not.toMatch(/Jonas/);
    await village.until('2026-11-03T08:00:00Z');
    expect((await village.use(MatchRecords).show(offer.matchId, village.employer)).person).toMatchObject({
      phone: village.jonas.phone,
    });
    expect(village.texts(village.company.contact).at(-1)).toMatch(/Jonas/);
  });

  it.each([
    ['a Friday', '2026-11-06T12:00:00Z', '2026-11-09T08:00:00Z', []],
    [
      '23 December',
      '2026-12-23T12:00:00Z',
      '2026-12-28T08:00:00Z',
      ['2026-12-24', '2026-12-25', '2026-12-26'],
    ],
    [
      'the evening before the clock changes',
      '2027-03-26T18:00:00Z',
      '2027-03-30T07:00:00Z',
      ['2027-03-28', '2027-03-29'],
    ],
  ])('a yes on %s binds on the next working day', async (_day, at, binding, holidays) => {
    const village = await Village.found({ smallJob: { startDate: '2027-06-01' } });
    village.transactor.holidays = new Set(holidays);
    village.transactor.clock.set(at);
    const offer = await village.offered();
    const accepted = await village
      .use(AnswerOffer)
      .execute(offer.id, { answer: 'yes', how: 'phone' }, village.as(village.mette));
    expect(accepted.bindingAt?.toString()).toBe(binding);
  });

  it('a yes can be taken back until then: the seat is free and the company has heard of nobody', async () => {
    const { village, offer, token } = await sent();
    await village.use(AnswerByLink).execute(token, { answer: 'yes' });
    await village.pass('PT2H');
    await village.use(AnswerByLink).execute(token, { answer: 'no' });
    await village.until('2026-11-04T09:00:00Z');
    expect((await offerNow(village, offer)).state).toBe('declined');
    expect(await jobNow(village)).toMatchObject({ status: 'open', seatsTaken: 0 });
    expect(village.texts(village.company.contact).join()).not.toMatch(/Jonas|22220001/);
  });

  it('after that it is too late for a link; the page says whom to call', async () => {
    const { village, offer, token } = await sent();
    await village.use(AnswerByLink).execute(token, { answer: 'yes' });
    await village.until('2026-11-03T08:00:01Z');
    expect(await village.use(AnswerByLink).execute(token, { answer: 'no' })).toMatchObject({
      changed: false,
    });
    expect((await offerNow(village, offer)).state).toBe('accepted');
    expect(await village.use(ShowAnswerPage).execute(token)).toMatchObject({
      canTakeBack: false,
      contact: { phone: '20123456' },
    });
  });

  it('NEJ frees the seat and shows the next person to the contact', async () => {
    const { village, offer } = await sent();
    expect(await village.sms(village.jonas.phone, 'nej')).toBe('understood');
    await village.pass('PT1M');
    expect((await offerNow(village, offer)).state).toBe('declined');
    expect((await jobNow(village)).seatsTaken).toBe(0);
    expect((await tasksNow(village)).map(({ kind }) => kind)).toContain('next-person');
  });

  it('BESØG keeps the offer open past its deadline, with a task', async () => {
    const { village, offer } = await sent();
    await village.sms(village.jonas.phone, 'Besøg');
    await village.until(offer.expiresAt.add({ hours: 1 }));
    expect((await offerNow(village, offer)).state).toBe('visiting');
    const accepted = await village
      .use(AnswerOffer)
      .execute(offer.id, { answer: 'yes', how: 'in-person' }, village.as(village.mette));
    expect(accepted.state).toBe('accepted');
  });

  it('RING leaves it open and says truthfully when somebody calls', async () => {
    const { village, offer } = await sent();
    village.transactor.clock.set('2026-11-02T15:00:00Z');
    await village.sms(village.jonas.phone, 'RING');
    await village.pass('PT1M');
    expect((await offerNow(village, offer)).state).toBe('sent');
    expect(village.texts(village.jonas).at(-1)).toMatch(/tirsdag den 3\. november kl\. 7\.15/);
    expect((await tasksNow(village)).find(({ kind }) => kind === 'call-citizen')).toBeDefined();
  });

  it('registered by the contact says how and by whom, and the citizen gets a receipt', async () => {
    const { village, offer } = await sent();
    await village
      .use(AnswerOffer)
      .execute(offer.id, { answer: 'yes', how: 'phone' }, village.as(village.mette));
    await village.pass('PT1M');
    expect((await offerNow(village, offer)).answers).toEqual([
      expect.objectContaining({ how: 'phone', byStaffId: village.mette.id }),
    ]);
    expect(village.texts(village.jonas)).toHaveLength(2);
  });

  it('a closed small job withdraws what is open, with a word to each', async () => {
    const { village, offer } = await sent();
    await village
      .use(CloseSmallJob)
      .execute(village.smallJob.id, 'Ingen opgave mere', village.as(village.mette));
    await village.pass('PT1M');
    expect((await offerNow(village, offer)).state).toBe('withdrawn');
    expect(await jobNow(village)).toMatchObject({ status: 'closed', seatsTaken: 0 });
    expect(village.texts(village.jonas)).toHaveLength(2);
  });
});

it('an offer whose agreement has ended is used up: its seat was given back', async () => {
  const village = await Village.found();
  const [shift] = await village.atWork();
  const mette = village.as(village.mette);
  await village.use(EndAgreement).execute(shift!.agreementId, { reason: 'other' }, mette);
  const { offerId } = await village.inside(async (unit) => (await unit.agreements.find(shift!.agreementId))!);
  const again = {
    offerId,
    startDate: '2026-11-09',
    paid: village.smallJob.weeklyShifts,
    unpaid: [],
    expectations: [],
  };
  await expect(village.use(DrawUpAgreement).execute(again, mette)).rejects.toMatchObject({
    code: 'agreement.already-exists',
  });
  expect(await jobNow(village)).toMatchObject({ status: 'open', seatsTaken: 0 });
});

describe('replies that could mean two things', () => {
  it('what is not understood becomes a task, and the sender hears that a person will call', async () => {
    const village = await Village.found();
    await village.offered();
    await village.pass('PT1M');
    expect(await village.sms(village.jonas.phone, 'ja men ikke om mandagen')).toBe('a-person-calls');
    await village.pass('PT1M');
    expect(await tasksNow(village)).toEqual([
      expect.objectContaining({ kind: 'not-understood', note: 'ja men ikke om mandagen' }),
    ]);
    expect(village.texts(village.jonas).at(-1)).toMatch(/Mette/);
    expect(village.texts(village.jonas)).toHaveLength(2);
  });

  it('the same SMS delivered twice is one answer', async () => {
    const village = await Village.found();
    const offer = await village.offered();
    expect(await village.sms(village.jonas.phone, 'ja', 'same')).toBe('understood');
    expect(await village.sms(village.jonas.phone, 'ja', 'same')).not.toBe('understood');
    expect((await offerNow(village, offer)).answers).toHaveLength(1);
    expect((await tasksNow(village)).filter(({ kind }) => kind === 'not-understood')).toEqual([]);
  });

  it('a number of two citizens who both have an open offer is never guessed at', async () => {
    const village = await Village.found({ smallJob: { positions: 2 } });
    const sister = village.citizen({ name: 'Ida Prøvesen', phone: village.jonas.phone });
    await village.moveIn(sister);
    const one = await village.offered();
    const two = await village.offered(sister);
    expect(await village.sms(village.jonas.phone, 'ja')).toBe('a-person-calls');
    expect((await offerNow(village, one)).state).toBe('sent');
    expect((await offerNow(village, two)).state).toBe('sent');
    expect((await tasksNow(village)).filter(({ kind }) => kind === 'number-of-several')).toHaveLength(2);
  });

  it('an unknown number changes nothing', async () => {
    const village = await Village.found();
    expect(await village.sms('+4599999999', 'ja')).toBe('unknown-number');
    expect(await tasksNow(village)).toEqual([]);
  });
});
