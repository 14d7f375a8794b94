import { Controller, Get } from '@nestjs/common';
import { ShowFigures } from '#use-cases';
import type { ShownPage } from '../../frame/page.js';
import { LeaderPage, StaffVisit, type Visit } from '../staff-page.js';
import { figuresView } from './figures-view.js';

/** This morning's truth: every figure leads to the list behind it. */
@Controller('kommune/tal')
export class FiguresPageController {
  constructor(private readonly figures: ShowFigures) {}

  @Get()
  @LeaderPage()
  async show(@StaffVisit() { actor }: Visit): Promise<ShownPage> {
    return figuresView(await this.figures.execute(actor));
  }
}
