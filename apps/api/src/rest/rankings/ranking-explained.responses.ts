import { isoWithOffset, matchStates } from '#domain';
import type { RankingExplained } from '#use-cases';
import {
  anyObject,
  instant,
  list,
  listOf,
  localDate,
  nested,
  oneOf,
  text,
  uuid,
} from '../../http/fields/index.js';
import { RankedCitizenResponse, RankingHead, toRankedCitizen } from './rankings.responses.js';

export class RankingInputsResponse {
  @localDate({
    example: '2026-11-30',
    description: 'Dagen, der blev regnet for. Ventetid tælles til dens begyndelse.',
  })
  today!: string;
  @anyObject(
    { id: '0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b', category: 'lager', startFlexibilityMinutes: 30 },
    { description: 'Det, systemet vidste om småjobbet.' },
  )
  smallJob!: object;
  @list(anyObject({ id: '0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a2c', danishLevel: 4, saidYes: true }), {
    description: 'Det, systemet vidste om hver borger på listen, og ikke andet.',
  })
  citizens!: object[];
}

export class RankingMatchResponse {
  @uuid() id!: string;
  @uuid() citizenId!: string;
  @oneOf(matchStates.states, { example: 'proposed' }) state!: string;
  @uuid({ nullable: true }) proposedByStaffId!: string | null;
  @instant() createdAt!: string;
}

export class RankingExplainedResponse extends RankingHead {
  @uuid() id!: string;
  @uuid() smallJobId!: string;
  @text({ max: 300, nullable: true, example: 'Mette Holm', description: 'Null: ingen har set den endnu.' })
  shownTo!: string | null;
  @anyObject(
    { weights: { goals: 2600, travel: 1100 } },
    { nullable: true, description: 'Reglernes tal; null for lister fra før de blev gemt.' },
  )
  rules!: object | null;
  @nested(RankingInputsResponse, { nullable: true, description: 'Null for lister fra før det blev gemt.' })
  inputs!: RankingInputsResponse | null;
  @listOf(RankedCitizenResponse) ranked!: RankedCitizenResponse[];
  @listOf(RankingMatchResponse, { description: 'Dem, der blev foreslået fra listen.' })
  matches!: RankingMatchResponse[];
}

export const toRankingExplained = ({ ranking, matches }: RankingExplained): RankingExplainedResponse => ({
  id: ranking.id,
  smallJobId: ranking.smallJobId,
  shownTo: ranking.shownTo,
  ruleVersion: ranking.ruleVersion,
  rules: ranking.rules,
  at: isoWithOffset(ranking.at),
  considered: ranking.considered,
  eligible: ranking.eligible,
  inputs: ranking.inputs && {
    today: ranking.inputs.today,
    smallJob: ranking.inputs.smallJob,
    citizens: ranking.inputs.citizens,
  },
  ranked: ranking.ranked.map(toRankedCitizen),
  matches: matches.map(({ id, citizenId, state, proposedByStaffId, createdAt }) => ({
    id,
    citizenId,
    state,
    proposedByStaffId,
    createdAt: isoWithOffset(createdAt),
  })),
});
