import { Get, Query } from '@nestjs/common';
import type { Actor } from '#domain';
import { MonthsToConfirm } from '#use-cases';
import { Area, Operation } from '../../http/operation.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';
import { MonthsToConfirmQuery } from './paid-hours.requests.js';
import { MonthsToConfirmResponse, toMonthsToConfirm } from './months-to-confirm.responses.js';

@Area('months-to-confirm', 'Timer')
export class MonthsToConfirmController {
  constructor(private readonly months: MonthsToConfirm) {}

  @Get()
  @Roles(...STAFF)
  @Operation({
    summary: 'Hvilke firmaer der mangler at bekræfte timer, lønnede og ulønnede hver for sig',
    description: 'Uden måned: den ældste med noget at bekræfte.',
    answer: MonthsToConfirmResponse,
  })
  async show(
    @Query() { month }: MonthsToConfirmQuery,
    @CurrentActor() actor: Actor,
  ): Promise<MonthsToConfirmResponse> {
    return toMonthsToConfirm(await this.months.show(month, actor));
  }
}
