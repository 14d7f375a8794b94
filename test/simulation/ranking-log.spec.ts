import { expect, it } from '@jest/globals';
import { RankCandidates, ShowNextPerson } from '#use-cases';
import { Village } from './village.js';

it('whoever decides who comes first stands in the log: those of others too, when the order is spread', async () => {
  const village = await Village.found();
  await village.moveIn(village.citizen({ name: 'Bo', phone: null, brokerId: village.lars.id }));
  const logged = async (order: 'best' | 'spread') => {
    const before = village.transactor.accessLog.length;
    const wish = { scope: 'mine', limit: 20, excluded: false, order } as const;
    const { ranked } = await village
      .use(RankCandidates)
      .execute(village.smallJob.id, wish, village.as(village.mette));
    expect(ranked.map(({ citizenId }) => citizenId)).toEqual([village.jonas.id]);
    return village.transactor.accessLog
      .slice(before)
      .filter(({ citizenIds }) => citizenIds.length > 0)
      .map(({ kind, citizenIds }) => [kind, citizenIds]);
  };
  expect(await logged('best')).toEqual([['shown', [village.jonas.id]]]);
  expect(await logged('spread')).toEqual([
    ['shown', [village.jonas.id]],
    ['calculated', 'everybody'],
  ]);
});

it('whoever was looked through for a free seat stands in the log beside the one who is shown', async () => {
  const village = await Village.found({ smallJob: { positions: 2 } });
  village.transactor.clock.set('2026-11-02T09:00:00Z');
  const offer = await village.offered();
  const [next, last] = [
    village.citizen({ name: 'Bo', phone: null, waitingSince: village.now.subtract({ hours: 24 * 300 }) }),
    village.citizen({ name: 'Ida', phone: null, waitingSince: village.now }),
  ];
  await village.moveIn(next);
  await village.moveIn(last);
  await village.use(ShowNextPerson).execute(village.municipality.id, offer.id);
  const logged = village.transactor.accessLog.filter(({ purpose }) => purpose === 'offer.show-next-person');
  expect(logged.map(({ kind, citizenIds }) => [kind, citizenIds])).toEqual([
    ['shown', [next.id]],
    ['calculated', [last.id]],
  ]);
});
