import { describe, expect, it } from '@jest/globals';
import type { Citizen, CitizenBenefit, SmallJob } from '#domain';
import { AnswerOffer, BeginWithMoney, estimateForOffer, EstimateForOffer, WithdrawOffer } from '#use-cases';
import { ratesOf2026 } from '../builders/rates.js';
import { Village } from './village.js';

const MAIL = 'jonas@borger.example';
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

describe('the calculator behind the link of an offer', () => {
  const begun = async (over: Partial<Citizen> = {}) => {
    const here = await Village.found({ jonas: { preferredChannel: 'email', email: MAIL, benefit, ...over } });
    here.transactor.rates = ratesOf2026();
    const offer = await here.offered();
    await here.pass('PT1M');
    const token = /\/o\/([\w-]{22})/.exec(here.texts(MAIL).join(' '))![1]!;
    const begin = async () => {
      const { job, benefit } = await here.use(BeginWithMoney).ofOffer(token, null);
      return { job: job?.title ?? null, benefit };
    };
    const answer = (yesOrNo: 'yes' | 'no') =>
      here.use(AnswerOffer).execute(offer.id, { answer: yesOrNo, how: 'phone' }, here.as(here.mette));
    return { here, offer, begin, answer };
  };
  const all = { job: 'Tomme kasser', benefit };
  const nothing = { job: null, benefit: null };

  it('begins with job and benefit while the offer waits, and after a yes', async () => {
    const { begin, answer } = await begun();
    expect(await begin()).toEqual(all);
    await answer('yes');
    expect(await begin()).toEqual(all);
  });

  it('is empty after a no, and after a withdrawal', async () => {
    const declined = await begun();
    await declined.answer('no');
    expect(await declined.begin()).toEqual(nothing);
    const { here, offer, begin } = await begun();
    await here.use(WithdrawOffer).execute(offer.id, here.as(here.mette));
    expect(await begin()).toEqual(nothing);
  });

  it('is empty from the minute the offer has run out, also before the worker says so', async () => {
    const { here, offer, begin } = await begun();
    here.transactor.clock.set(offer.expiresAt.subtract({ seconds: 1 }));
    expect(await begin()).toEqual(all);
    here.transactor.clock.set(offer.expiresAt);
    expect(await begin()).toEqual(nothing);
    await here.until(offer.expiresAt.add({ hours: 1 }));
    expect(await begin()).toEqual(nothing);
  });

  it('is empty on a phone that others read too', async () => {
    expect(await (await begun({ sharedPhone: true })).begin()).toEqual(nothing);
  });
});
