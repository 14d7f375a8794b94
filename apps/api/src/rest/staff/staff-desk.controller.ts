import { Body, Get, Patch, Post } from '@nestjs/common';
import type { Actor } from '#domain';
import { AddStaff, ChangeStaff, DisableStaff, EnableStaff, StaffDesk } from '#use-cases';
import { Area, Id, Operation } from '../../http/operation.js';
import { Listed } from '../../http/page.js';
import { CurrentActor, Roles } from '../../http/roles.js';
import { EndSessions } from '../../http/session/end-sessions.js';
import { ChangeStaffBody, DisableStaffBody, StaffBody } from './staff-desk.requests.js';
import {
  StaffFileResponse,
  StaffLineResponse,
  StaffMemberResponse,
  toMember,
  toStaffFile,
  toStaffLine,
} from './staff-desk.responses.js';

const refusals = [
  'staff.email-taken',
  'staff.deputy-invalid',
  'staff.hours-invalid',
  'staff.last-leader',
  'team.not-found',
] as const;

@Area('staff', 'Medarbejdere')
export class StaffDeskController {
  constructor(
    private readonly desk: StaffDesk,
    private readonly adding: AddStaff,
    private readonly changing: ChangeStaff,
    private readonly disabling: DisableStaff,
    private readonly enabling: EnableStaff,
    private readonly endSessions: EndSessions,
  ) {}

  @Get('everybody')
  @Roles('leader')
  @Operation({
    summary: 'Alle med adgang, også dem, hvis adgang er lukket',
    answer: Listed(StaffLineResponse),
  })
  async list(@CurrentActor() actor: Actor): Promise<{ items: StaffLineResponse[] }> {
    return { items: (await this.desk.list(actor)).lines.map(toStaffLine) };
  }

  @Get(':id')
  @Roles('leader')
  @Operation({
    summary: 'En medarbejder, og hvad der skal gives videre, før adgangen lukkes',
    answer: StaffFileResponse,
    problems: ['staff.not-found'],
  })
  async show(@Id() id: string, @CurrentActor() actor: Actor): Promise<StaffFileResponse> {
    return toStaffFile(await this.desk.show(id, actor));
  }

  @Post()
  @Roles('leader')
  @Operation({
    summary: 'Giv en medarbejder adgang',
    description: 'Personen logger ind gennem kommunens eget login med den e-mail, der står her.',
    answer: StaffMemberResponse,
    status: 201,
    problems: refusals,
  })
  async add(@Body() body: StaffBody, @CurrentActor() actor: Actor): Promise<StaffMemberResponse> {
    return toMember(await this.adding.execute(body, actor));
  }

  @Patch(':id')
  @Roles('leader')
  @Operation({
    summary: 'Ret en medarbejder; det, der ikke kommer med, bliver',
    answer: StaffMemberResponse,
    problems: ['staff.not-found', 'staff.not-oneself', ...refusals],
  })
  async change(
    @Id() id: string,
    @Body() body: ChangeStaffBody,
    @CurrentActor() actor: Actor,
  ): Promise<StaffMemberResponse> {
    return toMember(await this.changing.execute(id, body, actor));
  }

  @Post(':id/disable')
  @Roles('leader')
  @Operation({
    summary: 'Luk adgangen, og giv borgere og job videre i samme øjeblik',
    description:
      'Logins slutter med det samme, og nøgler, der handler som personen, bliver stoppet. Uden `takerId` bliver det afvist, så længe personen følger nogen.',
    answer: StaffMemberResponse,
    problems: [
      'staff.not-found',
      'staff.not-oneself',
      'staff.last-leader',
      'staff.already-disabled',
      'staff.must-hand-over',
      'staff.nobody-to-take-over',
    ],
  })
  async disable(
    @Id() id: string,
    @Body() body: DisableStaffBody,
    @CurrentActor() actor: Actor,
  ): Promise<StaffMemberResponse> {
    const staff = await this.disabling.execute(id, body, actor);
    await this.endSessions.of({ kind: 'staff', municipalityId: actor.municipalityId, staffId: id });
    return toMember(staff);
  }

  @Post(':id/enable')
  @Roles('leader')
  @Operation({
    summary: 'Åbn adgangen igen; borgere og job bliver, hvor de er',
    answer: StaffMemberResponse,
    problems: ['staff.not-found', 'staff.email-taken'],
  })
  async enable(@Id() id: string, @CurrentActor() actor: Actor): Promise<StaffMemberResponse> {
    return toMember(await this.enabling.execute(id, actor));
  }
}
