import { Get, Query } from '@nestjs/common';
import type { Actor, Channel, ContactLevel } from '#domain';
import {
  citizenStandings,
  CitizenList,
  rosterOrders,
  rosterViews,
  type CitizenRow,
  type RosterOrder,
  type RosterView,
} from '#use-cases';
import { int, oneOf, slug, text, uuid } from '../../http/fields/index.js';
import { Area, Operation } from '../../http/operation.js';
import { Paged, PageQuery, pageRequest, toPage, type PageResponse } from '../../http/page.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';
import { channels, contactLevels } from './citizens.requests.js';

export class DeskCitizensQuery extends PageQuery {
  @oneOf(rosterViews, { optional: true, example: 'mine' }) view: RosterView = 'mine';
  @oneOf(rosterOrders, { optional: true, example: 'name' }) order: RosterOrder = 'name';
  @uuid({ optional: true, description: 'Dem, denne medarbejder følger.' }) brokerId?: string;
  @oneOf(contactLevels, { optional: true, example: 'close' }) contactLevel?: ContactLevel;
  @oneOf(channels, { optional: true, example: 'sms' }) channel?: Channel;
  @slug({ optional: true, example: 'lager', description: 'Har den kategori som mål.' }) category?: string;
}

export class DeskCitizenResponse {
  @uuid() id!: string;
  @text({ example: 'Jonas Hansen' }) name!: string;
  @oneOf(citizenStandings, { example: 'ready' }) standing!: string;
  @text({ nullable: true, example: 'Fjerne tomme kasser', description: 'Småjobbet, det handler om.' })
  smallJob!: string | null;
  @int({ min: 0, max: 100_000, example: 210 }) waitedDays!: number;
  @text({ nullable: true, example: 'Mette Holm' }) broker!: string | null;
}

const toRow = ({ citizen, standing, title, waitedDays, broker }: CitizenRow): DeskCitizenResponse => ({
  id: citizen.id,
  name: citizen.name,
  standing,
  smallJob: title,
  waitedDays,
  broker,
});

@Area('desk/citizens', 'Skrivebordet')
export class CitizenListController {
  constructor(private readonly citizens: CitizenList) {}

  @Get()
  @Roles(...STAFF)
  @Operation({
    summary: 'Borgere at arbejde med',
    description:
      'De samme visninger som på siden: mine, venter, uden forslag i 30 dage, uden mål, i job, klar nu.',
    answer: Paged(DeskCitizenResponse),
    problems: ['access-log.unavailable'],
  })
  async list(
    @Query() query: DeskCitizensQuery,
    @CurrentActor() actor: Actor,
  ): Promise<PageResponse<DeskCitizenResponse>> {
    const { view, order, brokerId, contactLevel, channel, category } = query;
    const asked = {
      view,
      order,
      ...(brokerId && { brokerId }),
      ...(contactLevel && { contactLevel }),
      ...(channel && { channel }),
      ...(category && { category }),
    };
    return toPage(await this.citizens.execute(asked, pageRequest(query), actor), toRow);
  }
}
