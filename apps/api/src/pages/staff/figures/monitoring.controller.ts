import { Controller, Get, Post } from '@nestjs/common';
import { enteredIndicators, type EnteredIndicator } from '#domain';
import { EnterFigure, ReportMonitoring } from '#use-cases';
import { int, oneOf, text } from '../../../http/fields/index.js';
import { day, FormBody, noFaults, submit, type Faults, type Typed } from '../../frame/form/index.js';
import { seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { LeaderPage, StaffVisit, type Visit } from '../staff-page.js';
import { monitoringView } from './monitoring-view.js';

class EnterFigureForm {
  @oneOf<EnteredIndicator>(enteredIndicators) raekke!: EnteredIndicator;
  @int({ min: 2000, max: 2100 }) aar!: number;
  @int({ min: 0, max: 1_000_000 }) antal!: number;
  @day() til!: string;
  @text({ max: 300, example: 'jobindsats.dk' }) kilde!: string;
}

/** The table of indicators by year, and what the product cannot know itself written into it. */
@Controller('kommune/tal/overvaagning')
export class MonitoringPageController {
  constructor(
    private readonly monitoring: ReportMonitoring,
    private readonly enterFigure: EnterFigure,
  ) {}

  @Get()
  @LeaderPage()
  show(@StaffVisit() visit: Visit): Promise<ShownPage> {
    return this.page(visit);
  }

  @Post()
  @LeaderPage()
  enter(@FormBody() typed: Typed, @StaffVisit() visit: Visit): Promise<SeeOther | ShownPage> {
    return submit(EnterFigureForm, typed, {
      do: async ({ raekke: indicator, aar: year, antal: people, til: countedTo, kilde: source }) => {
        await this.enterFigure.execute({ indicator, year, people, countedTo, source }, visit.actor);
        return seeOther('/kommune/tal/overvaagning', 'skrevet');
      },
      again: (faults) => this.page(visit, typed, faults),
      at: { 'figures.wrong-year': 'til' },
    });
  }

  private async page({ actor }: Visit, typed: Typed = {}, faults: Faults = noFaults): Promise<ShownPage> {
    return monitoringView(await this.monitoring.execute({}, actor), typed, faults);
  }
}
