import type { Scope } from '#use-cases';
import { flag, int, oneOf } from '../../http/fields/index.js';

/** No upper bound that anybody could reach; it must still be a number that is kept exactly. */
const EVERYBODY = 999_999_999_999_999;

export class RankingQuery {
  @int({
    min: 1,
    max: EVERYBODY,
    example: 20,
    optional: true,
    description: 'Så mange vises; 20, når intet er sagt.',
  })
  limit: number = 20;
  @flag({ optional: true, description: 'Også dem, der ikke passer, med hver regel, der siger nej.' })
  excluded: boolean = true;
}

export class CitizenRankingQuery extends RankingQuery {
  @oneOf<Scope>(['mine', 'team', 'municipality'], {
    optional: true,
    example: 'municipality',
    description: 'Mine, Teamet eller Kommunen; Kommunen, når intet er sagt.',
  })
  scope: Scope = 'municipality';
  @oneOf(['best', 'spread'] as const, {
    optional: true,
    example: 'best',
    description:
      'best: de bedste først. spread: pladserne spredt, så flere kommer på en liste; hver har begge pladser. Pointene er de samme.',
  })
  order: 'best' | 'spread' = 'best';
}
