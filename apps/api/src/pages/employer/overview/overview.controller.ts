import { Controller, Get } from '@nestjs/common';
import { CompanyOverview } from '#use-cases';
import type { ShownPage } from '../../frame/page.js';
import { overviewWords } from '../../words/employer-week.js';
import { EmployerPage, Visit, type CompanyVisit } from '../employer-page.js';
import { overviewPage, overviewView } from './overview-view.js';

/** *Overblik*: what waits for the company comes first, then its day. */
@Controller('firma')
export class OverviewController {
  constructor(private readonly overview: CompanyOverview) {}

  @Get()
  @EmployerPage()
  async show(@Visit() { companyId, actor, language }: CompanyVisit): Promise<ShownPage> {
    const record = await this.overview.show(companyId, actor);
    return overviewPage({
      title: overviewWords[language].tab,
      wide: true,
      ...overviewView(record, language),
    });
  }
}
