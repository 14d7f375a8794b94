import { Body, Get, Post, Query } from '@nestjs/common';
import { Temporal, type Actor } from '#domain';
import {
  CancelShift,
  CheckIn,
  MoveShift,
  RecordAttendance,
  ReportAbsence,
  SayNotHere,
  ShiftRecords,
} from '#use-cases';
import { Area, Id, Operation } from '../../http/operation.js';
import { Paged, pageRequest, toPage, type PageResponse } from '../../http/page.js';
import { CurrentActor, KEY_HOLDERS, Roles, STAFF } from '../../http/roles.js';
import {
  AttendanceBody,
  CancelShiftBody,
  CheckInBody,
  MoveShiftBody,
  ReportAbsenceBody,
  ShiftsQuery,
} from './shifts.requests.js';
import { NotHereResponse, ShiftResponse, toShift } from './shifts.responses.js';

@Area('shifts', 'Vagter')
export class ShiftsController {
  constructor(
    private readonly records: ShiftRecords,
    private readonly arriving: CheckIn,
    private readonly absence: ReportAbsence,
    private readonly sayNotHere: SayNotHere,
    private readonly recording: RecordAttendance,
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

  @Post(':id/check-in')
  @Roles(...STAFF, 'employer')
  @Operation({
    summary: 'Borgeren er her',
    description:
      'Efter start og den aftalte frist er vagten `late`, også når den var `unconfirmed` eller `missed`. En åben sag lukkes.',
    answer: ShiftResponse,
    problems: [
      'shift.not-found',
      'shift.wrong-state',
      'shift.already-confirmed',
      'shift.in-future',
      'shift.too-early',
      'shift.times-invalid',
    ],
  })
  async checkIn(
    @Id() id: string,
    @Body() { at }: CheckInBody,
    @CurrentActor() actor: Actor,
  ): Promise<ShiftResponse> {
    await this.arriving.execute(id, at === undefined ? undefined : Temporal.Instant.from(at), actor);
    return this.show(id, actor);
  }

  @Post(':id/report-absence')
  @Roles(...STAFF, 'employer')
  @Operation({
    summary: 'Borgeren kan ikke komme',
    description: 'Påmindelser og trappe stopper. Firmaet hører det, aldrig hvorfor.',
    answer: ShiftResponse,
    problems: ['shift.not-found', 'shift.wrong-state', 'shift.already-confirmed'],
  })
  async reportAbsence(
    @Id() id: string,
    @Body() body: ReportAbsenceBody,
    @CurrentActor() actor: Actor,
  ): Promise<ShiftResponse> {
    await this.absence.execute(id, body, actor);
    return this.show(id, actor);
  }

  @Post(':id/not-here')
  @Roles(...STAFF, 'employer')
  @Operation({
    summary: 'Ikke set endnu: et menneske tager over inden for minutter',
    answer: NotHereResponse,
    problems: ['shift.not-found', 'shift.not-begun', 'shift.wrong-state', 'shift.already-confirmed'],
  })
  async notHere(@Id() id: string, @CurrentActor() actor: Actor): Promise<NotHereResponse> {
    const { escalation } = await this.sayNotHere.execute(id, actor);
    return { ...(await this.show(id, actor)), escalationId: escalation.id };
  }

  @Post(':id/attendance')
  @Roles(...STAFF, 'employer')
  @Operation({
    summary: 'Hvornår borgeren kom og gik',
    description: 'Et klokkeslæt hører til vagtens dag; et tidspunkt kan også bruges.',
    answer: ShiftResponse,
    problems: [
      'shift.not-found',
      'shift.wrong-state',
      'shift.already-confirmed',
      'shift.in-future',
      'shift.times-invalid',
    ],
  })
  async attendance(
    @Id() id: string,
    @Body() body: AttendanceBody,
    @CurrentActor() actor: Actor,
  ): Promise<ShiftResponse> {
    await this.recording.execute(id, body, actor);
    return this.show(id, actor);
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
