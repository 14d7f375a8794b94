import type { Comparison, WhatIfAnswer, WhyNotAnswer } from '#use-cases';
import { flag, int, listOf, nested, text, uuid } from '../../http/fields/index.js';
import {
  FailedConstraintResponse,
  ScoreFields,
  SmallJobChangeResponse,
  toFailed,
  toScore,
  toSmallJobChange,
} from './ranking-parts.js';

const MOST = 100_000_000;
const SCALE = { min: 0, max: 10_000 };

export class BeforeAndAfterResponse {
  @int({ min: 0, max: MOST, example: 23 }) before!: number;
  @int({ min: 0, max: MOST, example: 37 }) after!: number;
}

export class NamedCitizenResponse {
  @uuid() citizenId!: string;
  @text({ max: 200, example: 'Jonas Hansen' }) name!: string;
}

export class PlaceThenResponse extends NamedCitizenResponse {
  @int({ ...SCALE, example: 8200 }) score!: number;
  @int({ ...SCALE, example: 7900, description: 'Ønsker.' }) wants!: number;
  @int({ ...SCALE, example: 8600, description: 'Kan lade sig gøre.' }) canGet!: number;
  @int({ min: 1, max: MOST, nullable: true, example: 3, description: 'Pladsen nu, blandt så mange.' })
  placeNow!: number | null;
  @flag({ description: 'Passer ikke til jobbet, som det er.' }) isNew!: boolean;
}

export class WhatIfResponse {
  @uuid() smallJobId!: string;
  @nested(SmallJobChangeResponse) change!: SmallJobChangeResponse;
  @nested(BeforeAndAfterResponse, { description: 'Så mange passer, i det, der blev spurgt om.' })
  eligible!: BeforeAndAfterResponse;
  @int({ min: 0, max: MOST, example: 16, description: 'Så mange kommer til.' }) came!: number;
  @int({ min: 0, max: MOST, example: 2, description: 'Så mange falder fra.' }) went!: number;
  @listOf(PlaceThenResponse) ranked!: PlaceThenResponse[];
  @listOf(NamedCitizenResponse, { description: 'Dem blandt de viste nu, der falder fra.' })
  gone!: NamedCitizenResponse[];
}

export const toWhatIf = ({ smallJobId, change, eligible, ...rest }: WhatIfAnswer): WhatIfResponse => ({
  smallJobId,
  change: toSmallJobChange(change),
  eligible: { before: eligible.before, after: eligible.after },
  came: rest.came,
  went: rest.went,
  ranked: rest.ranked.map(({ id, name, score, wants, canGet, placeNow, isNew }) => ({
    citizenId: id,
    name,
    score,
    wants,
    canGet,
    placeNow,
    isNew,
  })),
  gone: rest.gone.map(({ id, name }) => ({ citizenId: id, name })),
});

export class FoundCitizenResponse extends NamedCitizenResponse {
  @flag({ description: 'Passer allerede.' }) fits!: boolean;
  @text({
    max: 2000,
    nullable: true,
    example: 'Ja, hvis jobbet starter kl. 9 og løft er højst 10 kg',
    description: 'Null: passer allerede, eller der er ikke en ændring, der er nok.',
  })
  yesIf!: string | null;
  @listOf(FailedConstraintResponse) failed!: FailedConstraintResponse[];
}

export class WhyNotResponse {
  @uuid() smallJobId!: string;
  @listOf(FoundCitizenResponse) found!: FoundCitizenResponse[];
  @flag({ description: 'Flere hedder det; skriv mere af navnet.' }) more!: boolean;
}

export const toWhyNot = ({ smallJob, found, more }: WhyNotAnswer): WhyNotResponse => ({
  smallJobId: smallJob.id,
  found: found.map(({ person, result, yesIf }) => ({
    citizenId: person.id,
    name: person.name,
    fits: result.eligible,
    yesIf,
    failed: result.failed.map(toFailed),
  })),
  more,
});

export class ComparedResponse extends NamedCitizenResponse {
  @nested(ScoreFields, { nullable: true, description: 'Null: passer ikke.' }) score!: ScoreFields | null;
  @listOf(FailedConstraintResponse) failed!: FailedConstraintResponse[];
}

export class ComparisonResponse {
  @uuid() smallJobId!: string;
  @nested(ComparedResponse) a!: ComparedResponse;
  @nested(ComparedResponse) b!: ComparedResponse;
}

const toCompared = ({ person, result }: Comparison['both'][number]): ComparedResponse => ({
  citizenId: person.id,
  name: person.name,
  score: result.eligible ? toScore(result) : null,
  failed: result.failed.map(toFailed),
});

export const toComparison = ({ smallJob, both }: Comparison): ComparisonResponse => ({
  smallJobId: smallJob.id,
  a: toCompared(both[0]),
  b: toCompared(both[1]),
});
