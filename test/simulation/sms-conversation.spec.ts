import { describe, expect, it } from '@jest/globals';
import type { Citizen, Match, Offer, SmallJob, TaskKind, Temporal } from '#domain';
import {
  AnswerOffer,
  ChangeCitizen,
  ConfirmMatch,
  ForgetOldTexts,
  ProposeMatch,
  ReceiveSms,
  ShowCitizenDesk,
  WithdrawOffer,
} from '#use-cases';
import { Village } from './village.js';

const openTasks = async (village: Village): Promise<{ kind: TaskKind; note: string | null }[]> =>
  village.inside((unit) => unit.tasks.list({ doneAt: { isNull: true } }, { order: [{ by: 'id' }] }));
const kinds = async (village: Village): Promise<TaskKind[]> =>
  (await openTasks(village)).map(({ kind }) => kind);
const offerNow = (village: Village, { id }: Offer) =>
  village.inside(async (unit) => (await unit.offers.find(id))!);
const matchNow = (village: Village, { id }: { id: string }) =>
  village.inside(async (unit) => (await unit.matches.find(id))!);
const citizenNow = (village: Village, { id }: Citizen) =>
  village.inside(async (unit) => (await unit.citizens.find(id))!);
const understoodAs = async (village: Village): Promise<(string | null)[]> =>
  (await village.inside((unit) => unit.inbound.list({}, { order: [{ by: 'id' }] }))).map(
    (sms) => sms.understoodAs,
  );

let written = 0;
/** Written then, arriving now. */
const late = (village: Village, text: string, at: Temporal.Instant, from = village.jonas.phone!) =>
  village.use(ReceiveSms).execute({ providerId: `late-${++written}`, from, text, at });

async function anotherJob(village: Village, over: Partial<SmallJob> = {}): Promise<SmallJob> {
  const { id } = village.rows.smallJob(village.company.id);
  const job: SmallJob = { ...village.smallJob, id, title: 'Afrydning i kantinen', ...over };
  await village.inside(async (unit) => {
    await unit.contacts.insert(village.rows.contact(job.id, village.mette.id));
    await unit.smallJobs.insert(job);
  });
  return job;
}

const propose = (
  village: Village,
  job: SmallJob,
  citizen = village.jonas,
  interest = false,
): Promise<Match> =>
  village.use(ProposeMatch).execute(
    {
      smallJobId: job.id,
      citizenId: citizen.id,
      ...(interest && { interest: { how: 'phone' as const, at: village.now.toString(), fields: ['goals'] } }),
    },
    village.as(village.mette),
  );

/** Jonas has an open offer, and is asked whether another company may hear of him. */
async function twoQuestions(): Promise<{ village: Village; offer: Offer; match: Match }> {
  const village = await Village.found();
  const offer = await village.offered();
  await village.pass('PT5M');
  const match = await propose(village, await anotherJob(village));
  await village.pass('PT5M');
  village.gateway.sent.length = 0;
  return { village, offer, match };
}

describe('a word that fits two questions', () => {
  it('is asked back in one SMS, and a number settles the one that is meant', async () => {
    const { village, offer, match } = await twoQuestions();
    expect(await village.sms(village.jonas.phone, 'Ja tak')).toBe('understood');
    await village.pass('PT1M');
    expect(village.texts(village.jonas)).toEqual([
      'Hej Jonas. Gælder dit ja 1: jobbet Tomme kasser eller 2: at nævne dig, Afrydning i kantinen? Svar 1 eller 2. Kh Mette 20123456',
    ]);
    expect([(await offerNow(village, offer)).state, (await matchNow(village, match)).state]).toEqual([
      'sent',
      'asking',
    ]);
    expect(await village.sms(village.jonas.phone, '2')).toBe('understood');
    expect([(await offerNow(village, offer)).state, (await matchNow(village, match)).state]).toEqual([
      'sent',
      'proposed',
    ]);
    await village.pass('PT1M');
    expect(village.texts(village.jonas).at(-1)).toMatch(/^Tak for dit ja, Jonas\. Nu hører firmaet om dig/);
    expect(village.texts(village.jonas)).toHaveLength(2);
    expect(await kinds(village)).toEqual([]);
  });

  it.each([
    ['1', 'accepted'],
    ['Nr. 1', 'accepted'],
    ['1 ja', 'accepted'],
    ['1 nej tak', 'sent'],
    ['1 nej', 'declined'],
  ])('"%s" leaves the offer %s', async (text, state) => {
    const { village, offer } = await twoQuestions();
    await village.sms(village.jonas.phone, 'ja');
    await village.sms(village.jonas.phone, text);
    expect((await offerNow(village, offer)).state).toBe(state);
  });

  it('both can be meant, one after the other; the same number twice is once', async () => {
    const { village, offer, match } = await twoQuestions();
    for (const text of ['ja', '2', '1', '1']) await village.sms(village.jonas.phone, text);
    expect((await offerNow(village, offer)).state).toBe('accepted');
    expect((await matchNow(village, match)).state).toBe('proposed');
    expect(await understoodAs(village)).toEqual(['asked-which', 'yes', 'yes', 'said-before']);
    expect(await kinds(village)).toEqual([]);
  });

  it('a number that is not on the list is for a person, and nothing is decided', async () => {
    const { village, offer, match } = await twoQuestions();
    await village.sms(village.jonas.phone, 'ja');
    expect(await village.sms(village.jonas.phone, '3')).toBe('a-person-calls');
    expect((await offerNow(village, offer)).state).toBe('sent');
    expect((await matchNow(village, match)).state).toBe('asking');
    expect(await kinds(village)).toEqual(['not-understood']);
  });

  it('the same word again is not asked again: a person calls', async () => {
    const { village } = await twoQuestions();
    await village.sms(village.jonas.phone, 'ja');
    expect(await village.sms(village.jonas.phone, 'ja')).toBe('a-person-calls');
    await village.pass('PT1M');
    expect(village.texts(village.jonas).filter((text) => /Svar 1 eller 2/.test(text))).toHaveLength(1);
  });

  it('what was settled meanwhile is told as it is, and a person calls', async () => {
    const { village, offer, match } = await twoQuestions();
    await village.sms(village.jonas.phone, 'ja');
    await village.use(WithdrawOffer).execute(offer.id, village.as(village.mette));
    expect(await village.sms(village.jonas.phone, '1')).toBe('a-person-calls');
    await village.pass('PT1M');
    expect(village.texts(village.jonas).at(-1)).toMatch(
      /Det, vi spurgte om, er ikke åbent mere\. Mette ringer/,
    );
    expect((await openTasks(village)).at(-1)).toMatchObject({
      kind: 'not-understood',
      note: '1 (om jobbet Tomme kasser: det er ikke åbent mere)',
    });
    expect((await matchNow(village, match)).state).toBe('asking');
  });

  it('a number means nothing when the next working day is over, or nobody asked', async () => {
    const { village, offer } = await twoQuestions();
    expect(await village.sms(village.jonas.phone, '1')).toBe('a-person-calls');
    await village.sms(village.jonas.phone, 'ja');
    await village.until('2026-11-03T22:59:00Z');
    expect((await village.inside((unit) => unit.smsChoices.list()))[0]!.expiresAt.toString()).toBe(
      '2026-11-03T22:59:00Z',
    );
    expect(await village.sms(village.jonas.phone, '1')).toBe('a-person-calls');
    expect((await offerNow(village, offer)).answers).toEqual([]);
  });

  it('three questions are too many for one SMS', async () => {
    const { village } = await twoQuestions();
    await propose(village, await anotherJob(village, { title: 'Rengøring' }));
    await village.pass('PT5M');
    expect(await village.sms(village.jonas.phone, 'ja')).toBe('a-person-calls');
    expect(await village.inside((unit) => unit.smsChoices.count({}))).toBe(0);
  });

  it('RING is one call, however many questions are open', async () => {
    const { village } = await twoQuestions();
    expect(await village.sms(village.jonas.phone, 'ring')).toBe('understood');
    expect(await kinds(village)).toEqual(['call-citizen']);
  });

  it('BESØG fits one of them only', async () => {
    const { village, offer } = await twoQuestions();
    await village.sms(village.jonas.phone, 'besøg');
    expect((await offerNow(village, offer)).state).toBe('visiting');
  });

  it('a company with two people proposed is asked by their pseudonyms', async () => {
    const village = await Village.found({ smallJob: { positions: 2 } });
    const amira = village.citizen({ name: 'Amira Prøvesen', phone: '+4522220002' });
    await village.moveIn(amira);
    const one = await propose(village, village.smallJob, village.jonas, true);
    await village.pass('PT5M');
    const two = await propose(village, village.smallJob, amira, true);
    await village.pass('PT5M');
    expect(await village.sms(village.company.contact.phone, 'JA')).toBe('understood');
    await village.pass('PT1M');
    const asked = village.texts(village.company.contact).at(-1)!;
    expect(asked).toContain(one.pseudonym);
    expect(asked).toContain(two.pseudonym);
    expect(asked).not.toMatch(/Jonas|Amira/);
    await village.sms(village.company.contact.phone, '2');
    expect([(await matchNow(village, one)).state, (await matchNow(village, two)).state]).toEqual([
      'proposed',
      'confirmed',
    ]);
    await village.pass('PT1M');
    expect(village.texts(village.company.contact).at(-1)).toMatch(
      /^Tak for svaret\. I har sagt ja til at mødes/,
    );
  });
});

describe('one question about two people at a workplace', () => {
  async function asked(): Promise<Village> {
    const village = await Village.found({ smallJob: { positions: 2 } });
    const amira = village.citizen({ name: 'Amira Prøvesen', phone: '+4522220002' });
    await village.moveIn(amira);
    await village.atWork();
    await village.atWork('2026-11-04', village.smallJob.weeklyShifts, amira);
    await village.until('2026-11-04T07:40:00Z');
    village.gateway.sent.length = 0;
    return village;
  }
  const states = async (village: Village) =>
    (await village.inside((unit) => unit.shifts.list({ date: '2026-11-04' }))).map(({ state }) => state);

  it('JA is yes for both, said back once', async () => {
    const village = await asked();
    await village.sms(village.company.contact.phone, 'Ja');
    expect(await states(village)).toEqual(['late', 'late']);
    await village.pass('PT1M');
    expect(village.texts(village.company.contact)).toHaveLength(1);
  });

  it.each(['ja, Jonas er her', 'Nej Amira', 'ja kun jonas'])(
    '"%s" decides nothing: a person asks about the other',
    async (text) => {
      const village = await asked();
      expect(await village.sms(village.company.contact.phone, text)).toBe('a-person-calls');
      expect(await states(village)).toEqual(['unconfirmed', 'unconfirmed']);
    },
  );

  it('JA after NEJ is good news: somebody came late', async () => {
    const village = await asked();
    await village.sms(village.company.contact.phone, 'Nej');
    expect(await states(village)).toEqual(['missed', 'missed']);
    await village.pass('PT20M');
    await village.sms(village.company.contact.phone, 'Ja');
    expect(await states(village)).toEqual(['late', 'late']);
  });

  it('NEJ twice is one no', async () => {
    const village = await asked();
    await village.sms(village.company.contact.phone, 'Nej');
    await village.sms(village.company.contact.phone, 'Nej');
    expect(await understoodAs(village)).toEqual(['no', 'said-before']);
  });

  it('the next day a JA to it is about nothing that is open', async () => {
    const village = await asked();
    await village.until('2026-11-05T09:00:00Z');
    expect(await village.sms(village.company.contact.phone, 'Ja')).toBe('a-person-calls');
    expect(await states(village)).not.toContain('late');
  });
});

describe('replies and questions that cross', () => {
  it('a reply written before the newer question was sent is about the older one', async () => {
    const { village, offer, match } = await twoQuestions();
    expect(await late(village, 'ja', offer.createdAt.add({ minutes: 2 }))).toBe('understood');
    expect((await offerNow(village, offer)).state).toBe('accepted');
    expect((await matchNow(village, match)).state).toBe('asking');
  });

  it('a reply written before anything was asked answers nothing', async () => {
    const { village, offer } = await twoQuestions();
    expect(await late(village, 'ja', offer.createdAt.subtract({ minutes: 10 }))).toBe('a-person-calls');
    expect((await offerNow(village, offer)).state).toBe('sent');
  });

  it('a question that waited for the morning was not asked in the evening', async () => {
    const village = await Village.found();
    village.transactor.clock.set('2026-11-02T20:00:00Z');
    const offer = await village.offered();
    expect(await village.sms(village.jonas.phone, 'ja')).toBe('a-person-calls');
    expect((await offerNow(village, offer)).state).toBe('sent');
    await village.until('2026-11-03T06:05:00Z');
    expect(await village.sms(village.jonas.phone, 'ja')).toBe('understood');
  });

  it.each([
    ['nej', 'ja', 'accepted'],
    ['ja', 'nej', 'declined'],
  ])('%s and then %s, delivered the other way round, is %s', async (first, second, state) => {
    const village = await Village.found();
    const offer = await village.offered();
    await village.pass('PT10M');
    const at = village.now;
    await village.pass('PT5M');
    expect(await late(village, second, at.add({ minutes: 1 }))).toBe('understood');
    expect(await late(village, first, at)).toBe('understood');
    expect((await offerNow(village, offer)).state).toBe(state);
    expect((await offerNow(village, offer)).answers).toHaveLength(1);
    expect(await understoodAs(village)).toEqual([second === 'ja' ? 'yes' : 'no', 'overtaken']);
    expect(await kinds(village)).not.toContain('not-understood');
  });

  it('PÅ VEJ that arrives after the KAN IKKE written later puts no shift back on', async () => {
    const village = await Village.found();
    const [shift] = await village.atWork();
    await village.until('2026-11-04T06:40:00Z');
    const at = village.now;
    await village.pass('PT10M');
    await late(village, 'kan ikke', at.add({ minutes: 5 }));
    await late(village, 'på vej', at);
    expect((await village.inside((unit) => unit.shifts.find(shift!.id)))!.state).toBe('absent-reported');
    expect(await understoodAs(village)).toEqual(['cannot', 'overtaken']);
  });

  it('an SMS older than what the citizen told the contact since is for the contact', async () => {
    const village = await Village.found();
    const offer = await village.offered();
    await village.pass('PT10M');
    const at = village.now;
    await village.pass('PT10M');
    await village
      .use(AnswerOffer)
      .execute(offer.id, { answer: 'yes', how: 'phone' }, village.as(village.mette));
    expect(await late(village, 'nej', at)).toBe('a-person-calls');
    expect((await offerNow(village, offer)).state).toBe('accepted');
  });

  it('an answer three days after the deadline gets the truth and a call', async () => {
    const village = await Village.found();
    const offer = await village.offered();
    await village.until(offer.expiresAt.add({ hours: 24 }));
    expect((await offerNow(village, offer)).state).toBe('expired');
    expect(await village.sms(village.jonas.phone, 'JA')).toBe('a-person-calls');
    await village.until('2026-11-07T08:00:00Z');
    expect(village.texts(village.jonas).at(-1)).toMatch(
      /Fristen for at svare er gået\. Mette ringer til dig/,
    );
    expect((await openTasks(village)).map(({ note }) => note)).toContain(
      'JA (om jobbet Tomme kasser: fristen er gået)',
    );
  });

  it('the same answer again is no second answer, no second SMS and nobody’s task', async () => {
    const village = await Village.found();
    const offer = await village.offered();
    await village.pass('PT1M');
    await village.sms(village.jonas.phone, 'ja');
    await village.sms(village.jonas.phone, 'Ja tak');
    await village.pass('PT1M');
    expect((await offerNow(village, offer)).answers).toHaveLength(1);
    expect(village.texts(village.jonas).filter((text) => /Tak for dit ja/.test(text))).toHaveLength(1);
    expect(await kinds(village)).toEqual([]);
  });

  it('HER twice is once, and says nothing about tomorrow', async () => {
    const village = await Village.found();
    const every = [1, 2, 3, 4, 5].map((weekday) => ({
      ...village.smallJob.weeklyShifts[0]!,
      weekday: weekday as 1,
    }));
    const shifts = await village.atWork('2026-11-04', every);
    await village.until('2026-11-04T07:00:00Z');
    await village.sms(village.jonas.phone, 'her');
    for (const text of ['HER', 'på vej']) await village.sms(village.jonas.phone, text);
    expect(await understoodAs(village)).toEqual(['here', 'said-before', 'said-before']);
    const tomorrow = await village.inside((unit) => unit.shifts.find(shifts[1]!.id));
    expect(tomorrow).toMatchObject({ state: 'planned', evidence: [] });
  });
});

describe('every understood reply is confirmed once', () => {
  it.each([
    ['JA', /^Tak for dit ja, Jonas\. Nu hører firmaet om dig/],
    ['NEJ', /^Hej Jonas\. Tak for dit svar\. Vi går ikke videre/],
    ['RING', /^Hej Jonas\. Mette ringer mandag den 2\. november kl\. 9/],
  ])('%s to "Må firmaet høre om dig?"', async (text, confirmation) => {
    const village = await Village.found();
    await propose(village, village.smallJob);
    await village.pass('PT1M');
    await village.sms(village.jonas.phone, text);
    await village.pass('PT1M');
    expect(village.texts(village.jonas)).toHaveLength(2);
    expect(village.texts(village.jonas)[1]).toMatch(confirmation);
  });

  it.each([
    ['JA', /^Tak for svaret\. I har sagt ja til at mødes: Tomme kasser\. Vi spørger personen\./],
    ['NEJ', /^Tak for svaret\. Vi går ikke videre med forslaget: Tomme kasser\./],
  ])('%s to a proposal', async (text, confirmation) => {
    const village = await Village.found();
    await propose(village, village.smallJob, village.jonas, true);
    await village.pass('PT1M');
    await village.sms(village.company.contact.phone, text);
    await village.pass('PT1M');
    expect(village.texts(village.company.contact)).toHaveLength(2);
    expect(village.texts(village.company.contact)[1]).toMatch(confirmation);
  });

  it('a clear JA that a rule refuses is no misunderstanding: a person calls about it', async () => {
    const village = await Village.found();
    const { id } = await propose(village, village.smallJob, village.jonas, true);
    const other = await propose(village, await anotherJob(village), village.jonas, true);
    await village.use(ConfirmMatch).execute(other.id, 'meet', village.employer);
    await village.pass('PT1M');
    expect(await village.sms(village.company.contact.phone, 'JA')).toBe('a-person-calls');
    await village.pass('PT1M');
    expect((await matchNow(village, { id })).state).toBe('proposed');
    expect(village.texts(village.company.contact).at(-1)).toBe(
      'Tak for din besked. Mette ringer. Kh Mette 20123456',
    );
    expect((await openTasks(village)).map(({ note }) => note)).toEqual([
      `Ali Demir, ${village.company.name}: JA`,
    ]);
  });

  it('RING without a question is a call too, once', async () => {
    const village = await Village.found();
    for (const text of ['Ring', 'Kan du ringe til mig?']) await village.sms(village.jonas.phone, text);
    await village.sms(village.company.contact.phone, 'RING');
    await village.pass('PT1M');
    expect(await openTasks(village)).toEqual([
      expect.objectContaining({ kind: 'call-citizen', staffId: village.mette.id }),
      expect.objectContaining({ kind: 'not-understood', note: expect.stringContaining('skrev RING') }),
    ]);
    expect(village.texts(village.jonas)).toHaveLength(2);
    expect((await citizenNow(village, village.jonas)).phoneVerifiedAt).not.toBeNull();
  });
});

describe('STOP', () => {
  it('ends SMS at once, is confirmed once, and the contact hears what is owed', async () => {
    const village = await Village.found();
    await village.atWork();
    await village.pass('PT1M');
    village.gateway.sent.length = 0;
    expect(await village.sms(village.jonas.phone, 'Stop')).toBe('understood');
    expect(await village.sms(village.jonas.phone, 'STOP')).toBe('understood');
    await village.until('2026-11-06T12:00:00Z');
    expect(village.texts(village.jonas)).toEqual([
      'Hej Jonas. Nu sender vi ikke flere SMS. Mette ringer til dig i stedet. Skriv START, hvis du vil have SMS igen. Kh Mette 20123456',
    ]);
    expect((await citizenNow(village, village.jonas)).preferredChannel).toBe('call');
    const consents = await village.inside((unit) => unit.consents.list({ kind: 'messages' }));
    expect(consents).toEqual([expect.objectContaining({ action: 'withdrawn', how: 'sms' })]);
    const [task, ...more] = (await openTasks(village)).filter(({ kind }) => kind === 'sms-stopped');
    expect(more).toEqual([]);
    expect(task!.note).toMatch(/^Skrev STOP\. .*vagter forude, den næste onsdag den 4\. november kl\. 8\.$/);
    // The reminders that are not sent are calls.
    expect(await kinds(village)).toContain('remind-shift');
  });

  it('holds back what waits to be sent; the open offer becomes a call', async () => {
    const village = await Village.found();
    village.transactor.clock.set('2026-11-02T20:00:00Z');
    await village.offered();
    await village.sms(village.jonas.phone, 'stop');
    await village.until('2026-11-03T09:00:00Z');
    expect(village.texts(village.jonas).filter((text) => text.includes('/o/'))).toEqual([]);
    const offered = await village.inside((unit) => unit.messages.first({ template: 'offer' }));
    expect(offered).toMatchObject({ state: 'failed', reason: 'receiver-said-stop' });
    const task = (await openTasks(village)).find(({ kind }) => kind === 'sms-stopped');
    expect(task!.note).toMatch(
      /^Skrev STOP\. 1 SMS blev ikke sendt\. Tilbuddet om »Tomme kasser« er åbent til /,
    );
  });

  it('an answer after it still counts', async () => {
    const village = await Village.found();
    const offer = await village.offered();
    await village.pass('PT1M');
    await village.sms(village.jonas.phone, 'stop');
    await village.sms(village.jonas.phone, 'ja');
    expect((await offerNow(village, offer)).state).toBe('accepted');
    // The receipt comes from a person then.
    expect(await kinds(village)).toEqual(['sms-stopped', 'tell-citizen']);
  });

  it('START turns it on again and is confirmed', async () => {
    const village = await Village.found();
    await village.sms(village.jonas.phone, 'stop');
    expect(await village.sms(village.jonas.phone, 'Start')).toBe('understood');
    await village.pass('PT1M');
    expect(village.texts(village.jonas).at(-1)).toMatch(/^Hej Jonas\. Nu får du SMS fra os igen/);
    expect((await citizenNow(village, village.jonas)).preferredChannel).toBe('sms');
    expect(await kinds(village)).toEqual([]);
    const said = await village.inside((unit) =>
      unit.consents.list({}, { order: [{ by: 'at' }, { by: 'id' }] }),
    );
    expect(said.map(({ action }) => action)).toEqual(['withdrawn', 'given']);
  });

  it('of a company sends its questions to a person, and START brings them back', async () => {
    const village = await Village.found();
    await village.atWork();
    await village.pass('PT1M');
    await village.sms(village.company.contact.phone, 'stop');
    await village.until('2026-11-04T07:00:00Z');
    village.gateway.sent.length = 0;
    await village.pass('PT1H');
    expect(village.texts(village.company.contact)).toEqual([]);
    expect(await kinds(village)).toContain('unknown-attendance');
    expect((await openTasks(village)).map(({ note }) => note)).toContain(
      `Ali Demir fra ${village.company.name} skrev STOP.`,
    );
    await village.sms(village.company.contact.phone, 'start');
    await village.pass('PT1M');
    expect(village.texts(village.company.contact)).toHaveLength(1);
  });

  it('of somebody who answers for others changes nothing, and says so', async () => {
    const village = await Village.found();
    await village.sms(village.mette.phone, 'stop');
    await village.pass('PT1M');
    expect(village.texts(village.mette)).toEqual([expect.stringMatching(/kan ikke stoppes med en SMS/)]);
    expect(await kinds(village)).toEqual([]);
  });
});

describe('a number that changed hands', () => {
  async function shared(): Promise<{ village: Village; offer: Offer; ida: Citizen }> {
    const village = await Village.found({ smallJob: { positions: 2 } });
    const ida = village.citizen({
      name: 'Ida Prøvesen',
      phone: village.jonas.phone,
      brokerId: village.lars.id,
    });
    await village.moveIn(ida);
    const offer = await village.offered();
    await village.pass('PT1M');
    village.gateway.sent.length = 0;
    return { village, offer, ida };
  }

  it('with two citizens decides nothing for the one who was asked; each contact hears, and the number once', async () => {
    const { village, offer } = await shared();
    expect(await village.sms(village.jonas.phone, 'ja')).toBe('a-person-calls');
    expect((await offerNow(village, offer)).state).toBe('sent');
    expect(await openTasks(village)).toEqual([
      expect.objectContaining({ kind: 'number-of-several', staffId: village.mette.id }),
      expect.objectContaining({ kind: 'number-of-several', staffId: village.lars.id }),
    ]);
    await village.pass('PT1M');
    expect(village.texts(village.jonas)).toEqual(['Tak for din besked. Mette ringer. Kh Mette 20123456']);
  });

  it('RING is a call from each', async () => {
    const { village } = await shared();
    await village.sms(village.jonas.phone, 'ring');
    expect(await kinds(village)).toEqual(['call-citizen', 'call-citizen']);
  });

  it('STOP holds for everybody who has the number', async () => {
    const { village, ida } = await shared();
    await village.sms(village.jonas.phone, 'stop');
    await village.pass('PT1M');
    expect((await citizenNow(village, village.jonas)).preferredChannel).toBe('call');
    expect((await citizenNow(village, ida)).preferredChannel).toBe('call');
    expect(village.texts(village.jonas)).toHaveLength(1);
  });

  it('thanks are nobody’s task', async () => {
    const { village } = await shared();
    await village.sms(village.jonas.phone, 'Tak');
    expect(await kinds(village)).toEqual([]);
  });

  it('"forkert nummer" ends everything that goes there, and nothing goes back', async () => {
    const village = await Village.found();
    await village.offered();
    await village.pass('PT1M');
    village.gateway.sent.length = 0;
    expect(await village.sms(village.jonas.phone, 'Du har fået forkert nummer')).toBe('understood');
    await village.until('2026-11-05T12:00:00Z');
    expect(village.texts(village.jonas)).toEqual([]);
    expect(await citizenNow(village, village.jonas)).toMatchObject({ phone: null, preferredChannel: 'call' });
    expect(await openTasks(village)).toContainEqual(
      expect.objectContaining({
        kind: 'correct-number',
        staffId: village.mette.id,
        citizenId: village.jonas.id,
        note: expect.stringContaining('22220001'),
      }),
    );
    expect(await village.sms(village.jonas.phone, 'hvem er I?')).not.toBe('understood');
  });

  it('an SMS from the old number keeps no words, gets no answer and becomes one task', async () => {
    const village = await Village.found();
    await village.offered();
    await village.pass('PT1M');
    const old = village.jonas.phone!;
    await village
      .use(ChangeCitizen)
      .execute(village.jonas.id, { phone: '+4522229999' }, village.as(village.mette));
    village.gateway.sent.length = 0;
    expect(await village.sms(old, 'Hvem er det?')).toBe('a-person-calls');
    expect(await village.sms(old, 'ja')).toBe('a-person-calls');
    await village.pass('PT1M');
    expect(village.gateway.sent).toEqual([]);
    expect(await kinds(village)).toEqual(['give-offer', 'correct-number']);
    const kept = await village.inside((unit) => unit.inbound.list({}));
    expect(kept.map(({ text }) => text)).toEqual([null, null]);
  });

  it('stands on the page of each, with who else has it, and both looks are in the log', async () => {
    const { village, ida } = await shared();
    const desk = await village
      .use(ShowCitizenDesk)
      .execute(village.jonas.id, { lines: 5 }, village.as(village.mette));
    expect(desk.sameNumber).toEqual([{ id: ida.id, name: 'Ida Prøvesen' }]);
    const shown = village.transactor.accessLog.flatMap(({ citizenIds }) => citizenIds);
    expect(shown).toContain(ida.id);
    await village.use(ChangeCitizen).execute(ida.id, { phone: '+4522228888' }, village.as(village.lars));
    const after = await village
      .use(ShowCitizenDesk)
      .execute(village.jonas.id, { lines: 5 }, village.as(village.mette));
    expect(after.sameNumber).toEqual([]);
  });

  it('the first answer verifies it', async () => {
    const village = await Village.found();
    await propose(village, village.smallJob);
    await village.pass('PT1M');
    expect((await citizenNow(village, village.jonas)).phoneVerifiedAt).toBeNull();
    await village.sms(village.jonas.phone, 'nej');
    expect((await citizenNow(village, village.jonas)).phoneVerifiedAt).not.toBeNull();
  });
});

describe('what asks for nothing', () => {
  it.each(['Tak', 'Mange tak!', 'tak mette', 'Tak Mette 😊', '🙏', 'Selv tak'])(
    '"%s" is kept and nobody’s task',
    async (text) => {
      const village = await Village.found();
      await village.offered();
      await village.pass('PT1M');
      village.gateway.sent.length = 0;
      const isQuiet = text !== 'tak mette';
      expect(await village.sms(village.jonas.phone, text)).toBe(isQuiet ? 'understood' : 'a-person-calls');
      await village.pass('PT1M');
      expect(village.gateway.sent).toHaveLength(isQuiet ? 0 : 1);
    },
  );

  it.each(['Ok', '👍', 'Det er fint', 'Perfekt, tak'])(
    '"%s" might be a yes while something waits for one, and is quiet otherwise',
    async (text) => {
      const village = await Village.found();
      expect(await village.sms(village.jonas.phone, text)).toBe('understood');
      const offer = await village.offered();
      await village.pass('PT1M');
      expect(await village.sms(village.jonas.phone, text)).toBe('a-person-calls');
      expect((await offerNow(village, offer)).state).toBe('sent');
    },
  );

  it.each(['', '   ', 'x'.repeat(1600), `ja ${'og så videre '.repeat(120)}`])(
    'nothing and too much go to a person (%#)',
    async (text) => {
      const village = await Village.found();
      const offer = await village.offered();
      await village.pass('PT1M');
      expect(await village.sms(village.jonas.phone, text)).toBe('a-person-calls');
      expect((await offerNow(village, offer)).state).toBe('sent');
      const [task] = await openTasks(village);
      expect(task!.note!.length).toBeLessThanOrEqual(500);
      expect(task!.note!.trim()).not.toBe('');
    },
  );
});

describe('what is kept', () => {
  it('of an unknown number nothing', async () => {
    const village = await Village.found();
    expect(await village.sms('+4599999999', 'hemmeligt')).toBe('unknown-number');
    expect(await village.inside((unit) => unit.inbound.count({}))).toBe(0);
    expect(village.gateway.sent).toEqual([]);
  });

  it('the words go after thirty days, from the list of tasks too', async () => {
    const village = await Village.found();
    await village.sms(village.jonas.phone, 'noget meget privat');
    await village.until(village.now.add({ hours: 24 * 31 }));
    await village.use(ForgetOldTexts).execute(village.municipality.id);
    const everything = await village.inside(async (unit) =>
      JSON.stringify([await unit.inbound.list({}), await unit.tasks.list({})]),
    );
    expect(everything).not.toContain('noget meget privat');
  });
});
