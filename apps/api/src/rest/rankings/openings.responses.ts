import type { Actor } from '#domain';
import type { FindOpenings } from '#use-cases';
import { int, listOf, nested, oneOf, text } from '../../http/fields/index.js';
import { SmallJobChangeResponse, toSmallJobChange } from './ranking-parts.js';

const MOST = 100_000_000;
const staffOnly = 'Kun for kommunen.';

/** A company never sees a count below five, so it gets words and no numbers (practice). */
const amounts = ['ingen endnu', 'få', 'flere'] as const;
type Amount = (typeof amounts)[number];
const FEW_ENDS_BELOW = 5;

export class OpeningResponse {
  @nested(SmallJobChangeResponse, { description: 'Kan sendes til PATCH /small-jobs/{id}, som det er.' })
  change!: SmallJobChangeResponse;
  @text({ max: 500, example: 'start kl. 9' }) text!: string;
  @int({ min: 0, max: MOST, example: 14, optional: true, description: `Så mange flere passer. ${staffOnly}` })
  gained?: number;
  @oneOf(amounts, { optional: true, example: 'flere', description: 'Kun for firmaet.' }) howMany?: Amount;
}

export class OtherWayResponse {
  @oneOf(['walk', 'bike', 'bus', 'car'], { example: 'bus' }) mode!: string;
  @text({ max: 500, example: 'kan nås med bus' }) text!: string;
  @int({ min: 0, max: MOST, example: 4 }) gained!: number;
}

export class OpeningsResponse {
  @listOf(OpeningResponse, { description: 'Det, der lader flest flere passe, først.' })
  items!: OpeningResponse[];
  @int({ min: 0, max: MOST, example: 23, optional: true, description: `Så mange passer nu. ${staffOnly}` })
  eligible?: number;
  @listOf(OtherWayResponse, { optional: true, description: `Det er op til borgerne. ${staffOnly}` })
  otherWays?: OtherWayResponse[];
}

type Openings = Awaited<ReturnType<FindOpenings['execute']>>;

const inWords = (gained: number): Amount =>
  gained <= 0 ? 'ingen endnu' : gained < FEW_ENDS_BELOW ? 'få' : 'flere';

export function toOpenings({ eligible, items, otherWays }: Openings, actor: Actor): OpeningsResponse {
  const isCompany = actor.role === 'employer';
  return {
    items: items.map(({ change, text: words, gained }) => ({
      change: toSmallJobChange(change),
      text: words,
      ...(isCompany ? { howMany: inWords(gained) } : { gained }),
    })),
    ...(!isCompany && {
      eligible,
      otherWays: otherWays.map(({ mode, text: words, gained }) => ({ mode, text: words, gained })),
    }),
  };
}
