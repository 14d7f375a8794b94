import { describe, expect, it } from '@jest/globals';
import { instantOf, localDateOf, Temporal, type Match } from '#domain';
import {
  AgreementList,
  AnswerOffer,
  ConfirmMatch,
  DrawUpAgreement,
  ExtendOffer,
  OfferList,
  PlanFollowUps,
  ProposalList,
  ProposeMatch,
  RemindCompany,
  ReviseAgreement,
  ShowAgreement,
  ShowOffer,
  ShowProposal,
  SignAgreement,
  WithdrawMatch,
  WithdrawOffer,
} from '#use-cases';
import { Village } from './village.js';

const page = { limit: 50 };
const refused = (code: string) => expect.objectContaining({ code });

async function proposed(village: Village): Promise<Match> {
  const interest = { how: 'phone' as const, at: village.now.toString(), fields: ['goals', 'hours'] };
  const { smallJob, jonas, mette } = village;
  return village
    .use(ProposeMatch)
    .execute({ smallJobId: smallJob.id, citizenId: jonas.id, interest }, village.as(mette));
}
const remind = (village: Village, { id }: Match, who = village.mette) =>
  village.use(RemindCompany).execute(id, village.as(who));

describe('reminding a company by hand', () => {
  it('waits some hours after the company heard, then writes with the link, and says who did it', async () => {
    const village = await Village.found();
    const match = await proposed(village);
    await village.pass('PT1M');
    const before = village.texts(village.company.contact).length;
    await expect(remind(village, match)).rejects.toEqual(
      expect.objectContaining({
        code: 'match.too-soon-to-remind',
        details: expect.objectContaining({
          nextAt: '2026-11-02T13:00:00.000+01:00',
          retryAfterSeconds: 14_340,
        }),
      }),
    );
    await village.pass('PT4H');
    const reminded = await remind(village, match, village.lars);
    await village.pass('PT1M');
    const texts = village.texts(village.company.contact).slice(before);
    expect(texts).toEqual([expect.stringMatching(/\/e\//)]);
    expect(reminded.reminders).toEqual([{ at: '2026-11-02T12:01:00Z', byStaffId: village.lars.id }]);
  });

  it('is not done twice by two colleagues with the same thought', async () => {
    const village = await Village.found();
    const match = await proposed(village);
    await village.pass('PT5H');
    await remind(village, match);
    await expect(remind(village, match, village.lars)).rejects.toEqual(refused('match.too-soon-to-remind'));
    await village.pass('PT4H');
    expect((await remind(village, match, village.lars)).reminders).toHaveLength(2);
  });

  it('keeps the one that goes out by itself from coming on its heels', async () => {
    const village = await Village.found();
    const match = await proposed(village);
    await village.pass('PT47H');
    await remind(village, match);
    const before = village.texts(village.company.contact).length;
    await village.pass('PT3H');
    expect(village.texts(village.company.contact)).toHaveLength(before + 1);
    await village.pass('PT2H');
    expect(village.texts(village.company.contact)).toHaveLength(before + 2);
  });

  it('takes the silent company off the list, in the name of who did it', async () => {
    const village = await Village.found();
    const match = await proposed(village);
    await village.pass('PT53H');
    const silent = () =>
      village.inside((unit) => unit.tasks.first({ matchId: match.id, kind: 'employer-silent' }));
    expect((await silent())?.doneAt).toBeNull();
    await remind(village, match);
    expect(await silent()).toMatchObject({ doneByStaffId: village.mette.id, outcome: 'Mindet om forslaget' });
  });

  it('is not for what does not wait, and not for the company itself', async () => {
    const village = await Village.found();
    const match = await proposed(village);
    await expect(village.use(RemindCompany).execute(match.id, village.employer)).rejects.toEqual(
      refused('not-allowed'),
    );
    await village.pass('PT5H');
    await village.use(ConfirmMatch).execute(match.id, 'meet', village.employer);
    await expect(remind(village, match)).rejects.toEqual(refused('match.wrong-state'));
  });
});

it('a proposal that is taken back keeps why, and by whom', async () => {
  const village = await Village.found();
  const match = await proposed(village);
  const { withdrawal } = await village
    .use(WithdrawMatch)
    .execute(match.id, village.as(village.lars), 'job-changed');
  expect(withdrawal).toEqual({ reason: 'job-changed', byStaffId: village.lars.id });
});

describe('what is taken back', () => {
  const taken = (village: Village) => village.inside((unit) => unit.matches.first({}));
  const open = (village: Village) => village.inside((unit) => unit.tasks.list({ doneAt: { isNull: true } }));

  it('is a proposal: the citizen who said yes hears it from a person', async () => {
    const village = await Village.found();
    const match = await proposed(village);
    await village.pass('PT1M');
    const before = village.texts(village.jonas).length;
    await village.use(WithdrawMatch).execute(match.id, village.as(village.lars), 'job-changed');
    await village.pass('PT1M');
    expect(village.texts(village.jonas)).toHaveLength(before);
    expect(await open(village)).toMatchObject([
      { kind: 'tell-citizen-no', staffId: village.mette.id, citizenId: village.jonas.id, matchId: match.id },
    ]);
  });

  it('is an offer: both sides are told, and why and by whom stays', async () => {
    const village = await Village.found();
    const offer = await village.offered();
    await village.pass('PT1M');
    const [citizen, company] = [village.jonas, village.company.contact].map(
      (one) => village.texts(one).length,
    );
    await village.use(WithdrawOffer).execute(offer.id, village.as(village.lars), 'job-changed');
    await village.pass('PT1M');
    expect(village.texts(village.jonas).slice(citizen)).toEqual([
      expect.stringMatching(/desværre ikke mere.*ikke på grund af dig/),
    ]);
    expect(village.texts(village.company.contact).slice(company)).toEqual([
      expect.stringMatching(/^Hej Ali\. Det bliver alligevel ikke den person, I sagde ja til/),
    ]);
    expect(await taken(village)).toMatchObject({
      state: 'withdrawn',
      withdrawal: { reason: 'job-changed', byStaffId: village.lars.id },
    });
    const { staff } = await village.use(ShowOffer).execute(offer.id, village.as(village.mette));
    expect(staff.get(village.lars.id)).toBe('Lars Lund');
  });

  it('is the wish of the citizen: thanked for the answer, and not told that the job is gone', async () => {
    const village = await Village.found();
    const offer = await village.offered();
    await village.pass('PT1M');
    const before = village.texts(village.jonas).length;
    await village
      .use(WithdrawOffer)
      .execute(offer.id, village.as(village.mette), 'citizen-found-other', 'phone');
    await village.pass('PT1M');
    expect(village.texts(village.jonas).slice(before)).toEqual([
      expect.stringMatching(/^Tak for dit svar, Jonas\. Det er helt i orden at sige nej/),
    ]);
  });

  it('is a yes as well: the seat is free, and a name that waits for the morning stays here', async () => {
    const village = await Village.found();
    const offer = await village.offered();
    village.transactor.clock.set('2026-11-02T20:30:00Z');
    const yes = { answer: 'yes', how: 'phone', tellCompanyNow: true } as const;
    await village.use(AnswerOffer).execute(offer.id, yes, village.as(village.mette));
    const { matchId } = offer;
    await village.use(WithdrawMatch).execute(matchId, village.as(village.mette), 'mistake');
    const now = await village.inside((unit) => unit.offers.find(offer.id));
    expect(now?.state).toBe('withdrawn');
    expect((await village.inside((unit) => unit.smallJobs.find(village.smallJob.id)))?.seatsTaken).toBe(0);
    await village.until('2026-11-03T08:00:00Z');
    const told = village.texts(village.company.contact).join(' | ');
    expect(told).not.toMatch(/Jonas/);
    expect(told).toMatch(/Det bliver alligevel ikke den person/);
  });

  it('ends what was to be done about the offer, but not a call that the citizen wished for', async () => {
    const village = await Village.found();
    const offer = await village.offered();
    const answer = (said: 'visit' | 'call') =>
      village.use(AnswerOffer).execute(offer.id, { answer: said, how: 'phone' }, village.as(village.mette));
    await answer('visit');
    await answer('call');
    await village.use(WithdrawOffer).execute(offer.id, village.as(village.mette), 'job-changed');
    expect((await open(village)).map(({ kind }) => kind)).toEqual(['call-citizen']);
  });
});

describe('more time to answer', () => {
  const later = { smallJob: { startDate: '2026-11-23' } };
  const noonOn = (day: string) => instantOf(day, '12:00');

  it('holds the seat until the new deadline, and the old one passes without a word', async () => {
    const village = await Village.found(later);
    const offer = await village.offered();
    const until = noonOn('2026-11-09');
    const extended = await village.use(ExtendOffer).execute(offer.id, { until }, village.as(village.mette));
    expect(extended.extensions).toEqual([
      { at: '2026-11-02T08:00:00Z', byStaffId: village.mette.id, from: '2026-11-05T12:00:00.000+01:00' },
    ]);
    await village.until('2026-11-08T12:00:00Z');
    const { offer: still } = await village.use(ShowOffer).execute(offer.id, village.as(village.mette));
    expect(still.state).toBe('sent');
    await village.until('2026-11-09T11:30:00Z');
    const { offer: over, tasks } = await village.use(ShowOffer).execute(offer.id, village.as(village.mette));
    expect([over.state, tasks.map(({ kind }) => kind)]).toEqual(['expired', ['call-citizen', 'next-person']]);
  });

  it('is told to the citizen when that is wished, and not otherwise', async () => {
    const village = await Village.found(later);
    const offer = await village.offered();
    await village.pass('PT1M');
    const before = village.texts(village.jonas).length;
    const extend = (day: string, tellCitizen: boolean) =>
      village
        .use(ExtendOffer)
        .execute(offer.id, { until: noonOn(day), tellCitizen }, village.as(village.mette));
    await extend('2026-11-09', false);
    await village.pass('PT1M');
    expect(village.texts(village.jonas)).toHaveLength(before);
    await extend('2026-11-10', true);
    await village.pass('PT1M');
    expect(village.texts(village.jonas).slice(before)).toEqual([
      expect.stringMatching(/Har du tænkt over .*\/o\//),
    ]);
  });

  it.each([
    ['less time than before', '2026-11-04'],
    ['the day before the work begins and later', '2026-11-23'],
  ])('is not %s', async (_what, day) => {
    const village = await Village.found(later);
    const offer = await village.offered();
    const extend = village
      .use(ExtendOffer)
      .execute(offer.id, { until: noonOn(day) }, village.as(village.mette));
    await expect(extend).rejects.toEqual(refused('offer.deadline-invalid'));
  });

  it('comes too late for an offer that was answered or has run out', async () => {
    const village = await Village.found(later);
    const offer = await village.offered();
    const input = { until: noonOn('2026-11-09') };
    await village
      .use(AnswerOffer)
      .execute(offer.id, { answer: 'no', how: 'phone' }, village.as(village.mette));
    await expect(
      village.use(ExtendOffer).execute(offer.id, input, village.as(village.mette)),
    ).rejects.toEqual(refused('offer.already-answered'));
  });
});

describe('an agreement that is drawn up', () => {
  const terms = (village: Village) => ({
    startDate: '2026-11-09',
    paid: village.smallJob.weeklyShifts,
    unpaid: [],
    expectations: ['Ali viser rundt'],
  });
  async function drawn(village: Village) {
    const offer = await village.offered();
    await village
      .use(AnswerOffer)
      .execute(offer.id, { answer: 'yes', how: 'phone' }, village.as(village.mette));
    return village
      .use(DrawUpAgreement)
      .execute({ offerId: offer.id, ...terms(village) }, village.as(village.mette));
  }
  const sign = (village: Village, id: string, party: 'employer' | 'citizen' | 'municipality') =>
    village.use(SignAgreement).execute(id, party, village.as(village.mette));

  it('can be corrected until all have signed, and what was signed was something else', async () => {
    const village = await Village.found();
    const { id } = await drawn(village);
    await sign(village, id, 'employer');
    const revised = await village
      .use(ReviseAgreement)
      .execute(
        id,
        { ...terms(village), startDate: '2026-11-16', callAgreement: 'Ring kl. 7' },
        village.as(village.lars),
      );
    expect(revised).toMatchObject({
      startDate: '2026-11-16',
      paidFrom: '2026-11-16',
      callAgreement: 'Ring kl. 7',
      signatures: [],
    });
    for (const party of ['employer', 'citizen', 'municipality'] as const) await sign(village, id, party);
    await expect(
      village.use(ReviseAgreement).execute(id, terms(village), village.as(village.mette)),
    ).rejects.toEqual(refused('agreement.wrong-state'));
    const { coming } = await village.use(ShowAgreement).execute(id, village.as(village.mette));
    expect(coming[0]?.date).toBe('2026-11-16');
  });

  it('is refused for the same reasons as a new one', async () => {
    const village = await Village.found();
    const { id } = await drawn(village);
    const unpaid = [{ weekday: 2 as const, start: '08:00', end: '10:00', task: 'tomme kasser' }];
    await expect(
      village.use(ReviseAgreement).execute(id, { ...terms(village), unpaid }, village.as(village.mette)),
    ).rejects.toEqual(refused('agreement.same-task-paid-and-unpaid'));
  });

  it('has the usual follow-ups once, each a task of the fixed contact on its morning', async () => {
    const village = await Village.found();
    const { id } = await drawn(village);
    const plan = () => village.use(PlanFollowUps).execute(id, 'usual', village.as(village.lars));
    expect((await plan()).map(({ kind, dueAt, staffId }) => [kind, localDateOf(dueAt), staffId])).toEqual([
      ['follow-up', '2026-11-16', village.mette.id],
      ['follow-up', '2026-12-07', village.mette.id],
      ['grow-hours', '2027-02-01', village.mette.id],
    ]);
    expect(await plan()).toEqual([]);
    await expect(
      village
        .use(PlanFollowUps)
        .execute(id, { on: '2026-11-01', kind: 'follow-up' }, village.as(village.mette)),
    ).rejects.toEqual(refused('agreement.follow-up-in-past'));
  });
});

describe('the lists', () => {
  it('show what waits by its deadline, with figures, to those who answer for it', async () => {
    const village = await Village.found({ smallJob: { positions: 3 } });
    const amira = village.citizen({ name: 'Amira Prøvesen', phone: '+4522220002' });
    await village.moveIn(amira);
    const ask = (citizenId: string) =>
      village
        .use(ProposeMatch)
        .execute({ smallJobId: village.smallJob.id, citizenId }, village.as(village.mette));
    await ask(village.jonas.id);
    await village.pass('PT1H');
    await ask(amira.id);
    const list = (staff = village.mette, more: object = {}) =>
      village.use(ProposalList).execute({ state: 'asking', ...more }, page, village.as(staff));
    const found = await list();
    expect(found.items.map(({ citizen }) => citizen.name)).toEqual(['Jonas Prøvesen', 'Amira Prøvesen']);
    expect(found.counts).toMatchObject({ asking: 2, proposed: 0 });
    expect((await list(village.mette, { order: 'newest' })).items[0]?.citizen.name).toBe('Amira Prøvesen');
    expect((await list(village.mette, { mine: true })).items).toHaveLength(2);
    expect(await list(village.lars, { mine: true })).toMatchObject({ items: [], counts: { asking: 0 } });
    expect(village.transactor.accessLog.at(-1)).toMatchObject({ purpose: 'match.list', kind: 'shown' });
  });

  it('go on where the page ended', async () => {
    const village = await Village.found({ smallJob: { positions: 3 } });
    const amira = village.citizen({ name: 'Amira Prøvesen', phone: '+4522220002' });
    await village.moveIn(amira);
    for (const { id } of [village.jonas, amira]) {
      await village
        .use(ProposeMatch)
        .execute({ smallJobId: village.smallJob.id, citizenId: id }, village.as(village.mette));
      await village.pass('PT1M');
    }
    const list = (after?: string) =>
      village
        .use(ProposalList)
        .execute({ state: 'asking' }, { limit: 1, ...(after && { after }) }, village.as(village.mette));
    const first = await list();
    const second = await list(first.next!);
    expect([...first.items, ...second.items].map(({ citizen }) => citizen.id)).toEqual([
      village.jonas.id,
      amira.id,
    ]);
    expect(second.next).toBeNull();
  });

  it('know which yes has no agreement yet, and which agreement has no paid hours yet', async () => {
    const village = await Village.found();
    const offer = await village.offered();
    await village
      .use(AnswerOffer)
      .execute(offer.id, { answer: 'yes', how: 'phone' }, village.as(village.mette));
    const toAgree = () =>
      village.use(OfferList).execute({ view: 'to-agree' }, page, village.as(village.mette));
    expect((await toAgree()).items.map((row) => row.offer.id)).toEqual([offer.id]);
    const { id } = await village.use(DrawUpAgreement).execute(
      {
        offerId: offer.id,
        startDate: '2026-11-02',
        paidFrom: '2026-11-30',
        paid: village.smallJob.weeklyShifts,
        unpaid: [{ weekday: 2, start: '08:00', end: '10:00', task: 'Følge med' }],
        expectations: [],
      },
      village.as(village.mette),
    );
    expect((await toAgree()).items).toEqual([]);
    for (const party of ['employer', 'citizen', 'municipality'] as const)
      await village.use(SignAgreement).execute(id, party, village.as(village.mette));
    const unpaid = await village
      .use(AgreementList)
      .execute({ view: 'unpaid-only' }, page, village.as(village.mette));
    expect(unpaid.items.map(({ agreement, weekly }) => [agreement.id, weekly])).toEqual([
      [id, { paid: 0, unpaid: 120 }],
    ]);
    expect(unpaid.counts).toMatchObject({ running: 1, draft: 0, 'unpaid-only': 1 });
  });

  it('are for nobody outside the municipality', async () => {
    const village = await Village.found();
    const match = await proposed(village);
    const { employer } = village;
    for (const look of [
      () => village.use(ProposalList).execute({ state: 'proposed' }, page, employer),
      () => village.use(OfferList).execute({ view: 'open' }, page, employer),
      () => village.use(AgreementList).execute({ view: 'running' }, page, employer),
      () => village.use(ShowProposal).execute(match.id, employer),
    ])
      await expect(look()).rejects.toEqual(refused('not-allowed'));
  });
});

describe('a proposal on the desk', () => {
  it('shows the card of the company, what each field would show, and when it can be reminded', async () => {
    const village = await Village.found({
      jonas: { jobGoals: [{ category: 'lager', rank: 1, ownWords: 'med kroppen' }] },
    });
    const { id } = await proposed(village);
    const desk = await village.use(ShowProposal).execute(id, village.as(village.lars));
    expect(desk.card).toMatchObject({
      wishes: ['Lager'],
      hours: { min: 1, max: 30, wish: 12 },
      abilities: [],
    });
    expect(desk.choices.find(({ field }) => field === 'wishes')).toMatchObject({
      shown: false,
      alone: { wishes: ['med kroppen'] },
    });
    expect(desk.mayRemindAt).toEqual(Temporal.Instant.from('2026-11-02T12:00:00Z'));
    expect(desk.staff.get(village.mette.id)).toBe('Mette Holm');
  });

  it('says that the citizen has another offer to answer first', async () => {
    const village = await Village.found({ smallJob: { positions: 2 } });
    const other = village.rows.smallJob(village.company.id, {
      status: 'open',
      weeklyShifts: village.smallJob.weeklyShifts,
      startDate: '2026-11-04',
    });
    await village.inside(async (unit) => {
      await unit.smallJobs.insert(other);
      await unit.contacts.insert(village.rows.contact(other.id, village.mette.id));
    });
    const second = await village
      .use(ProposeMatch)
      .execute({ smallJobId: other.id, citizenId: village.jonas.id }, village.as(village.mette));
    const offer = await village.offered();
    const desk = await village.use(ShowProposal).execute(second.id, village.as(village.mette));
    expect(desk.otherOffer?.id).toBe(offer.id);
  });
});
