import { describe, expect, it } from '@jest/globals';
import type { CitizenBenefit, SmallJob } from '#domain';
import { estimateForOffer, EstimateForOffer } from '#use-cases';
import { ratesOf2026 } from '../builders/rates.js';
import { Village } from './village.js';

const benefit: CitizenBenefit = { rate: 'forhoejet', benefitBeforeOre: 1_334_500 };

async function village(over: Partial<CitizenBenefit> | null = {}, smallJob: Partial<SmallJob> = {}) {
  const here = await Village.found({
    smallJob,
    jonas: { benefit: over && { ...benefit, ...over } },
  });
  await here.inside(async (unit) => {
    await unit.updateMunicipality({ ...(await unit.municipality()), code: '0630' });
  });
  here.transactor.rates = ratesOf2026();
  return here;
}

const ask = async (here: Village) =>
  here
    .use(EstimateForOffer)
    .execute({ citizenId: here.jonas.id, smallJobId: here.smallJob.id }, here.as(here.mette));

describe('what an offer says of money', () => {
  it('is about so much, never rounded up, with who has checked it', async () => {
    const here = await village({ confirmedBy: 'Hanne Bro', confirmedAt: '2026-10-30' });
    const answer = await ask(here);
    if (answer.kind !== 'estimate') throw new Error(answer.why);
    expect(answer.aboutOre % 10_000).toBe(0);
    expect(answer.aboutOre).toBeLessThanOrEqual(answer.estimate.gainOre);
    expect(answer.aboutOre).toBeGreaterThan(answer.estimate.gainOre - 10_000);
    expect(answer).toMatchObject({
      on: '2026-11-04',
      hoursPerMonth: 52,
      confirmed: { by: 'Hanne Bro', at: '2026-10-30' },
    });
  });

  it('follows what the citizen has said of church and free card', async () => {
    const gain = async (over: Partial<CitizenBenefit>) => {
      const answer = await ask(await village(over));
      return answer.kind === 'estimate' ? answer.estimate : undefined;
    };
    const plain = await gain({});
    expect((await gain({ churchMember: true }))!.netBeforeOre).toBeLessThan(plain!.netBeforeOre);
    expect((await gain({ freeCardLeftOre: 500_000 }))!.gainOre).toBeGreaterThan(plain!.gainOre);
  });

  it('uses the rates of today while those of the first day are not loaded', async () => {
    expect(await ask(await village({}, { startDate: '2027-01-04' }))).toMatchObject({
      kind: 'estimate',
      on: '2026-11-02',
    });
  });

  it.each<[string, () => Promise<Village>]>([
    ['no-figures', () => village(null)],
    [
      'no-rates',
      async () => {
        const here = await village();
        here.transactor.rates = [];
        return here;
      },
    ],
    [
      'municipality-unknown',
      async () => {
        const here = await village();
        await here.inside(async (unit) =>
          unit.updateMunicipality({ ...(await unit.municipality()), code: '0999' }),
        );
        return here;
      },
    ],
  ])('is nothing, and says %s', async (why, found) => {
    expect(await ask(await found())).toEqual({ kind: 'none', why });
  });

  it('is told to staff, and each look is logged; the page of the offer logs its own', async () => {
    const here = await village();
    await ask(here);
    expect(here.transactor.accessLog.map(({ purpose, citizenIds }) => [purpose, citizenIds])).toEqual([
      ['citizen.benefit-estimate', [here.jonas.id]],
    ]);
    await here.inside((unit) => estimateForOffer(unit, here.jonas, here.smallJob));
    expect(here.transactor.accessLog).toHaveLength(1);
    const asked = { citizenId: here.jonas.id, smallJobId: here.smallJob.id };
    await expect(here.use(EstimateForOffer).execute(asked, here.employer)).rejects.toMatchObject({
      code: 'not-allowed',
    });
  });
});
