import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from '#domain';
import {
  METTE,
  NOBODY,
  openOffer,
  refusal,
  vacancy,
  wrongFields,
  type Answer,
  Town,
  idsOf,
  type AnswerJson,
  type Vacancy,
} from './small-town.js';

let town: Town;
let place: Vacancy;
beforeAll(async () => {
  town = await Town.start();
  place = await vacancy(town, { positions: 50 });
});
afterAll(() => town.stop());

const act = (offerId: string, action: string, body?: unknown, key = town.keys.consultant): Promise<Answer> =>
  town.post(key, `/offers/${offerId}/${action}`, body);
const show = (key: string, offerId: string): Promise<Answer> => town.get(key, `/offers/${offerId}`);
const yes = { answer: 'yes', how: 'phone' };

describe('an offer', () => {
  it('is shown whole to staff, and to the company without the citizen', async () => {
    const { offerId, matchId, citizenId } = await openOffer(town, place);
    const { json } = await show(town.keys.consultant, offerId);
    expect(json).toEqual({
      id: offerId,
      matchId,
      smallJobId: place.smallJobId,
      companyId: place.companyId,
      citizenId,
      state: 'sent',
      createdAt: expect.stringMatching(/\+0[12]:00$/),
      expiresAt: expect.stringMatching(/\+0[12]:00$/),
      lastSentAt: expect.any(String),
      remindAt: expect.any(String),
      acceptedAt: null,
      bindingAt: null,
      companyToldAt: null,
      extensions: [],
      answers: [],
    });
    const company = await show(place.employer, offerId);
    const staffOnly = ['citizenId', 'answers', 'extensions', 'lastSentAt', 'remindAt', 'bindingAt'];
    const visible = Object.fromEntries(Object.entries(json).filter(([name]) => !staffOnly.includes(name)));
    expect(company.json).toEqual(visible);
    expect(company.text).not.toContain(citizenId);
  });

  it('does not exist for other companies and municipalities', async () => {
    const { offerId } = await openOffer(town, place);
    const stranger = (await vacancy(town)).employer;
    expect(refusal(await show(stranger, offerId))).toEqual([404, 'offer.not-found']);
    expect((await town.get(stranger, `/offers?smallJobId=${place.smallJobId}`)).json.items).toEqual([]);
    for (const [action, body] of [['answer', yes], ['withdraw'], ['resend'], ['tell-company']] as const) {
      expect(refusal(await act(offerId, action, body, town.keys.otherMunicipality))).toEqual([
        404,
        'offer.not-found',
      ]);
      expect((await act(offerId, action, body, place.employer)).status).toBe(403);
      expect((await act(offerId, action, body, town.keys.integration)).status).toBe(403);
    }
    expect((await show(town.keys.consultant, offerId)).json.state).toBe('sent');
    expect(refusal(await show(town.keys.consultant, NOBODY))).toEqual([404, 'offer.not-found']);
  });

  it('is listed by small job and state, page by page', async () => {
    const here = await vacancy(town, { positions: 3 });
    const offers = [await openOffer(town, here), await openOffer(town, here), await openOffer(town, here)];
    const ids = offers.map(({ offerId }) => offerId);
    await act(ids[0]!, 'answer', { answer: 'no', how: 'phone' });
    const list = async (query: string, key = town.keys.consultant): Promise<AnswerJson> =>
      (await town.get(key, `/offers?smallJobId=${here.smallJobId}${query}`)).json;
    expect(idsOf(await list('&state=sent'))).toEqual(ids.slice(1));
    expect(idsOf(await list('&state=declined', here.employer))).toEqual([ids[0]]);
    const first = await list('&limit=2');
    expect(idsOf(first)).toEqual(ids.slice(0, 2));
    expect(idsOf(await list(`&limit=2&cursor=${first.nextCursor}`))).toEqual(ids.slice(2));
    expect((await town.get(town.keys.consultant, '/offers?state=lost')).status).toBe(400);
  });
});

describe('an answer that the contact writes down', () => {
  it('yes is kept with how and by whom; the company hears it when it is binding', async () => {
    const here = await vacancy(town);
    const { offerId, matchId } = await openOffer(town, here);
    const { status, json } = await act(offerId, 'answer', yes);
    expect([status, json.state, json.companyToldAt]).toEqual([200, 'accepted', null]);
    expect(json.answers).toEqual([
      {
        answer: 'yes',
        how: 'phone',
        at: expect.stringMatching(/\+0[12]:00$/),
        byStaffId: METTE,
        reason: null,
      },
    ]);
    expect(json.bindingAt).toMatch(/T09:00:00\.000\+0[12]:00$/);
    const told = (await show(here.employer, offerId)).json;
    expect(told).toMatchObject({ state: 'sent', acceptedAt: null, companyToldAt: null });
    expect((await town.get(here.employer, '/offers?state=accepted')).json.items).toEqual([]);
    expect((await town.get(here.employer, `/matches/${matchId}`)).json.person).toBeNull();
  });

  it('yes after a visit looks to the company as it did before', async () => {
    const here = await vacancy(town);
    const { offerId } = await openOffer(town, here);
    await act(offerId, 'answer', { answer: 'visit', how: 'phone' });
    const seen = async (): Promise<unknown> => [
      (await show(here.employer, offerId)).json,
      (await town.get(here.employer, '/offers?state=visiting')).json,
      (await town.get(here.employer, '/offers?state=accepted')).json,
    ];
    const before = await seen();
    await act(offerId, 'answer', yes);
    expect(await seen()).toEqual(before);
    await act(offerId, 'tell-company');
    expect(await seen()).not.toEqual(before);
  });

  it('yes leaves the small job open to the company until it is told, and filled to the municipality', async () => {
    const here = await vacancy(town);
    const { offerId } = await openOffer(town, here);
    await act(offerId, 'answer', yes);
    const status = async (key: string): Promise<string> =>
      (await town.get(key, `/small-jobs/${here.smallJobId}`)).json.status;
    const listed = async (state: string): Promise<number> =>
      (await town.get(here.employer, `/small-jobs?status=${state}`)).json.items.length;
    expect([await status(town.keys.consultant), await status(here.employer)]).toEqual(['filled', 'open']);
    expect([await listed('open'), await listed('filled')]).toEqual([1, 0]);
    await act(offerId, 'tell-company');
    expect(await status(here.employer)).toBe('filled');
    expect([await listed('open'), await listed('filled')]).toEqual([0, 1]);
  });

  it('yes with the word that the company may hear at once gives it name and number', async () => {
    const { offerId, matchId } = await openOffer(town, place);
    const { json } = await act(offerId, 'answer', { ...yes, tellCompanyNow: true });
    expect(json.companyToldAt).not.toBeNull();
    expect((await show(place.employer, offerId)).json.state).toBe('accepted');
    const { person } = (await town.get(place.employer, `/matches/${matchId}`)).json;
    expect(person).toEqual({ name: 'Jonas Hansen', phone: expect.stringMatching(/^\+45301/) });
  });

  it('no frees the seat, keeps a gentle reason from the company, and stands', async () => {
    const here = await vacancy(town);
    const { offerId, matchId } = await openOffer(town, here);
    expect((await town.get(here.employer, `/small-jobs/${here.smallJobId}`)).json.seatsTaken).toBe(1);
    const { json } = await act(offerId, 'answer', { answer: 'no', how: 'in-person', reason: 'place' });
    expect([json.state, json.answers[0]!.reason]).toEqual(['declined', 'place']);
    expect((await town.get(here.employer, `/small-jobs/${here.smallJobId}`)).json.seatsTaken).toBe(0);
    expect((await show(here.employer, offerId)).text).not.toContain('place');
    expect((await town.get(town.keys.consultant, `/matches/${matchId}`)).json.state).toBe('withdrawn');
    expect(refusal(await act(offerId, 'answer', yes))).toEqual([409, 'offer.already-answered']);
  });

  it('visit and call leave the offer open; a yes can be taken back before it is binding', async () => {
    const { offerId } = await openOffer(town, place);
    expect((await act(offerId, 'answer', { answer: 'call', how: 'sms' })).json.state).toBe('sent');
    expect((await act(offerId, 'answer', { answer: 'visit', how: 'phone' })).json.state).toBe('visiting');
    expect((await act(offerId, 'answer', yes)).json.state).toBe('accepted');
    expect(refusal(await act(offerId, 'answer', yes))).toEqual([409, 'offer.already-answered']);
    const back = await act(offerId, 'answer', { answer: 'no', how: 'phone', reason: null });
    expect([back.json.state, back.json.answers.map(({ answer }) => answer)]).toEqual([
      'declined',
      ['call', 'visit', 'yes', 'no'],
    ]);
  });

  it('cannot be taken back when the company has been told', async () => {
    const { offerId } = await openOffer(town, place);
    await act(offerId, 'answer', { ...yes, tellCompanyNow: true });
    expect(refusal(await act(offerId, 'answer', { answer: 'no', how: 'phone' }))).toEqual([
      409,
      'offer.too-late-to-change',
    ]);
  });

  it.each([
    ['answer', { answer: 'maybe', how: 'phone' }],
    ['how', { answer: 'yes' }],
    ['how', { answer: 'yes', how: 'page' }],
    ['reason', { answer: 'no', how: 'phone', reason: 'syg' }],
    ['tellCompanyNow', { ...yes, tellCompanyNow: 'ja' }],
    ['note', { ...yes, note: 'x' }],
  ])('with a wrong %s is 400: %p', async (field, body) => {
    const { offerId } = await openOffer(town, place);
    expect(wrongFields(await act(offerId, 'answer', body))).toEqual([field]);
  });

  it('is one, however many arrive at the same time', async () => {
    const { offerId } = await openOffer(town, place);
    const bodies = [yes, { answer: 'no', how: 'phone' }];
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, at) => act(offerId, 'answer', bodies[at % 2])),
    );
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    const { state, answers: kept } = (await show(town.keys.consultant, offerId)).json;
    // A no may follow a yes; nothing may follow a no.
    expect(state).toBe('declined');
    expect(kept.filter(({ answer }) => answer === 'no')).toHaveLength(1);
  });
});

describe('tell-company', () => {
  it('tells the company of a yes at once, and only once', async () => {
    const { offerId } = await openOffer(town, place);
    expect(refusal(await act(offerId, 'tell-company'))).toEqual([409, 'offer.not-accepted']);
    await act(offerId, 'answer', yes);
    const first = await act(offerId, 'tell-company');
    const again = await act(offerId, 'tell-company', {});
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.json.companyToldAt).toBe(first.json.companyToldAt);
    const told = await town.query(
      `SELECT channel FROM messages WHERE subject_id = $1 AND template = 'offer-answered' ORDER BY channel`,
      [offerId],
    );
    expect(told).toEqual([{ channel: 'email' }, { channel: 'sms' }]);
  });
});

describe('withdraw', () => {
  it('frees the seat and ends the match; what has ended stays', async () => {
    const here = await vacancy(town);
    const { offerId, matchId } = await openOffer(town, here);
    expect((await act(offerId, 'withdraw')).json.state).toBe('withdrawn');
    expect((await town.get(town.keys.consultant, `/small-jobs/${here.smallJobId}`)).json).toMatchObject({
      seatsTaken: 0,
      status: 'open',
    });
    expect((await town.get(here.employer, `/matches/${matchId}`)).json).toMatchObject({
      state: 'withdrawn',
      person: null,
    });
    expect(refusal(await act(offerId, 'withdraw'))).toEqual([409, 'offer.wrong-state']);
    expect(refusal(await act(offerId, 'answer', yes))).toEqual([409, 'offer.withdrawn']);
    expect(refusal(await act(offerId, 'resend'))).toEqual([409, 'offer.withdrawn']);
  });
});

describe('resend', () => {
  it('too soon is 429 and says when; then it goes out again', async () => {
    const { offerId } = await openOffer(town, place);
    const early = await act(offerId, 'resend');
    expect(refusal(early)).toEqual([429, 'offer.too-soon-to-resend']);
    expect(Number(early.headers.get('retry-after'))).toBeGreaterThan(3000);
    expect(Temporal.Instant.from(String(early.json.details['nextAt'])).epochMilliseconds).toBeGreaterThan(
      Date.now(),
    );
    await town.query(`UPDATE offers SET last_sent_at = now() - interval '2 hours' WHERE id = $1`, [offerId]);
    const sent = await act(offerId, 'resend');
    expect(sent.status).toBe(200);
    const offers = await town.query(`SELECT id FROM messages WHERE subject_id = $1 AND template = 'offer'`, [
      offerId,
    ]);
    expect(offers).toHaveLength(2);
    expect(refusal(await act(offerId, 'resend'))[0]).toBe(429);
  });
});
