import { Body, Post } from '@nestjs/common';
import { Temporal, type Actor } from '#domain';
import {
  CheckIn,
  ExpectLater,
  RecordAttendance,
  ReportAbsence,
  SayNotHere,
  SayWellDone,
  ShiftRecords,
} from '#use-cases';
import { Area, Id, Operation } from '../../http/operation.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';
import {
  AttendanceBody,
  CheckInBody,
  ExpectedLaterBody,
  HeardBody,
  heardIn,
  ReportAbsenceBody,
} from './shifts.requests.js';
import { NotHereResponse, ShiftResponse, toShift } from './shifts.responses.js';

/** Who came, who cannot, and who was not seen. */
@Area('shifts', 'Vagter')
export class AttendanceController {
  constructor(
    private readonly records: ShiftRecords,
    private readonly arriving: CheckIn,
    private readonly absence: ReportAbsence,
    private readonly sayNotHere: SayNotHere,
    private readonly recording: RecordAttendance,
    private readonly expecting: ExpectLater,
    private readonly praising: SayWellDone,
  ) {}

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
    @Body() { at, ...heard }: CheckInBody,
    @CurrentActor() actor: Actor,
  ): Promise<ShiftResponse> {
    const arrivedAt = at === undefined ? undefined : Temporal.Instant.from(at);
    await this.arriving.execute(id, arrivedAt, actor, heardIn(heard));
    return this.shown(id, actor);
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
    return this.shown(id, actor);
  }

  @Post(':id/not-here')
  @Roles(...STAFF, 'employer')
  @Operation({
    summary: 'Ikke set endnu: et menneske tager over inden for minutter',
    answer: NotHereResponse,
    problems: ['shift.not-found', 'shift.not-begun', 'shift.wrong-state', 'shift.already-confirmed'],
  })
  async notHere(
    @Id() id: string,
    @Body() heard: HeardBody,
    @CurrentActor() actor: Actor,
  ): Promise<NotHereResponse> {
    const { escalation } = await this.sayNotHere.execute(id, actor, heardIn(heard));
    return { ...(await this.shown(id, actor)), escalationId: escalation?.id ?? null };
  }

  @Post(':id/expected-later')
  @Roles(...STAFF, 'employer')
  @Operation({
    summary: 'Borgeren kommer senere',
    description: 'Er ikke fremmøde. Ingen spørger før det tidspunkt; det samme igen ændrer intet.',
    answer: ShiftResponse,
    problems: ['shift.not-found', 'shift.wrong-state', 'shift.already-confirmed', 'shift.times-invalid'],
  })
  async expectedLater(
    @Id() id: string,
    @Body() { minutes, at, ...heard }: ExpectedLaterBody,
    @CurrentActor() actor: Actor,
  ): Promise<ShiftResponse> {
    await this.expecting.execute(id, { minutes, at }, actor, heardIn(heard));
    return this.shown(id, actor);
  }

  @Post(':id/well-done')
  @Roles(...STAFF, 'employer')
  @Operation({
    summary: 'Godt gået: borgeren får det at vide samme dag, eller næste morgen når det er sent',
    description: 'Én gang for hver vagt; et tryk mere ændrer intet. Var fremmødet ikke kendt, er det det nu.',
    answer: ShiftResponse,
    problems: ['shift.not-found', 'shift.not-begun', 'shift.too-long-ago', 'shift.wrong-state'],
  })
  async wellDone(
    @Id() id: string,
    @Body() heard: HeardBody,
    @CurrentActor() actor: Actor,
  ): Promise<ShiftResponse> {
    await this.praising.execute(id, actor, heardIn(heard));
    return this.shown(id, actor);
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
    @Body() { arrived, left, ...heard }: AttendanceBody,
    @CurrentActor() actor: Actor,
  ): Promise<ShiftResponse> {
    await this.recording.execute(id, { arrived, left }, actor, heardIn(heard));
    return this.shown(id, actor);
  }

  private async shown(id: string, actor: Actor): Promise<ShiftResponse> {
    return toShift(await this.records.show(id, actor), actor);
  }
}
