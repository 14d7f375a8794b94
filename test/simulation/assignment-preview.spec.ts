import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { HighsAssignmentSolver } from '#computing';
import type { Citizen, SmallJob } from '#domain';
import { MatchingIndexes, PreviewAssignment, type PreviewInput } from '#use-cases';
import { noFaults } from '../fakes/index.js';
import { Village } from './village.js';

let village: Village;
beforeEach(async () => {
  village = await Village.found({ smallJob: { positions: 2 } });
  village.transactor.clock.set('2026-11-02T09:00:00Z');
});

const solver = new HighsAssignmentSolver();
afterAll(() => solver.close());

const preview = (input: Partial<PreviewInput> = {}) =>
  new PreviewAssignment(
    new MatchingIndexes(village.transactor, { mostBytes: 1e9 }, noFaults),
    village.transactor,
    solver,
  ).execute(
    { keep: [], never: [], mostPerCompany: null, target: null, ...input },
    village.as(village.birgit),
  );
const reasons = async (input: Partial<PreviewInput> = {}) =>
  (await preview(input)).unfilled.map(({ seats, reason }) => [seats, reason]);
const keep = (citizen: Citizen, { id }: SmallJob = village.smallJob) => [
  { smallJobId: id, citizenId: citizen.id },
];

const settle = (target: number) =>
  village.inside(async (unit) => {
    const before = await unit.municipality();
    const settings = { ...before.settings, caseload: { target, limit: 50 } };
    await unit.updateMunicipality({ ...before, settings });
  });

/** Somebody more who fits. */
const moveIn = async (name: string, brokerId: string | null): Promise<Citizen> => {
  const citizen = village.citizen({ name, phone: null, brokerId });
  await village.moveIn(citizen);
  return citizen;
};

describe('the caseload that a contact is planned up to', () => {
  it('is the municipality’s own, unless whoever asks says otherwise', async () => {
    await moveIn('Bo', null);
    expect((await preview()).contacts).toMatchObject([{ target: 35, caseload: 1, used: 1 }]);
    await settle(1);
    expect((await preview()).contacts).toMatchObject([{ target: 1, room: 0, used: 0 }]);
    expect((await preview({ target: 9 })).contacts).toMatchObject([{ target: 9, used: 1 }]);
  });
});

describe('a seat that stays empty', () => {
  it('is short of people when all who fit sit there already, kept or not', async () => {
    expect(await reasons()).toEqual([[1, 'nobody-else-fits']]);
    expect(await reasons({ keep: keep(village.jonas) })).toEqual([[1, 'nobody-else-fits']]);
    expect((await preview()).unfilled[0]!.text).toBe(
      'Der er ikke flere, der passer. Se, hvad der kan ændres ved småjobbet.',
    );
  });

  it('is not for want of people when nobody sits there at all', async () => {
    expect(await reasons({ never: keep(village.jonas) })).toEqual([[2, 'decided-otherwise']]);
    await village.inside((unit) => unit.citizens.update({ ...village.jonas, saidYes: false }));
    expect(await reasons()).toEqual([[2, 'nobody-fits']]);
  });
});

describe('a contact’s own citizens', () => {
  it('take no place, also where there is none', async () => {
    const bo = await moveIn('Bo', null);
    const { filled, contacts, unfilled } = await preview({ target: 1 });
    expect(filled).toBe(1);
    expect(contacts).toMatchObject([{ caseload: 1, room: 0, used: 0, own: 1 }]);
    expect(unfilled).toMatchObject([{ seats: 1, reason: 'contact-has-no-room' }]);
    const without = await preview({ target: 1, never: keep(village.jonas) });
    expect(without.contacts).toMatchObject([{ caseload: 1, used: 0, own: 0 }]);
    const wider = await preview({ target: 2 });
    expect(wider.pairs.map(({ citizenId }) => citizenId).sort()).toEqual([bo.id, village.jonas.id].sort());
    expect(wider.contacts).toMatchObject([{ room: 1, used: 1, own: 1, price: 0 }]);
  });

  it('are new to everybody else', async () => {
    await moveIn('Lis', village.lars.id);
    expect((await preview({ target: 1 })).contacts).toMatchObject([{ used: 0, own: 1 }]);
    expect((await preview({ target: 2 })).contacts).toMatchObject([{ used: 1, own: 1 }]);
  });

  it('are not what a place is missing for', async () => {
    await moveIn('Bo', null);
    const { id } = village.rows.smallJob(village.company.id);
    const truck = {
      ...village.smallJob,
      id,
      category: 'kontor' as const,
      certificates: ['truck'],
      positions: 1,
    };
    const both = [...village.smallJob.certificates, 'truck'];
    await village.inside(async (unit) => {
      await unit.smallJobs.update({ ...village.smallJob, positions: 1 });
      await unit.contacts.insert(village.rows.contact(truck.id, village.mette.id));
      await unit.smallJobs.insert(truck);
      await unit.citizens.update({ ...village.jonas, certificates: both });
    });
    const { pairs, contacts, unfilled } = await preview({ target: 1 });
    expect(pairs).toMatchObject([{ smallJobId: village.smallJob.id, citizenId: village.jonas.id }]);
    expect(contacts[0]!.price).toBeGreaterThan(0);
    expect(unfilled).toMatchObject([{ smallJobId: truck.id, reason: 'needed-elsewhere' }]);
  });
});

describe('somebody else’s citizen who has a seat already', () => {
  it('has a place of the contact before the plan, as on the day after it', async () => {
    await village.inside((unit) => unit.smallJobs.update({ ...village.smallJob, positions: 3 }));
    const lis = await moveIn('Lis', village.lars.id);
    const before = (await preview({ target: 2, never: keep(village.jonas) })).contacts;
    expect(before).toMatchObject([{ caseload: 1, others: 0, room: 1, used: 1 }]);
    await village.offered(lis);
    await moveIn('Bo', null);
    const [after] = (await preview({ target: 2 })).contacts;
    expect(after).toMatchObject({ caseload: 1, others: 1, room: 0, used: 0, own: 1 });
    expect(after!.text).toMatch(/^Mette har 1 borger og følger 1 anden i et småjob\. /);
  });
});

describe('a pair that is kept', () => {
  it('goes beyond the target, which is said and stops nobody', async () => {
    const bo = await moveIn('Bo', null);
    const { pairs, contacts } = await preview({ target: 1, keep: keep(bo) });
    expect(pairs.map(({ citizenId }) => citizenId)).toContain(bo.id);
    expect(contacts).toMatchObject([{ room: 0, used: 1, own: 1 }]);
    expect(contacts[0]!.text).toBe(
      'Mette har 1 borger. Planen giver 1 ny, og Mettes egen borger får et småjob. Det bliver 2, og målet er 1.',
    );
  });
});

describe('what one more place would win', () => {
  it('is found by the plan with that place, also where a company’s bound stands in its way', async () => {
    const bo = await moveIn('Bo', null);
    const target = { target: 1, never: keep(village.jonas) };
    const { value } = (await preview({ keep: keep(bo) })).pairs.find(({ citizenId }) => citizenId === bo.id)!;
    expect((await preview(target)).contacts[0]!.price).toBe(value);
    expect((await preview({ ...target, mostPerCompany: 1 })).contacts[0]!.price).toBe(value);
    const [mette] = (await preview({ target: 1, mostPerCompany: 1 })).contacts;
    expect(mette).toMatchObject({ used: 0, own: 1, price: 0 });
    expect(mette!.text).not.toContain('Én plads mere');
  });
});

describe('a refusal', () => {
  it('tells something of a person, so it stands in the log', async () => {
    await village.offered();
    const refused = preview({ keep: keep(village.jonas) });
    await expect(refused).rejects.toMatchObject({
      code: 'assignment.keep-not-possible',
      details: { pairs: [{ citizenId: village.jonas.id, reason: 'citizen-busy' }] },
    });
    const logged = village.transactor.accessLog.filter(({ purpose }) => purpose === 'assignment.preview');
    expect(logged).toMatchObject([
      { kind: 'calculated', who: village.birgit.name },
      { kind: 'shown', citizenIds: [village.jonas.id], who: village.birgit.name },
    ]);
  });
});
