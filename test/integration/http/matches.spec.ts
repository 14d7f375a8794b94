import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  anHourAgo,
  inDays,
  interest,
  METTE,
  newCitizen,
  NOBODY,
  proposal,
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

const propose = (body: object): Promise<Answer> => town.post(town.keys.consultant, '/matches', body);
const act = (matchId: string, action: string, body?: unknown, key = town.keys.consultant): Promise<Answer> =>
  town.post(key, `/matches/${matchId}/${action}`, body);

/** A citizen who has been asked and has not answered. */
async function asked(): Promise<{ matchId: string; citizenId: string }> {
  const citizenId = await newCitizen(town);
  const { json } = await propose({ smallJobId: place.smallJobId, citizenId });
  return { matchId: json.id, citizenId };
}

describe('POST /matches', () => {
  it('with interest proposes to the company, and staff see everything', async () => {
    const citizenId = await newCitizen(town);
    const at = '2026-01-05T09:30:00Z';
    const body = { smallJobId: place.smallJobId, citizenId, interest: interest({ at }), note: 'Talte godt' };
    const { status, json } = await propose(body);
    expect(status).toBe(201);
    expect(json).toMatchObject({
      state: 'proposed',
      smallJobId: place.smallJobId,
      smallJob: { id: place.smallJobId, title: 'Fjerne tomme kasser' },
      citizenId,
      note: 'Talte godt',
      interest: {
        how: 'phone',
        at: '2026-01-05T10:30:00.000+01:00',
        fields: ['goals', 'hours'],
        startWithoutMeeting: null,
      },
      person: { name: 'Jonas Hansen', phone: expect.stringMatching(/^\+45/) },
      contact: { id: METTE, name: 'Mette Holm', phone: '+4520123456' },
      proposedByStaffId: METTE,
      score: expect.any(Number),
      start: null,
      decidedAt: null,
    });
    expect((await town.get(town.keys.leader, `/matches/${json.id}`)).json).toEqual(json);
  });

  it('without interest asks the citizen, and for the company there is no match: neither by id, nor in a list, nor to answer', async () => {
    const { matchId } = await asked();
    expect((await town.get(town.keys.consultant, `/matches/${matchId}`)).json).toMatchObject({
      state: 'asking',
      interest: null,
    });
    for (const answer of [
      await town.get(place.employer, `/matches/${matchId}`),
      await act(matchId, 'confirm', undefined, place.employer),
      await act(matchId, 'reject', { reason: 'not-now' }, place.employer),
    ]) {
      expect(refusal(answer)).toEqual([404, 'match.not-found']);
    }
    for (const query of ['', '?state=asking', `?smallJobId=${place.smallJobId}`]) {
      expect((await town.get(place.employer, `/matches${query}`)).text).not.toContain(matchId);
    }
    const questions = await town.query('SELECT template, company_id FROM messages WHERE subject_id = $1', [
      matchId,
    ]);
    expect(questions).toEqual([{ template: 'interest-asked', company_id: null }]);
  });

  it.each([
    ['interest.how', { interest: interest({ how: 'rumour' }) }],
    ['interest.at', { interest: interest({ at: '2026-01-05' }) }],
    ['interest.fields', { interest: { how: 'phone', at: anHourAgo() } }],
    ['interest.fields.0', { interest: interest({ fields: ['x'.repeat(61)] }) }],
    ['citizenId', { citizenId: 'jonas' }],
    ['score', { score: 9000 }],
  ])('with a wrong %s is 400', async (field, more) => {
    const answer = await propose({ smallJobId: place.smallJobId, citizenId: NOBODY, ...more });
    expect(refusal(answer)).toEqual([400, 'shape']);
    expect(wrongFields(answer)).toContain(field);
  });

  it('that breaks a rule says which', async () => {
    const citizenId = await newCitizen(town);
    const tomorrow = interest({ at: `${inDays(1)}T12:00:00Z` });
    const body = { smallJobId: place.smallJobId, citizenId };
    expect(refusal(await propose({ ...body, interest: tomorrow }))).toEqual([
      422,
      'match.interest-in-future',
    ]);
    expect(refusal(await propose({ ...body, citizenId: NOBODY }))).toEqual([404, 'citizen.not-found']);
    expect(refusal(await propose({ ...body, smallJobId: NOBODY }))).toEqual([404, 'small-job.not-found']);
    const weak = await newCitizen(town, {
      limits: { liftKg: 2, standing: 2, noise: 2, peopleContact: 2, other: [] },
    });
    const unfit = await propose({ ...body, citizenId: weak });
    expect(refusal(unfit)).toEqual([422, 'match.does-not-fit']);
    expect(
      (unfit.json.details['failed'] as { constraint: string }[]).map(({ constraint }) => constraint),
    ).toEqual(['lifting']);
    const first = await propose(body);
    const second = await propose(body);
    expect(refusal(second)).toEqual([409, 'match.already-exists']);
    expect(second.json.details).toEqual({ matchId: first.json.id, state: 'asking' });
  });

  it('is the staff’s, in their own municipality', async () => {
    const body = { smallJobId: place.smallJobId, citizenId: await newCitizen(town) };
    expect((await town.post(place.employer, '/matches', body)).status).toBe(403);
    expect((await town.post(town.keys.integration, '/matches', body)).status).toBe(403);
    expect(refusal(await town.post(town.keys.otherMunicipality, '/matches', body))).toEqual([
      404,
      'small-job.not-found',
    ]);
  });
});

describe('interest', () => {
  it('is written down once, and from then on the company sees the agreed fields', async () => {
    const { matchId } = await asked();
    expect((await act(matchId, 'interest', { ...interest(), age: 4 })).status).toBe(400);
    expect((await act(matchId, 'interest')).status).toBe(400);
    expect((await act(matchId, 'interest', interest(), place.employer)).status).toBe(403);
    const recorded = await act(
      matchId,
      'interest',
      interest({ how: 'in-person', fields: ['goals', 'noget nyt'] }),
    );
    expect([recorded.status, recorded.json.state, recorded.json.interest.how]).toEqual([
      200,
      'proposed',
      'in-person',
    ]);
    expect(refusal(await act(matchId, 'interest', interest()))).toEqual([
      409,
      'match.interest-already-recorded',
    ]);
    const { card } = (await town.get(place.employer, `/matches/${matchId}`)).json;
    expect(card).toMatchObject({
      wishes: ['Lager'],
      abilities: [],
      accommodations: [],
      hours: null,
      danishLevel: null,
    });
  });
});

describe('what a company sees', () => {
  it('is the pseudonym, the agreed card, the small job and the contact, and nothing else', async () => {
    const { matchId, citizenId } = await proposal(town, place, {
      name: 'Amira Kanin',
      dream: 'hemmelig drøm',
      needs: ['hemmeligt-hensyn'],
    });
    const { status, json, text } = await town.get(place.employer, `/matches/${matchId}`);
    expect(status).toBe(200);
    expect(json).toEqual({
      id: matchId,
      state: 'proposed',
      pseudonym: expect.stringMatching(/^\p{L}+ \d+$/u),
      card: {
        pseudonym: json.pseudonym,
        wishes: ['Lager'],
        abilities: [],
        accommodations: [],
        hours: { min: 5, max: 15, wish: 12 },
        danishLevel: null,
      },
      start: null,
      smallJobId: place.smallJobId,
      smallJob: { id: place.smallJobId, title: 'Fjerne tomme kasser' },
      contact: { id: METTE, name: 'Mette Holm', phone: '+4520123456' },
      person: null,
      why: ['own-wish'],
      mayStartDirectly: false,
      decidedBy: null,
    });
    expect(text).not.toMatch(new RegExp(`Amira|Kanin|\\+4530|Skovgade|hemmelig|${citizenId}`));
    const listed = (await town.get(place.employer, '/matches?limit=500')).json.items;
    expect(listed.find((row) => row.id === matchId)).toEqual(json);
  });

  it('is of its own small jobs only', async () => {
    const { matchId } = await proposal(town, place);
    const stranger = (await vacancy(town)).employer;
    for (const answer of [
      await town.get(stranger, `/matches/${matchId}`),
      await act(matchId, 'confirm', undefined, stranger),
      await act(matchId, 'reject', { reason: 'not-now' }, stranger),
      await town.get(town.keys.otherMunicipality, `/matches/${matchId}`),
      await act(matchId, 'confirm', undefined, town.keys.otherMunicipality),
      await act(matchId, 'withdraw', undefined, town.keys.otherMunicipality),
    ]) {
      expect(refusal(answer)).toEqual([404, 'match.not-found']);
    }
    expect((await town.get(stranger, `/matches?smallJobId=${place.smallJobId}`)).json.items).toEqual([]);
    expect((await town.get(town.keys.consultant, `/matches/${matchId}`)).json.state).toBe('proposed');
  });

  it('is only the pseudonym again when the proposal has been taken back', async () => {
    const { matchId } = await proposal(town, place);
    expect((await act(matchId, 'withdraw')).json.state).toBe('withdrawn');
    const { json } = await town.get(place.employer, `/matches/${matchId}`);
    expect(json).toMatchObject({ state: 'withdrawn', person: null });
    expect(json.card).toMatchObject({ wishes: [], hours: null });
    expect((await town.get(town.keys.consultant, `/matches/${matchId}`)).json.card.wishes).toEqual(['Lager']);
  });
});

describe('confirm', () => {
  it('by the company makes the offer, to meet unless it says otherwise', async () => {
    const { matchId } = await proposal(town, place);
    const { status, json } = await act(matchId, 'confirm', undefined, place.employer);
    expect([status, json.state, json.start]).toEqual([200, 'confirmed', 'meet']);
    expect(Object.keys(json)).not.toContain('citizenId');
    expect((await town.get(town.keys.consultant, `/offers/${json.offerId}`)).json).toMatchObject({
      matchId,
      state: 'sent',
    });
    expect(
      (await town.get(place.employer, `/small-jobs/${place.smallJobId}`)).json.seatsTaken,
    ).toBeGreaterThan(0);
  });

  it('by a consultant for the company answers with the citizen', async () => {
    const { matchId, citizenId } = await proposal(town, place);
    const { status, json } = await act(matchId, 'confirm', { start: 'meet' });
    expect([status, json.citizenId]).toEqual([200, citizenId]);
  });

  it('happens once, however many ask at the same time', async () => {
    const { matchId } = await proposal(town, place);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => act(matchId, 'confirm', {}, place.employer)),
    );
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.map(refusal)).toEqual(Array(5).fill([409, 'match.wrong-state']));
    expect(await town.query('SELECT count(*)::int AS n FROM offers WHERE match_id = $1', [matchId])).toEqual([
      { n: 1 },
    ]);
  });

  it('sent again with the same key answers with the same offer', async () => {
    const { matchId } = await proposal(town, place);
    const send = () =>
      town.send(place.employer, 'POST', `/matches/${matchId}/confirm`, undefined, {
        'idempotency-key': `confirm-${matchId}`,
      });
    const [first, again] = [await send(), await send()];
    expect([first.status, again.status, again.json]).toEqual([200, 200, first.json]);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
  });

  it('without a meeting only when the citizen has not said otherwise', async () => {
    const one = async (startWithoutMeeting: boolean): Promise<string> => {
      const citizenId = await newCitizen(town);
      const body = { smallJobId: place.smallJobId, citizenId, interest: interest({ startWithoutMeeting }) };
      return (await propose(body)).json.id;
    };
    const direct = { start: 'direct' };
    expect(refusal(await act(await one(false), 'confirm', direct, place.employer))).toEqual([
      422,
      'match.citizen-wants-to-meet',
    ]);
    expect((await act(await one(true), 'confirm', direct, place.employer)).json.start).toBe('direct');
    expect((await act(await one(true), 'confirm', { start: 'later' }, place.employer)).status).toBe(400);
    expect((await act(await one(true), 'confirm', { begin: 'meet' }, place.employer)).status).toBe(400);
  });

  it('of somebody who was not asked, somebody with an open offer, or a full small job is refused', async () => {
    const { matchId: unasked } = await asked();
    expect(refusal(await act(unasked, 'confirm'))).toEqual([422, 'match.no-interest']);
    const [one, other] = [await vacancy(town), await vacancy(town)];
    const { matchId, citizenId } = await proposal(town, one);
    const elsewhere = await propose({ smallJobId: other.smallJobId, citizenId, interest: interest() });
    const late = await proposal(town, one);
    await act(matchId, 'confirm', undefined, one.employer);
    const second = await act(elsewhere.json.id, 'confirm', undefined, other.employer);
    expect(refusal(second)).toEqual([409, 'match.not-possible-now']);
    expect(refusal(await act(late.matchId, 'confirm', undefined, one.employer))).toEqual([
      409,
      'small-job.no-seat-left',
    ]);
  });

  it('of somebody who does not fit any more says why to the municipality, and not to the company', async () => {
    const { matchId, citizenId } = await proposal(town, place);
    await town.patch(town.keys.consultant, `/citizens/${citizenId}`, { limits: { liftKg: 1 } });
    const company = await act(matchId, 'confirm', undefined, place.employer);
    expect([...refusal(company), company.json.details]).toEqual([422, 'match.does-not-fit', {}]);
    const failed = [{ constraint: 'lifting', text: expect.any(String) }];
    expect((await act(matchId, 'confirm')).json.details).toEqual({ failed });
  });

  it('waits for the municipality’s own sentence on what a no means', async () => {
    const { noticeOnNo } = await town.settings();
    await town.settle({ noticeOnNo: null });
    const { matchId } = await proposal(town, place);
    const refused = await act(matchId, 'confirm', undefined, place.employer);
    await town.settle({ noticeOnNo });
    expect(refusal(refused)).toEqual([422, 'municipality.no-notice-text']);
    expect((await act(matchId, 'confirm', undefined, place.employer)).status).toBe(200);
  });
});

describe('reject and withdraw', () => {
  it('take a reason from the closed list, once', async () => {
    const { matchId } = await proposal(town, place);
    const reject = (body: unknown) => act(matchId, 'reject', body, place.employer);
    expect(wrongFields(await reject({ reason: 'too old' }))).toEqual(['reason']);
    expect(wrongFields(await reject(undefined))).toEqual(['reason']);
    const rejected = await reject({ reason: 'hours-do-not-fit' });
    expect([rejected.status, rejected.json.state]).toEqual([200, 'rejected']);
    expect(rejected.json).not.toHaveProperty('rejectReason');
    expect(refusal(await reject({ reason: 'other' }))).toEqual([409, 'match.wrong-state']);
    expect(refusal(await act(matchId, 'confirm', {}, place.employer))).toEqual([409, 'match.wrong-state']);
    expect((await town.get(town.keys.consultant, `/matches/${matchId}`)).json.rejectReason).toBe(
      'hours-do-not-fit',
    );
  });

  it('are told apart by who may: a company rejects, the municipality takes back', async () => {
    const { matchId } = await proposal(town, place);
    expect((await act(matchId, 'withdraw', undefined, place.employer)).status).toBe(403);
    expect((await act(matchId, 'reject', { reason: 'other' }, town.keys.integration)).status).toBe(403);
    expect((await act(matchId, 'reject', { reason: 'found-another' })).json.state).toBe('rejected');
    expect(refusal(await act(matchId, 'withdraw'))).toEqual([409, 'match.wrong-state']);
  });

  it('take an open offer back with the proposal', async () => {
    const { matchId } = await proposal(town, place);
    const { offerId } = (await act(matchId, 'confirm', undefined, place.employer)).json;
    expect((await act(matchId, 'withdraw')).status).toBe(200);
    expect((await town.get(town.keys.consultant, `/offers/${offerId}`)).json.state).toBe('withdrawn');
  });
});

describe('GET /matches', () => {
  it('is read by state and small job, page by page', async () => {
    const here = await vacancy(town, { positions: 9 });
    const ids = [await proposal(town, here), await proposal(town, here), await proposal(town, here)].map(
      ({ matchId }) => matchId,
    );
    await act(ids[1]!, 'reject', { reason: 'other' });
    const list = async (query: string, key = here.employer): Promise<AnswerJson> =>
      (await town.get(key, `/matches?smallJobId=${here.smallJobId}${query}`)).json;
    expect(idsOf(await list('&state=rejected'))).toEqual([ids[1]]);
    const first = await list('&limit=2', town.keys.integration);
    const rest = await list(`&limit=2&cursor=${first.nextCursor}`, town.keys.integration);
    expect([...idsOf(first), ...idsOf(rest)]).toEqual(ids);
    expect(rest.nextCursor).toBeNull();
    expect((await town.get(here.employer, '/matches?state=lost')).status).toBe(400);
    expect((await town.get(here.employer, '/matches?citizenId=x')).status).toBe(400);
  });
});
