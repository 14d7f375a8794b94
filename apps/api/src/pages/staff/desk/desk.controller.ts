import { Controller, Get, Query } from '@nestjs/common';
import { ShowDesk } from '#use-cases';
import { SAID, type ShownPage } from '../../frame/page.js';
import { StaffPage, StaffVisit, type Visit } from '../staff-page.js';
import { readChoice } from './desk-address.js';
import { deskView } from './desk-view.js';

/** *Haster nu*: where staff begin. */
@Controller('kommune')
export class DeskController {
  constructor(private readonly desk: ShowDesk) {}

  @Get()
  @StaffPage()
  async show(@Query() query: Record<string, unknown>, @StaffVisit() { actor }: Visit): Promise<ShownPage> {
    const choice = readChoice(query);
    const desk = await this.desk.execute(choice, actor);
    return deskView(desk, choice, actor.staffId, undefined, query[SAID]);
  }
}
