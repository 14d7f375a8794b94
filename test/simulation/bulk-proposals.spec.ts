import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Citizen, SmallJob } from '#domain';
import {
  BestPairs,
  PreviewBulkProposal,
  ProposeMatch,
  RunBulkProposal,
  ShowBulkProposal,
  StartBulkProposal,
  UndoBulkProposal,
} from '#use-cases';
import { Village } from './village.js';

let village: Village;
let people: Citizen[];
let jobs: SmallJob[];
beforeEach(async () => {
  village = await Village.found();
  people = [];
  for (const [at, over] of [
    {},
    { preferredChannel: 'call' as const },
    { sharedPhone: true },
    { brokerId: village.lars.id },
    {},
  ].entries()) {
    const person = village.citizen({ name: `Borger ${at}`, phone: `+452300000${at}`, ...over });
    await village.moveIn(person);
    people.push(person);
  }
  jobs = [village.smallJob];
  const { id: _, ...copied } = village.smallJob;
  for (let more = 0; more < 2; more++) {
    const job = village.rows.smallJob(village.company.id, copied);
    await village.inside(async (unit) => {
      await unit.contacts.insert(village.rows.contact(job.id, village.mette.id));
      await unit.smallJobs.insert(job);
    });
    jobs.push(job);
  }
});

const actor = () => village.as(village.mette);
const pair = (person: number, job = 0) => ({ citizenId: people[person]!.id, smallJobId: jobs[job]!.id });
const start = (...pairs: ReturnType<typeof pair>[]) => village.use(StartBulkProposal).execute(pairs, actor());
const show = (id: string) => village.use(ShowBulkProposal).execute(id, actor());
const ended = async (id: string) => (await show(id)).items.map(({ item }) => item.problem ?? item.state);
const asked = () => village.inside((unit) => unit.matches.list({}));

describe('proposals to several at once', () => {
  it('say first who gets what, and who is left out and why', async () => {
    await village.use(ProposeMatch).execute({ ...pair(4, 1) }, actor());
    const { pairs: preview } = await village
      .use(PreviewBulkProposal)
      .execute([pair(0), pair(1), pair(2), pair(3), pair(4), pair(4, 1), pair(0, 1)], actor());
    expect(preview.map(({ way, leftOut }) => leftOut ?? way!.by)).toEqual([
      'sms',
      'task',
      'sms',
      'broker',
      'in-play',
      'already-proposed',
      'twice',
    ]);
    expect(
      preview.map(({ way }) => (way && 'letter' in way ? way.letter.template : null)).slice(0, 3),
    ).toEqual(['interest-asked', null, 'call-only']);
    expect(village.gateway.sent).toHaveLength(0);
    expect(await asked()).toHaveLength(1);
  });

  it('wait half a minute, and nobody is asked before', async () => {
    const { id } = await start(pair(0), pair(1));
    await village.pass('PT29S');
    expect(await asked()).toEqual([]);
    await village.pass('PT2S');
    expect(await ended(id)).toEqual(['asked', 'asked']);
    expect(village.texts(people[0]!)).toEqual([expect.stringContaining('Må Mette fortælle firmaet om dig?')]);
    const tasks = await village.inside((unit) => unit.tasks.list({ kind: 'ask-interest' }));
    expect(tasks.map(({ citizenId }) => citizenId)).toEqual([people[1]!.id]);
    expect((await show(id)).bulk).toMatchObject({ state: 'done' });
  });

  it('are taken back whole within that time, and not after it', async () => {
    const { id } = await start(pair(0), pair(1));
    await village.pass('PT29S');
    await village.use(UndoBulkProposal).execute(id, actor());
    await village.use(UndoBulkProposal).execute(id, actor());
    await village.pass('PT10M');
    expect(await asked()).toEqual([]);
    expect(village.gateway.sent).toEqual([]);
    expect((await show(id)).bulk.state).toBe('cancelled');

    const second = await start(pair(0));
    await village.pass('PT31S');
    await expect(village.use(UndoBulkProposal).execute(second.id, actor())).rejects.toThrow(
      'bulk-proposal.too-late',
    );
  });

  it('say of somebody who was taken in the meantime that it was so, and go on', async () => {
    const { id } = await start(pair(0), pair(1), pair(2));
    const other = { ...pair(1, 2) };
    await village.use(ProposeMatch).execute(other, village.as(village.lars));
    await village.pass('PT31S');
    expect(await ended(id)).toEqual(['asked', 'citizen.in-play', 'asked']);
  });

  it('ask nobody twice when the worker is killed in the middle', async () => {
    const { id } = await start(pair(0), pair(1), pair(2), pair(4));
    village.transactor.clock.set(village.now.add('PT31S'));
    const { transactor } = village;
    const opens = transactor.inMunicipality.bind(transactor);
    let left = 2;
    transactor.inMunicipality = (async (municipalityId: string, work: never) => {
      if (left-- === 0) throw new Error('killed');
      return opens(municipalityId, work);
    }) as never;
    await expect(village.use(RunBulkProposal).execute(village.municipality.id, id)).rejects.toThrow('killed');
    transactor.inMunicipality = opens;
    expect(await ended(id)).toEqual(['asked', 'asked', 'waiting', 'waiting']);
    await village.pass('PT1S');
    await village.use(RunBulkProposal).execute(village.municipality.id, id);
    expect(await ended(id)).toEqual(['asked', 'asked', 'asked', 'asked']);
    expect(await asked()).toHaveLength(4);
    for (const at of [0, 2, 4]) expect(village.to(people[at]!)).toHaveLength(1);
  });

  it('ask the colleague first who follows the citizen', async () => {
    const { id } = await start(pair(0), pair(3));
    await village.pass('PT31S');
    expect(await ended(id)).toEqual(['asked', 'broker-asked']);
    expect(village.to(people[3]!)).toEqual([]);
    const tasks = await village.inside((unit) => unit.tasks.list({ kind: 'ask-broker' }));
    expect(tasks).toMatchObject([
      { staffId: village.lars.id, citizenId: people[3]!.id, askedByStaffId: village.mette.id },
    ]);
  });

  it('begin with the best whom nobody has asked: own people unless the team’s are wished for', async () => {
    const names = async (scope: 'mine' | 'municipality') => {
      const { items } = await village.use(BestPairs).execute(scope, { limit: 5 }, actor());
      return items.map(({ people: best }) => best.map(({ citizen }) => citizen.name));
    };
    await village.use(ProposeMatch).execute(pair(0, 1), actor());
    const mine = await names('mine');
    expect(mine).toHaveLength(3);
    for (const best of mine) {
      expect(best).toHaveLength(3);
      expect(best).not.toContain('Borger 0');
      expect(best).not.toContain('Borger 3');
    }
    const { items } = await village.use(BestPairs).execute('municipality', { limit: 1 }, actor());
    expect(items).toHaveLength(1);
  });

  it('are none when everybody would be left out, and no list without an end', async () => {
    await village.use(ProposeMatch).execute(pair(0, 1), actor());
    await expect(start(pair(0))).rejects.toThrow('bulk-proposal.nobody');
    await expect(start(...Array.from({ length: 51 }, () => pair(0)))).rejects.toThrow(
      'bulk-proposal.too-many',
    );
  });
});
