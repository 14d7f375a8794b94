import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Citizen, Staff } from '#domain';
import {
  AnswerBrokerQuestion,
  AskBroker,
  CloseSmallJob,
  CompareCitizens,
  ProposeMatch,
  RankingBoard,
  ShowProposalDesk,
  WhatIf,
  WhyNot,
} from '#use-cases';
import { Village } from './village.js';

let village: Village;
/** Starts late, and can lift little: comes in when the job starts at 9 and nothing weighs more than ten kilos. */
let karin: Citizen;
/** A colleague's citizen. */
let amira: Citizen;

beforeEach(async () => {
  village = await Village.found();
  karin = village.citizen({
    name: 'Karin Øst',
    windows: ([1, 2, 3, 4, 5] as const).map((weekday) => ({ weekday, from: '09:00', to: '16:00' })),
    limits: { liftKg: 2, standing: 2, noise: 2, peopleContact: 2, other: [] },
  });
  amira = village.citizen({
    name: 'Amira Kjær',
    brokerId: village.lars.id,
    hours: { min: 1, max: 30, wish: 3 },
  });
  await village.moveIn(karin);
  await village.moveIn(amira);
});

const actor = (staff: Staff = village.mette) => village.as(staff);
const logged = (purpose: string) =>
  village.transactor.accessLog.filter((access) => access.purpose === purpose);
const refusal = (of: Promise<unknown>): Promise<unknown> =>
  of.then(
    () => 'nothing was refused',
    ({ code }: { code: string }) => code,
  );
const board = (scope: 'mine' | 'municipality' = 'municipality') =>
  village.use(RankingBoard).execute(village.smallJob.id, { scope, limit: 20 }, actor());

describe('the board', () => {
  it('lists those who fit in the scope, counts all scopes, and says whose they are', async () => {
    const mine = await board('mine');
    expect(mine.ranking.ranked.map(({ citizenId }) => citizenId)).toEqual([village.jonas.id]);
    expect(mine.fitting).toEqual({ mine: 1, team: 1, municipality: 2 });
    const { people, ranking } = await board();
    expect(ranking.ranked.map(({ citizenId }) => citizenId).sort()).toEqual(
      [village.jonas.id, amira.id].sort(),
    );
    expect(people.get(amira.id)).toMatchObject({
      broker: { id: village.lars.id, name: 'Lars Lund' },
      standing: { kind: 'free' },
    });
  });

  it('counts what stands in the way, also what alone does', async () => {
    const { inTheWay } = await board();
    const demands = await village.inside((unit) => unit.smallJobs.find(village.smallJob.id));
    expect(demands!.demands.liftKg).toBeGreaterThan(2);
    expect(inTheWay.map(({ constraint, count, only }) => [constraint, count, only])).toEqual([
      ['lifting', 1, 0],
      ['windows', 1, 0],
    ]);
  });

  it('shows what is going on with somebody already', async () => {
    const match = await village
      .use(ProposeMatch)
      .execute({ smallJobId: village.smallJob.id, citizenId: village.jonas.id }, actor());
    const { people } = await board('mine');
    expect(people.get(village.jonas.id)?.standing).toEqual({
      kind: 'here',
      matchId: match.id,
      state: 'asking',
      by: 'Mette Holm',
    });
  });
});

describe('what if', () => {
  const ask = (wished: object, scope: 'mine' | 'municipality' = 'mine', limit = 20) =>
    village.use(WhatIf).execute(village.smallJob.id, { scope, limit, wished }, actor());

  it('names who comes in, and keeps nothing but the log', async () => {
    const answer = await ask({ laterMinutes: 60, liftKg: 2 });
    expect(answer).toMatchObject({ eligible: { before: 1, after: 2 }, came: 1, went: 0, gone: [] });
    expect(answer.ranked.find(({ isNew }) => isNew)).toMatchObject({ name: 'Karin Øst', placeNow: null });
    expect(await village.inside((unit) => unit.rankings.list())).toEqual([]);
    expect(logged('small-job.what-if').map(({ kind, citizenIds }) => [kind, citizenIds])).toEqual([
      ['calculated', 'everybody'],
      ['shown', expect.arrayContaining([karin.id, village.jonas.id])],
    ]);
    const job = await village.inside((unit) => unit.smallJobs.find(village.smallJob.id));
    expect(job?.weeklyShifts[0]?.start).toBe('08:00');
  });

  it('names who falls out only where the place was shown', async () => {
    await village.inside((unit) =>
      unit.citizens.update({ ...village.jonas, hours: { min: 12, max: 30, wish: 12 } }),
    );
    const answer = await ask({ weeklyMinutes: 180 }, 'municipality');
    expect(answer).toMatchObject({ eligible: { before: 2, after: 1 }, came: 0, went: 1 });
    expect(answer.gone).toEqual([{ id: village.jonas.id, name: 'Jonas Prøvesen' }]);
    const short = await ask({ weeklyMinutes: 180 }, 'municipality', 1);
    const wasFirst = (await board()).ranking.ranked[0]!.citizenId === village.jonas.id;
    expect(short.gone).toHaveLength(wasFirst ? 1 : 0);
    expect(short.went).toBe(1);
  });

  it('refuses hours that have no place on the days, and companies', async () => {
    expect(await refusal(ask({ weeklyMinutes: 1200 }))).toBe('small-job.hours-not-possible');
    const asCompany = village
      .use(WhatIf)
      .execute(village.smallJob.id, { scope: 'municipality', limit: 20, change: {} }, village.employer);
    expect(await refusal(asCompany)).toBe('not-allowed');
  });
});

describe('not right now', () => {
  const whyNot = (name: string) => village.use(WhyNot).execute(village.smallJob.id, name, actor());

  it('tells every failing rule of whoever is found, and the sentence that helps', async () => {
    const { found, more } = await whyNot('karin ø');
    expect(more).toBe(false);
    expect(found).toHaveLength(1);
    const [{ person, result, yesIf }] = found as [(typeof found)[0]];
    expect(person.name).toBe('Karin Øst');
    expect(result.failed.map(({ constraint }) => constraint)).toEqual(['lifting', 'windows']);
    expect(yesIf).toMatch(/^Ja, hvis .*løft er højst 2 kg/);
    expect(logged('small-job.why-not')).toMatchObject([{ kind: 'shown', citizenIds: [karin.id] }]);
  });

  it('shows five of many, and nobody without a name', async () => {
    for (let at = 0; at < 6; at += 1) await village.moveIn(village.citizen({ name: `Bo Ens ${at}` }));
    const many = await whyNot('bo ens');
    expect([many.found.length, many.more]).toEqual([5, true]);
    expect((await whyNot('  ')).found).toEqual([]);
  });
});

describe('two side by side', () => {
  it('has both in the order they were asked for, and one person is not two', async () => {
    const compare = (a: string, b: string) =>
      village.use(CompareCitizens).execute(village.smallJob.id, [a, b], actor());
    const { both } = await compare(karin.id, village.jonas.id);
    expect(both.map(({ person, result }) => [person.name, result.eligible])).toEqual([
      ['Karin Øst', false],
      ['Jonas Prøvesen', true],
    ]);
    expect(await refusal(compare(karin.id, karin.id))).toBe('citizen.not-found');
  });
});

describe('proposing', () => {
  const propose = (citizenId: string, staff: Staff, over: object = {}) =>
    village.use(ProposeMatch).execute({ smallJobId: village.smallJob.id, citizenId, ...over }, actor(staff));

  it('a colleague’s citizen is refused where the broker is to be asked first', async () => {
    expect(await refusal(propose(amira.id, village.mette, { onlyOwn: true }))).toBe(
      'citizen.ask-broker-first',
    );
    expect((await propose(village.jonas.id, village.mette, { onlyOwn: true })).state).toBe('asking');
  });

  it('two who race for the same citizen: the second hears of it, and the citizen is asked once', async () => {
    const other = { ...village.smallJob, id: village.rows.smallJob(village.company.id).id };
    await village.inside(async (unit) => {
      await unit.smallJobs.insert({ ...other, title: 'Lagerhjælp' });
      await unit.contacts.insert(village.rows.contact(other.id, village.mette.id));
    });
    await propose(village.jonas.id, village.mette, { onlyIfFree: true });
    const second = village
      .use(ProposeMatch)
      .execute(
        { smallJobId: other.id, citizenId: village.jonas.id, onlyIfFree: true },
        actor(village.birgit),
      );
    expect(await refusal(second)).toBe('citizen.in-play');
    expect(await village.inside((unit) => unit.matches.count({ citizenId: village.jonas.id }))).toBe(1);
    const desk = await village.use(ShowProposalDesk).execute(other.id, village.jonas.id, actor());
    expect(desk.person.standing).toMatchObject({
      kind: 'elsewhere',
      title: 'Tomme kasser',
      by: 'Mette Holm',
    });
  });
});

describe('a question to the broker', () => {
  const ask = (citizenId = amira.id, staff: Staff = village.mette) =>
    village
      .use(AskBroker)
      .execute({ smallJobId: village.smallJob.id, citizenId, word: 'God til kunder' }, actor(staff));
  const answer = (id: string, said: 'yes' | 'no', word?: string, staff: Staff = village.lars) =>
    village
      .use(AnswerBrokerQuestion)
      .execute(id, { answer: said, ...(word !== undefined && { word }) }, actor(staff));

  it('lies on the broker’s list, and is asked once', async () => {
    expect(await ask()).toMatchObject({
      kind: 'ask-broker',
      staffId: village.lars.id,
      askedByStaffId: village.mette.id,
      note: 'God til kunder',
    });
    expect(await refusal(ask())).toBe('broker-question.already-asked');
    expect(await refusal(ask(village.jonas.id))).toBe('citizen.is-yours');
    expect(await refusal(ask(karin.id, village.lars))).toBe('match.does-not-fit');
  });

  it('yes asks the citizen in the name of whoever asked', async () => {
    const { id } = await ask();
    const done = await answer(id, 'yes');
    const match = await village.inside((unit) => unit.matches.find(done.matchId!));
    expect(match).toMatchObject({
      citizenId: amira.id,
      state: 'asking',
      proposedByStaffId: village.mette.id,
    });
    expect(await refusal(answer(id, 'no', 'Ombestemt'))).toBe('broker-question.already-answered');
  });

  it('no needs a word, which stands on the list, and another one can be asked again', async () => {
    const { id } = await ask();
    expect(await refusal(answer(id, 'no'))).toBe('broker-question.needs-word');
    await answer(id, 'no', 'Er lige begyndt et andet sted');
    expect((await board()).people.get(amira.id)?.standing).toEqual({
      kind: 'declined',
      taskId: id,
      word: 'Er lige begyndt et andet sted',
    });
    expect((await ask()).id).not.toBe(id);
  });

  it('a yes about somebody who is asked about another job meanwhile is refused where she was shown as free', async () => {
    const { id } = await ask();
    const other = { ...village.smallJob, id: village.rows.smallJob(village.company.id).id };
    await village.inside(async (unit) => {
      await unit.smallJobs.insert(other);
      await unit.contacts.insert(village.rows.contact(other.id, village.mette.id));
    });
    await village
      .use(ProposeMatch)
      .execute({ smallJobId: other.id, citizenId: amira.id }, actor(village.lars));
    const shown = await village.use(AnswerBrokerQuestion).show(id, actor(village.lars));
    expect(shown.person.standing).toMatchObject({ kind: 'elsewhere', by: 'Lars Lund' });
    const yes = (onlyIfFree: boolean) =>
      village.use(AnswerBrokerQuestion).execute(id, { answer: 'yes', onlyIfFree }, actor(village.lars));
    expect(await refusal(yes(true))).toBe('citizen.in-play');
    expect((await yes(false)).answer).toBe('yes');
  });

  it('has its answer when the broker proposes, and no task is left when the job is closed', async () => {
    const { id } = await ask();
    await village
      .use(ProposeMatch)
      .execute({ smallJobId: village.smallJob.id, citizenId: amira.id }, actor(village.lars));
    const task = () => village.inside((unit) => unit.tasks.find(id));
    expect(await task()).toMatchObject({ outcome: 'Borgeren er foreslået', doneByStaffId: village.lars.id });
    const another = village.citizen({ name: 'Bo Kjær', brokerId: village.lars.id });
    await village.moveIn(another);
    const second = await ask(another.id);
    await village.use(CloseSmallJob).execute(village.smallJob.id, 'Løst', actor());
    expect(await village.inside((unit) => unit.tasks.find(second.id))).toMatchObject({
      outcome: 'Jobbet er lukket',
    });
  });

  it('is answered by the broker or a leader, and by nobody else', async () => {
    const { id } = await ask();
    expect(await refusal(answer(id, 'yes', undefined, village.mette))).toBe('broker-question.of-another');
    expect((await answer(id, 'yes', undefined, village.birgit)).answer).toBe('yes');
  });
});
