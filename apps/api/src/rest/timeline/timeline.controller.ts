import { Get, Query } from '@nestjs/common';
import { DomainError, Temporal, type Actor } from '#domain';
import { Timeline, type TimelineOf } from '#use-cases';
import { Area, Operation } from '../../http/operation.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';
import { TimelineQuery } from './timeline.requests.js';
import { TimelineResponse, toTimeline } from './timeline.responses.js';

@Area('timeline', 'Forløb')
export class TimelineController {
  constructor(private readonly timeline: Timeline) {}

  @Get()
  @Roles(...STAFF)
  @Operation({
    summary:
      'Hvad der er sket med en borger, et småjob, en virksomhed, en vagt eller en aftale; nyeste først',
    answer: TimelineResponse,
    problems: [
      'timeline.of-one-thing',
      'citizen.not-found',
      'small-job.not-found',
      'company.not-found',
      'shift.not-found',
      'agreement.not-found',
    ],
  })
  async show(
    @Query() { limit, before, ...about }: TimelineQuery,
    @CurrentActor() actor: Actor,
  ): Promise<TimelineResponse> {
    const asked = { limit, ...(before !== undefined && { before: Temporal.Instant.from(before) }) };
    return toTimeline(await this.timeline.execute(theOneOf(about), actor, asked));
  }
}

/** @throws timeline.of-one-thing unless exactly one is named. */
function theOneOf(about: Omit<TimelineQuery, 'limit' | 'before'>): TimelineOf {
  const named = Object.entries(about).filter(([, id]) => id !== undefined);
  if (named.length !== 1) throw new DomainError('timeline.of-one-thing');
  return Object.fromEntries(named) as TimelineOf;
}
