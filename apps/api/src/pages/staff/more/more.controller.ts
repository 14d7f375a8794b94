import { Controller, Get } from '@nestjs/common';
import type { ShownPage } from '../../frame/page.js';
import { StaffPage, StaffVisit, type Visit } from '../staff-page.js';
import { keyboardView, moreView } from './more-view.js';

/** *Mere*: every room that is not on the menu, and the keys. */
@Controller('kommune')
export class MoreController {
  @Get('mere')
  @StaffPage()
  more(@StaffVisit() { actor }: Visit): ShownPage {
    return moreView(actor.role === 'leader');
  }

  @Get('tastatur')
  @StaffPage()
  keyboard(): ShownPage {
    return keyboardView();
  }
}
