import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Citizen, SmallJob } from '#domain';
import { MatchingIndexes, PreviewAssignment, type AssignmentSolver, type PreviewInput } from '#use-cases';
import { Village } from './village.js';

let village: Village;
beforeEach(async () => {
  village = await Village.found({ smallJob: { positions: 2 } });
  village.transactor.clock.set('2026-11-02T09:00:00Z');
});

/** Nothing here is more than the exact assignment can take. */
const noSolver: AssignmentSolver = {
  solve: () => Promise.reject(new Error('the slow solver was asked')),
  close: async () => undefined,
};
const preview = (input: Partial<PreviewInput> = {}) =>
  new PreviewAssignment(
    new MatchingIndexes(village.transactor, { mostBytes: 1e9 }),
    village.transactor,
    noSolver,
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

describe('the caseload that a contact is planned up to', () => {
  it('is the municipality’s own, unless whoever asks says otherwise', async () => {
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

describe('what one more place would win', () => {
  it('is not said where the bound of a company might stand in its way', async () => {
    await village.moveIn(village.citizen({ name: 'Bo', phone: null, brokerId: null }));
    const target = { target: 2 };
    expect((await preview(target)).contacts[0]!.price).toBeGreaterThan(0);
    expect((await preview({ ...target, mostPerCompany: 2 })).contacts[0]!.price).toBeGreaterThan(0);
    const [mette] = (await preview({ ...target, mostPerCompany: 1 })).contacts;
    expect(mette).toMatchObject({ used: 1, price: null });
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

describe('what is said of a contact', () => {
  it('counts one as one', async () => {
    const [mette] = (await preview()).contacts;
    expect(mette!.text).toBe('Mette har 1 borger og får 1 med planen. Der er plads til 33 mere op til 35.');
  });
});
