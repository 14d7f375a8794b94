import { beforeEach, expect, it } from '@jest/globals';
import { EstimateFit, FindOpenings } from '#use-cases';
import { Village } from './village.js';

let village: Village;
beforeEach(async () => {
  village = await Village.found();
});

/** Makes whoever asks next refresh the index first, and so begin the transaction of the answer again. */
const edit = () => village.inside((unit) => unit.matchingJournal.askForAll());

it('a company pays once for a question, however often its answer has to be begun again', async () => {
  const fit = () =>
    village.use(EstimateFit).execute(village.company.id, { category: 'lager' }, village.employer);
  for (let asked = 0; asked < 60; asked += 1) {
    await edit();
    await fit();
  }
  await expect(fit()).rejects.toMatchObject({ code: 'posting.too-many-estimates' });
});

it('what was answered a moment ago is answered again without an index, and not logged again', async () => {
  const openings = () => village.use(FindOpenings).execute(village.smallJob.id, village.employer);
  const logged = () => village.transactor.accessLog.filter(({ purpose }) => purpose === 'small-job.openings');
  const first = await openings();
  await edit();
  expect(await openings()).toEqual(first);
  expect(logged()).toHaveLength(1);
});
