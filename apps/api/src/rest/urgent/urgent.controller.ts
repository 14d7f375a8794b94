import { Get, Query } from '@nestjs/common';
import type { Actor } from '#domain';
import { ShowDesk } from '#use-cases';
import { Area, Operation } from '../../http/operation.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';
import { UrgentQuery } from './urgent.requests.js';
import { toUrgent, UrgentResponse, UrgentTotalResponse } from './urgent.responses.js';

const USUAL_LIMIT = 50;

@Area('urgent', 'Haster nu')
export class UrgentController {
  constructor(private readonly desk: ShowDesk) {}

  @Get()
  @Roles(...STAFF)
  @Operation({
    summary: 'Det, nogen skal gøre noget ved nu, efter frist',
    description: 'Én ting er én linje: en sag og den opgave, den gav, står sammen.',
    answer: UrgentResponse,
  })
  async list(
    @Query() { scope = 'mine', kind, limit = USUAL_LIMIT }: UrgentQuery,
    @CurrentActor() actor: Actor,
  ): Promise<UrgentResponse> {
    return toUrgent(await this.desk.execute({ scope, limit, ...(kind && { kind }) }, actor));
  }

  @Get('count')
  @Roles(...STAFF)
  @Operation({ summary: 'Hvor meget der venter på den, der spørger', answer: UrgentTotalResponse })
  async count(@CurrentActor() actor: Actor): Promise<UrgentTotalResponse> {
    return { count: await this.desk.count(actor) };
  }
}
