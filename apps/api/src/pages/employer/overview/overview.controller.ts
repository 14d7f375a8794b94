import { Controller, Get, Req } from '@nestjs/common';
import type { Actor } from '#domain';
import { CompanyOverview } from '#use-cases';
import type { FastifyRequest } from 'fastify';
import { CurrentActor, Roles } from '../../../http/roles.js';
import { Page } from '../../frame/html-page.js';
import type { ShownPage } from '../../frame/page.js';
import { overviewWords } from '../../words/employer-week.js';
import { overviewPage, overviewView } from './overview-view.js';

/** *Overblik*: what waits for the company comes first, then its day. */
@Controller('firma')
export class OverviewController {
  constructor(private readonly overview: CompanyOverview) {}

  @Get()
  @Roles('employer')
  @Page()
  async show(@CurrentActor() actor: Actor, @Req() { visitor }: FastifyRequest): Promise<ShownPage> {
    const { language } = visitor!;
    const record = await this.overview.show(actor.companyId ?? '', actor);
    return overviewPage({
      title: overviewWords[language].tab,
      wide: true,
      ...overviewView(record, language),
    });
  }
}
