import { Controller, Get, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain';
import { ReadCalendarEntry, ReadCalendarFeed, type Calendar } from '#use-cases';
import type { FastifyReply } from 'fastify';
import { Id, Operation } from '../../http/operation.js';
import { CurrentActor, Public, Roles } from '../../http/roles.js';
import { FeedToken } from './feed-token.js';
import { icsOf } from './ics.js';

const ICS = 'text/calendar; charset=utf-8';

/** Files for calendar programs: a feed that is read again and again, and single entries. */
@Controller()
@ApiTags('Kalender')
export class CalendarController {
  constructor(
    private readonly readFeed: ReadCalendarFeed,
    private readonly readEntry: ReadCalendarEntry,
  ) {}

  @Get('kalender/:token')
  @Public()
  @Operation({
    summary: 'En kalender, som et kalenderprogram henter',
    description: 'Titlerne er neutrale. En aflyst vagt bliver stående som aflyst. En lukket adresse er 404.',
    produces: ['text/calendar'],
    problems: ['link.not-found'],
  })
  async feed(@FeedToken() token: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return send(reply, await this.readFeed.execute(token), 'vagter');
  }

  @Get('min-side/vagter/:id/kalender.ics')
  @Roles('citizen')
  @Operation({
    summary: 'En vagt som kalenderfil',
    produces: ['text/calendar'],
    problems: ['shift.not-found'],
  })
  async shift(
    @Id() id: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return send(reply, await this.readEntry.ofShift(id, actor), 'vagt');
  }

  @Get('min-side/tilbud/:id/kalender.ics')
  @Roles('citizen')
  @Operation({
    summary: 'Den første dag i et tilbud som kalenderfil',
    produces: ['text/calendar'],
    problems: ['offer.not-found'],
  })
  async offer(
    @Id() id: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return send(reply, await this.readEntry.ofOffer(id, actor), 'vagt');
  }
}

function send(reply: FastifyReply, calendar: Calendar, name: string): string {
  void reply
    .header('content-type', ICS)
    .header('content-disposition', `attachment; filename="${name}.ics"`)
    .header('x-robots-tag', 'noindex, nofollow');
  return icsOf(calendar);
}
