import { Body, Get, Post, Query } from '@nestjs/common';
import type { Actor } from '#domain';
import { CancelShift, MoveShift, ShiftRecords } from '#use-cases';
import { Area, Id, Operation } from '../../http/operation.js';
import { Paged, pageRequest, toPage, type PageResponse } from '../../http/page.js';
import { CurrentActor, KEY_HOLDERS, Roles, STAFF } from '../../http/roles.js';
import { CancelShiftBody, MoveShiftBody, ShiftsQuery } from './shifts.requests.js';
import { ShiftResponse, toShift } from './shifts.responses.js';

@Area('shifts', 'Vagter')
export class ShiftsController {
  constructor(
    private readonly records: ShiftRecords,
    private readonly cancelling: CancelShift,
    private readonly moving: MoveShift,
  ) {}

  @Get()
  @Roles(...KEY_HOLDERS)
  @Operation({ summary: 'Vagter mellem to dage', answer: Paged(ShiftResponse) })
  async list(
    @Query() query: ShiftsQuery,
    @CurrentActor() actor: Actor,
  ): Promise<PageResponse<ShiftResponse>> {
    const { from, to, smallJobId, citizenId } = query;
    const page = await this.records.list({ from, to, smallJobId, citizenId }, pageRequest(query), actor);
    return toPage(page, (record) => toShift(record, actor));
  }

  @Get(':id')
  @Roles(...KEY_HOLDERS)
  @Operation({ summary: 'En vagt', answer: ShiftResponse, problems: ['shift.not-found'] })
  async show(@Id() id: string, @CurrentActor() actor: Actor): Promise<ShiftResponse> {
    return toShift(await this.records.show(id, actor), actor);
  }

  @Post(':id/cancel')
  @Roles(...STAFF, 'employer')
  @Operation({
    summary: 'Aflys vagten; begge sider får besked',
    answer: ShiftResponse,
    problems: ['shift.not-found', 'shift.wrong-state', 'shift.already-confirmed'],
  })
  async cancel(
    @Id() id: string,
    @Body() { reason }: CancelShiftBody,
    @CurrentActor() actor: Actor,
  ): Promise<ShiftResponse> {
    await this.cancelling.execute(id, reason, actor);
    return this.show(id, actor);
  }

  @Post(':id/move')
  @Roles(...STAFF, 'employer')
  @Operation({
    summary: 'Flyt vagten til en anden tid; borgeren får besked',
    answer: ShiftResponse,
    problems: [
      'shift.not-found',
      'shift.wrong-state',
      'shift.already-confirmed',
      'shift.times-invalid',
      'shift.overlap',
    ],
  })
  async move(
    @Id() id: string,
    @Body() body: MoveShiftBody,
    @CurrentActor() actor: Actor,
  ): Promise<ShiftResponse> {
    await this.moving.execute(id, body, actor);
    return this.show(id, actor);
  }
}
