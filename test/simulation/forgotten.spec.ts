import { beforeEach, expect, it } from '@jest/globals';
import { EndAgreement, ShowForgotten } from '#use-cases';
import { Village } from './village.js';

let village: Village;
beforeEach(async () => {
  village = await Village.found();
  village.transactor.clock.set('2026-11-02T09:00:00Z');
});

const forgotten = async (days = 30) =>
  (await village.use(ShowForgotten).execute({ days }, village.as(village.birgit))).citizens.map(
    ({ citizen, days: since }) => [citizen.name, since],
  );

it('whose agreement has ended is not forgotten that day, and is again when nothing follows', async () => {
  const [shift] = await village.atWork();
  village.transactor.clock.set('2027-03-01T09:00:00Z');
  expect(await forgotten()).toEqual([]);
  await village
    .use(EndAgreement)
    .execute(shift!.agreementId, { reason: 'task-ended' }, village.as(village.mette));
  expect(await forgotten()).toEqual([]);
  expect(await forgotten(0)).toEqual([['Jonas Prøvesen', 0]]);
  village.transactor.clock.set('2027-04-10T09:00:00Z');
  expect(await forgotten()).toEqual([['Jonas Prøvesen', 40]]);
});
