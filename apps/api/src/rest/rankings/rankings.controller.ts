import { Get, Query } from '@nestjs/common';
import type { Actor } from '#domain';
import { FindOpenings, RankCandidates, RankSmallJobs, ShowRanking } from '#use-cases';
import { Area, Id, Operation } from '../../http/operation.js';
import { CurrentActor, KEY_HOLDERS, Roles, STAFF } from '../../http/roles.js';
import { OpeningsResponse, toOpenings } from './openings.responses.js';
import { RankingExplainedResponse, toRankingExplained } from './ranking-explained.responses.js';
import { CitizenRankingQuery, RankingQuery } from './rankings.requests.js';
import {
  CitizenRankingResponse,
  SmallJobRankingResponse,
  toCitizenRanking,
  toSmallJobRanking,
} from './rankings.responses.js';

@Area('', 'Hvem passer')
export class RankingsController {
  constructor(
    private readonly rankCandidates: RankCandidates,
    private readonly rankSmallJobs: RankSmallJobs,
    private readonly findOpenings: FindOpenings,
    private readonly showRanking: ShowRanking,
  ) {}

  @Get('small-jobs/:id/ranking')
  @Roles(...STAFF, 'integration')
  @Operation({
    summary: 'Borgere til et småjob, de bedste først, med grunde',
    description:
      'Pointene går fra 0 til 10000, og delene summer til `score`. Listen gemmes, så den kan forklares senere.',
    answer: SmallJobRankingResponse,
    problems: ['small-job.not-found', 'access-log.unavailable'],
  })
  async ofSmallJob(
    @Id() id: string,
    @Query() { scope, limit, excluded, order }: CitizenRankingQuery,
    @CurrentActor() actor: Actor,
  ): Promise<SmallJobRankingResponse> {
    const ranking = await this.rankCandidates.execute(id, { scope, limit, excluded, order }, actor);
    return toSmallJobRanking(id, ranking);
  }

  @Get('small-jobs/:id/openings')
  @Roles(...KEY_HOLDERS)
  @Operation({
    summary: 'Hvad nu hvis: hvad ville lade flere passe',
    description: 'Kommunen får tallene; et firma får ord, for det ser aldrig et antal under fem.',
    answer: OpeningsResponse,
    problems: ['small-job.not-found', 'posting.too-many-estimates', 'access-log.unavailable'],
  })
  async openings(@Id() id: string, @CurrentActor() actor: Actor): Promise<OpeningsResponse> {
    return toOpenings(await this.findOpenings.execute(id, actor), actor);
  }

  @Get('rankings/:id')
  @Roles(...STAFF)
  @Operation({
    summary: 'En liste, som den var, med alt det, den blev lavet af',
    description:
      'Til den, der skal forklare et valg: reglernes tal, det, systemet vidste om hver af dem på listen, pladser, point og grunde, hvem der så den, og hvad der skete. En liste, som nogen er valgt fra, gemmes; andre slettes efter kommunens frist.',
    answer: RankingExplainedResponse,
    problems: ['ranking.not-found', 'access-log.unavailable'],
  })
  async explained(@Id() id: string, @CurrentActor() actor: Actor): Promise<RankingExplainedResponse> {
    return toRankingExplained(await this.showRanking.execute(id, actor));
  }

  @Get('citizens/:id/ranking')
  @Roles(...STAFF, 'integration')
  @Operation({
    summary: 'Småjobs til en borger, de bedste først, med grunde',
    answer: CitizenRankingResponse,
    problems: ['citizen.not-found', 'access-log.unavailable'],
  })
  async ofCitizen(
    @Id() id: string,
    @Query() { limit, excluded }: RankingQuery,
    @CurrentActor() actor: Actor,
  ): Promise<CitizenRankingResponse> {
    return toCitizenRanking(id, await this.rankSmallJobs.execute(id, { limit, excluded }, actor));
  }
}
