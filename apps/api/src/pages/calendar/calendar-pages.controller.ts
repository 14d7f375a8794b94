import { Controller, Get, Post, Req } from '@nestjs/common';
import type { Actor, Language } from '#domain';
import { MakeCalendarFeed, RevokeCalendarFeed, ShowCalendarFeed } from '#use-cases';
import type { FastifyRequest } from 'fastify';
import { ApiConfig } from '../../config.js';
import { CurrentActor, Roles } from '../../http/roles.js';
import { Page } from '../frame/html-page.js';
import { seeOther, type SeeOther, type ShownPage } from '../frame/page.js';
import { calendarPageOf } from './calendar-view.js';

const CITIZEN = '/min-side/kalender';
const COMPANY = '/firma/kalender';

/** The calendar of a citizen and of a company: one address each, which its owner makes and closes. */
@Controller()
export class CalendarPagesController {
  constructor(
    private readonly showFeed: ShowCalendarFeed,
    private readonly makeFeed: MakeCalendarFeed,
    private readonly revokeFeed: RevokeCalendarFeed,
    private readonly config: ApiConfig,
  ) {}

  @Get('min-side/kalender')
  @Roles('citizen')
  @Page()
  mine(@CurrentActor() actor: Actor, @Req() { visitor }: FastifyRequest): Promise<ShownPage> {
    return this.show(actor, CITIZEN, visitor?.language ?? 'da');
  }

  @Post('min-side/kalender')
  @Roles('citizen')
  @Page()
  makeMine(@CurrentActor() actor: Actor): Promise<SeeOther> {
    return this.make(actor, CITIZEN);
  }

  @Post('min-side/kalender/luk')
  @Roles('citizen')
  @Page()
  closeMine(@CurrentActor() actor: Actor): Promise<SeeOther> {
    return this.close(actor, CITIZEN);
  }

  @Get('firma/kalender')
  @Roles('employer')
  @Page()
  ofCompany(@CurrentActor() actor: Actor, @Req() { visitor }: FastifyRequest): Promise<ShownPage> {
    return this.show(actor, COMPANY, visitor?.language ?? 'da');
  }

  @Post('firma/kalender')
  @Roles('employer')
  @Page()
  makeOfCompany(@CurrentActor() actor: Actor): Promise<SeeOther> {
    return this.make(actor, COMPANY);
  }

  @Post('firma/kalender/luk')
  @Roles('employer')
  @Page()
  closeOfCompany(@CurrentActor() actor: Actor): Promise<SeeOther> {
    return this.close(actor, COMPANY);
  }

  private async show(actor: Actor, path: string, language: Language): Promise<ShownPage> {
    return calendarPageOf(await this.showFeed.execute(actor), {
      publicUrl: this.config.PUBLIC_URL,
      path,
      side: path === CITIZEN ? 'citizen' : 'company',
      language,
    });
  }

  private async make(actor: Actor, path: string): Promise<SeeOther> {
    await this.makeFeed.execute(actor);
    return seeOther(path, 'klar');
  }

  private async close(actor: Actor, path: string): Promise<SeeOther> {
    await this.revokeFeed.execute(actor);
    return seeOther(path, 'lukket');
  }
}
