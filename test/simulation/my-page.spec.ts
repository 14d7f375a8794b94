import { describe, expect, test } from '@jest/globals';
import type { Actor, Citizen } from '#domain';
import {
  AnswerMyOffer,
  AnswerMyShift,
  ChangeMyCard,
  ChangeMyMessages,
  ChangeMySettings,
  CitizenRecords,
  MatchRecords,
  ProposeMatch,
  ShowMyCards,
  ShowMyConsents,
  ShowMyData,
  ShowMyHours,
  ShowMyOffers,
  ShowMyPage,
  ShowMyShifts,
  WishCorrection,
} from '#use-cases';
import { everybodyComes } from './calendar.js';
import { Village } from './village.js';

const as = (village: Village, citizen: Citizen = village.jonas): Actor => ({
  role: 'citizen',
  municipalityId: village.municipality.id,
  citizenId: citizen.id,
  name: citizen.name,
  holder: citizen.id,
});

/** Somebody else of the same town, with a name and words that must never be seen on Jonas's page. */
async function canary(village: Village): Promise<Citizen> {
  const other = village.citizen({
    name: 'Kanariefugl Hemmelig',
    phone: '+4511112222',
    dream: 'kanariens drøm',
    jobGoals: [{ category: 'lager', rank: 1, ownWords: 'kanariens ord' }],
  });
  await village.moveIn(other);
  return other;
}

async function asked(village: Village, citizen = village.jonas) {
  const match = await village
    .use(ProposeMatch)
    .execute({ smallJobId: village.smallJob.id, citizenId: citizen.id }, village.as(village.mette));
  return match.id;
}

describe('my page', () => {
  test('before anything has happened there is the contact, and nothing to do', async () => {
    const village = await Village.found();
    const page = await village.use(ShowMyPage).execute(as(village));
    expect(page).toMatchObject({
      firstName: 'Jonas',
      next: { kind: 'nothing' },
      shifts: [],
      contact: { name: 'Mette Holm', phone: '20123456', answersNow: true, deputy: { name: 'Lars Lund' } },
      openAdvice: null,
    });
  });

  test('a question comes first, then an offer, then the next shift', async () => {
    const village = await Village.found();
    await asked(village);
    const next = async () => (await village.use(ShowMyPage).execute(as(village))).next.kind;
    expect(await next()).toBe('interest');
    const [card] = (await village.use(ShowMyCards).execute(as(village))).cards;
    await village.use(ChangeMyCard).withdraw(card!.matchId, as(village));
    expect(await next()).toBe('nothing');
    await village.offered();
    expect(await next()).toBe('offer');
    const { offers } = await offersOf(village);
    await village.use(AnswerMyOffer).execute(offers[0]!.offer!.id, { answer: 'no' }, as(village));
    await village.atWork();
    expect(await next()).toBe('shift');
  });

  test('the phone is answered again when it is said', async () => {
    const village = await Village.found();
    await village.until('2026-11-06T17:00:00Z');
    const { contact } = await village.use(ShowMyPage).execute(as(village));
    expect(contact).toMatchObject({ answersNow: false, answersAgain: 'mandag den 9. november kl. 7.15' });
  });

  test('is for citizens only', async () => {
    const village = await Village.found();
    await expect(village.use(ShowMyPage).execute(village.as(village.mette))).rejects.toMatchObject({
      code: 'not-allowed',
    });
    await expect(village.use(ShowMyData).execute(village.employer)).rejects.toMatchObject({
      code: 'not-allowed',
    });
  });
});

const offersOf = async (village: Village) => ({ offers: await village.use(ShowMyOffers).list(as(village)) });

describe('what is somebody else’s', () => {
  test('does not exist', async () => {
    const village = await Village.found();
    const other = await canary(village);
    const shifts = await village.atWork();
    const stranger = as(village, other);
    const { offers } = await offersOf(village);
    const notFound = (code: string) => ({ code });
    await expect(village.use(ShowMyShifts).show(shifts[0]!.id, stranger)).rejects.toMatchObject(
      notFound('shift.not-found'),
    );
    await expect(
      village.use(AnswerMyShift).execute(shifts[0]!.id, { answer: 'cannot' }, stranger),
    ).rejects.toMatchObject(notFound('shift.not-found'));
    await expect(village.use(ShowMyOffers).show(offers[0]!.offer!.id, stranger)).rejects.toMatchObject(
      notFound('offer.not-found'),
    );
    await expect(
      village.use(AnswerMyOffer).execute(offers[0]!.offer!.id, { answer: 'no' }, stranger),
    ).rejects.toMatchObject(notFound('offer.not-found'));
    await expect(village.use(ChangeMyCard).show(offers[0]!.match.id, [], stranger)).rejects.toMatchObject(
      notFound('match.not-found'),
    );
    await expect(village.use(ChangeMyCard).withdraw(offers[0]!.match.id, stranger)).rejects.toMatchObject(
      notFound('match.not-found'),
    );
  });

  test('is on no page of mine', async () => {
    const village = await Village.found({ jonas: { cprSealed: 'test:MDEwMTkwMTIzNA' } });
    await canary(village);
    await village.atWork();
    const me = as(village);
    const all = JSON.stringify([
      await village.use(ShowMyPage).execute(me),
      await village.use(ShowMyShifts).list(me),
      await village.use(ShowMyHours).execute(me),
      await village.use(ShowMyOffers).list(me),
      await village.use(ShowMyCards).execute(me),
      await village.use(ShowMyConsents).execute(me),
      await village.use(ShowMyData).execute(me),
    ]);
    expect(all).not.toMatch(/Kanarie|kanarie|11112222|MDEwMTkwMTIzNA|0101901234|cprSealed/);
    expect(all).toContain('Jonas');
  });
});

describe('the card', () => {
  test('is seen before the company sees it, and choosing is the yes', async () => {
    const village = await Village.found({
      jonas: { jobGoals: [{ category: 'lager', rank: 1, ownWords: 'noget med kasser' }], dream: 'truck' },
    });
    const matchId = await asked(village);
    const { cards } = await village.use(ShowMyCards).execute(as(village));
    expect(cards[0]).toMatchObject({ matchId, companySees: false, since: '' });
    expect(cards[0]!.choices.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['goals', 'wishes', 'dream', 'hours']),
    );
    await village.use(ChangeMyCard).show(matchId, ['wishes'], as(village));
    const seen = await village.use(MatchRecords).show(matchId, village.employer);
    expect(seen.card).toMatchObject({ wishes: ['noget med kasser'], hours: null, danishLevel: null });
  });

  test('changes for the company’s very next look', async () => {
    const village = await Village.found({ jonas: { dream: 'mit eget værksted' } });
    const matchId = await asked(village);
    const look = async () => (await village.use(MatchRecords).show(matchId, village.employer)).card;
    await village.use(ChangeMyCard).show(matchId, ['dream', 'hours'], as(village));
    expect(await look()).toMatchObject({ wishes: ['mit eget værksted'], hours: { min: 1 } });
    await village.use(ChangeMyCard).show(matchId, ['hours'], as(village));
    expect(await look()).toMatchObject({ wishes: [], hours: { min: 1 } });
    await village.use(ChangeMyCard).show(matchId, [], as(village));
    expect(await look()).toMatchObject({ wishes: [], hours: null });
  });

  test('is gone when the yes is taken back, and the list says when', async () => {
    const village = await Village.found();
    const matchId = await asked(village);
    await village.use(ChangeMyCard).show(matchId, ['goals', 'hours'], as(village));
    await village.use(ChangeMyCard).withdraw(matchId, as(village));
    await village.use(ChangeMyCard).withdraw(matchId, as(village));
    const seen = await village.use(MatchRecords).show(matchId, village.employer);
    expect(seen.match.state).toBe('withdrawn');
    expect(seen.card).toMatchObject({ wishes: [], abilities: [], hours: null });
    expect(seen.match.withdrawal).toEqual({ reason: 'citizen-changed-mind', byStaffId: null });
    const open = await village.inside((unit) => unit.tasks.list({ doneAt: { isNull: true } }));
    expect(open).toMatchObject([{ kind: 'next-person', staffId: village.mette.id, matchId }]);
    const { consents } = await village.use(ShowMyConsents).execute(as(village));
    expect(consents).toEqual([
      expect.objectContaining({
        kind: 'card',
        textVersion: 'kort-2026-1',
        how: 'link',
        canWithdraw: false,
        withdrawnAt: village.now,
        words: expect.stringContaining('Firmaet må se'),
      }),
    ]);
    const lines = await village.inside((unit) => unit.consents.list({}, { order: [{ by: 'id' }] }));
    expect(lines.map(({ action, fields, how }) => [action, fields, how])).toEqual([
      ['given', ['goals', 'hours'], 'link'],
      ['withdrawn', [], 'page'],
    ]);
  });

  test('of a job with an accepted offer is not taken back here', async () => {
    const village = await Village.found();
    await village.atWork();
    const { offers } = await offersOf(village);
    await expect(village.use(ChangeMyCard).withdraw(offers[0]!.match.id, as(village))).rejects.toMatchObject({
      code: 'match.wrong-state',
    });
  });
});

describe('messages', () => {
  test('who says no is called instead, and can say yes again', async () => {
    const village = await Village.found();
    await village.use(ChangeMyMessages).execute(false, as(village));
    await village.use(ChangeMyMessages).execute(false, as(village));
    const me = () => village.inside(async (unit) => (await unit.citizens.find(village.jonas.id))!);
    expect((await me()).preferredChannel).toBe('call');
    await village.pass('PT1H');
    await village.use(ChangeMyMessages).execute(true, as(village));
    expect((await me()).preferredChannel).toBe('sms');
    const { consents } = await village.use(ShowMyConsents).execute(as(village));
    expect(consents).toEqual([
      expect.objectContaining({ kind: 'messages', how: 'page', withdrawnAt: null, canWithdraw: true }),
    ]);
    expect(await village.inside((unit) => unit.consents.count({}))).toBe(2);
  });
});

describe('what I decide', () => {
  test('how close the contact is, when I am reminded of Monday, and my language', async () => {
    const village = await Village.found();
    const change = { contactLevel: 'close', mondayReminder: 'friday', language: 'en' } as const;
    const changed = await village.use(ChangeMySettings).execute(change, as(village));
    expect(changed).toMatchObject(change);
  });
});

describe('my hours', () => {
  test('are paid and unpaid apart, and what is to come counts nothing', async () => {
    const village = await Village.found();
    await village.atWork();
    await everybodyComes(village, '2026-11-10T12:00:00Z');
    const { months } = await village.use(ShowMyHours).execute(as(village));
    expect(
      months.map(({ month, paidMinutes, unpaidMinutes }) => [month, paidMinutes, unpaidMinutes]),
    ).toEqual([['2026-11', 3 * 240, 0]]);
  });
});

describe('what is stored about me', () => {
  test('who has seen it, by person, day and purpose, newest first, and this look too', async () => {
    const village = await Village.found();
    const records = village.use(CitizenRecords);
    await records.show(village.jonas.id, village.as(village.mette));
    await village.pass('PT1M');
    await records.show(village.jonas.id, village.as(village.mette));
    await village.until('2026-11-03T09:00:00Z');
    await records.show(village.jonas.id, village.as(village.birgit));
    const { seen, seenComplete } = await village.use(ShowMyData).execute(as(village));
    expect(seenComplete).toBe(true);
    expect(seen.map(({ day, who, role, purpose, times }) => [day, who, role, purpose, times])).toEqual([
      ['2026-11-03', 'Jonas Prøvesen', 'citizen', 'my', 1],
      ['2026-11-03', 'Birgit Bak', 'leader', 'citizen.show', 1],
      ['2026-11-02', 'Mette Holm', 'consultant', 'citizen.show', 2],
    ]);
  });

  test('without a log there is no look', async () => {
    const village = await Village.found();
    village.transactor.accessLogFails = true;
    await expect(village.use(ShowMyData).execute(as(village))).rejects.toMatchObject({
      code: 'access-log.unavailable',
    });
  });

  test('a wish to correct is one task for the broker, however often it is sent', async () => {
    const village = await Village.found();
    const wish = { about: 'hours', words: 'Jeg kan først kl. 9' } as const;
    await village.use(WishCorrection).execute(wish, as(village));
    await village.use(WishCorrection).execute(wish, as(village));
    const tasks = await village.inside((unit) => unit.tasks.list({ kind: 'correct-record' }));
    expect(tasks).toMatchObject([{ staffId: village.mette.id, note: 'hours: Jeg kan først kl. 9' }]);
  });
});
