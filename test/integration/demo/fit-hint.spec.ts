import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor, PostingAnswers } from '#domain';
import { createDataSource, TimeOrderedIds, TypeormTransactor } from '#persistence';
import { EstimateBudget, EstimateFit, MatchingIndexes } from '#use-cases';
import { companyIdOf } from '../../../demo/src/people/companies.js';
import { seedDemoPeople } from '../../../demo/src/people/seed.js';
import { municipalityId } from '../../../demo/src/people/town.js';
import { createTestDatabase } from '../../support/postgres-cluster.js';
import { noFaults } from '../../fakes/index.js';

describe('the hint of how many fit, among the 300 citizens of the demo', () => {
  let fit: (answers: PostingAnswers) => ReturnType<EstimateFit['execute']>;
  let close: () => Promise<void>;

  beforeAll(async () => {
    const database = await createTestDatabase();
    const { appUrl, ownerUrl } = database;
    await seedDemoPeople({
      databaseUrl: appUrl,
      ownerUrl,
      secretKey: 'a secret of the demo that is long enough',
    });
    const dataSource = await createDataSource({ url: appUrl, poolSize: 2 }).initialize();
    const companyId = companyIdOf('vejle', 'frugt');
    const employer: Actor = {
      role: 'employer',
      municipalityId: municipalityId('vejle'),
      companyId,
      name: 'Ali',
      holder: 'test',
    };
    const useCase = new EstimateFit(
      new MatchingIndexes(
        new TypeormTransactor(dataSource, new TimeOrderedIds()),
        { mostBytes: 1e8 },
        noFaults,
      ),
      new EstimateBudget(),
    );
    fit = (answers) => useCase.execute(companyId, answers, employer);
    close = async () => {
      await dataSource.destroy();
      await database.drop();
    };
  });
  afterAll(() => close());

  test('changes with the hours, in words and never in numbers', async () => {
    const starts = ['06:00', '06:30', '07:00', '07:30', '08:00', '08:30', '09:00', '09:30', '10:00'];
    const bands = new Set<string>();
    for (const start of starts) {
      const end = `${String(Number(start.slice(0, 2)) + 3).padStart(2, '0')}${start.slice(2)}`;
      const weeklyShifts = ([1, 3, 5] as const).map((weekday) => ({ weekday, start, end, breakMinutes: 0 }));
      const demands = { liftKg: 15, standing: 2, noise: 2, peopleContact: 1 } as const;
      bands.add((await fit({ weeklyShifts, demands })).band);
    }
    expect([...bands]).toEqual(['few', 'many']);
  });
});
