import { Controller, Get, Query } from '@nestjs/common';
import { categories, smallJobStates, type SmallJobStatus } from '#domain';
import { Workplaces } from '#use-cases';
import { isUuid } from '../../../http/fields/words.js';
import type { ShownPage } from '../../frame/page.js';
import { mapWords as w } from '../../words/desk-map.js';
import { StaffPage, StaffVisit, type Visit } from '../staff-page.js';
import { mapPage, mapView, queryOf, type MapChoice } from './map-view.js';

/** *Kort*: where the workplaces are, with the same places as a list. Never where citizens live. */
@Controller('kommune/kort')
export class DeskMapController {
  constructor(private readonly workplaces: Workplaces) {}

  @Get()
  @StaffPage()
  async map(@Query() query: Record<string, unknown>, @StaffVisit() { actor }: Visit): Promise<ShownPage> {
    const choice = choiceIn(query);
    const record = await this.workplaces.show(queryOf(choice), actor);
    return mapPage({ title: w.tab, wide: true, ...mapView(record, choice) });
  }
}

function choiceIn(query: Record<string, unknown>): MapChoice {
  const text = (name: string, isKnown: (value: string) => boolean): string => {
    const value = query[name];
    return typeof value === 'string' && isKnown(value) ? value : '';
  };
  return {
    status: text('status', (value) => smallJobStates.states.includes(value as SmallJobStatus)),
    kategori: text('kategori', (value) => categories.some(({ id }) => id === value)),
    firma: text('firma', (value) => isUuid.test(value)),
    fra: text('fra', isCentre),
  };
}

const isCentre = (value: string): boolean =>
  (value.startsWith('by:') && value.length <= 100) ||
  (value.startsWith('sted:') && isUuid.test(value.slice(5)));
