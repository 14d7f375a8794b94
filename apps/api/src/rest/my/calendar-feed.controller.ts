import { Get, Post, Req } from '@nestjs/common';
import { isoWithOffset, type Actor } from '#domain';
import { MakeCalendarFeed, RevokeCalendarFeed, ShowCalendarFeed, type FeedAddress } from '#use-cases';
import type { FastifyRequest } from 'fastify';
import { ApiConfig } from '../../config.js';
import { instant, text } from '../../http/fields/index.js';
import { AnswersSecret } from '../../http/idempotency.interceptor.js';
import { Area, Operation } from '../../http/operation.js';
import { CurrentActor, Roles } from '../../http/roles.js';
import { wishId } from '../../http/wish-id.js';
import { calendarAddress } from '../../pages/calendar/calendar-address.js';

export class CalendarFeedResponse {
  @text({
    nullable: true,
    max: 500,
    example: 'https://smaajob.example/kalender/Zk3vQ0tPq8mYw1sXn5bR2g.ics',
    description: 'Hemmelig: den, der har adressen, ser tiderne. Null, når der ikke er en.',
  })
  address!: string | null;
  @instant({ nullable: true }) createdAt!: string | null;
}

/** The secret address of the own calendar: made, made anew, taken away. */
@Area('calendar-feed', 'Kalender')
export class CalendarFeedController {
  constructor(
    private readonly showFeed: ShowCalendarFeed,
    private readonly makeFeed: MakeCalendarFeed,
    private readonly revokeFeed: RevokeCalendarFeed,
    private readonly config: ApiConfig,
  ) {}

  @Get()
  @Roles('citizen', 'employer')
  @Operation({ summary: 'Adressen på min kalender', answer: CalendarFeedResponse })
  async show(@CurrentActor() actor: Actor): Promise<CalendarFeedResponse> {
    return this.toFeed(await this.showFeed.execute(actor));
  }

  @Post()
  @Roles('citizen', 'employer')
  @AnswersSecret()
  @Operation({
    summary: 'Lav en ny adresse',
    description:
      'Den gamle virker ikke mere fra samme øjeblik. Samme Idempotency-Key igen laver ikke en ny, men viser den, der gælder.',
    answer: CalendarFeedResponse,
    status: 201,
  })
  async make(
    @CurrentActor() actor: Actor,
    @Req() { headers }: FastifyRequest,
  ): Promise<CalendarFeedResponse> {
    const wish = wishId(actor, headers['idempotency-key']);
    return this.toFeed(wish ? await this.makeFeed.once(actor, wish) : await this.makeFeed.execute(actor));
  }

  @Post('revoke')
  @Roles('citizen', 'employer')
  @Operation({ summary: 'Luk adressen', description: 'Gentaget sker der intet nyt.' })
  async revoke(@CurrentActor() actor: Actor): Promise<void> {
    await this.revokeFeed.execute(actor);
  }

  private toFeed(feed: FeedAddress | null): CalendarFeedResponse {
    return {
      address: feed && calendarAddress(this.config.PUBLIC_URL, feed.token),
      createdAt: feed && isoWithOffset(feed.createdAt),
    };
  }
}
