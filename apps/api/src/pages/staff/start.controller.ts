import { Controller, Get } from '@nestjs/common';
import type { ShownPage } from '../frame/page.js';
import { moreView } from './more/more-view.js';
import { StaffPage, StaffVisit, type Visit } from './staff-page.js';

/** Where staff begin, until the desk stands here. */
@Controller('kommune')
export class StaffStartController {
  @Get()
  @StaffPage()
  show(@StaffVisit() { actor }: Visit): ShownPage {
    return moreView(actor.role === 'leader');
  }
}
