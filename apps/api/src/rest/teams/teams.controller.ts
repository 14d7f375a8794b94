import { Body, Delete, Get, Patch, Post } from '@nestjs/common';
import type { Actor } from '#domain';
import { ManageTeams, StaffDesk } from '#use-cases';
import { Area, Id, Operation } from '../../http/operation.js';
import { Listed } from '../../http/page.js';
import { CurrentActor, Roles } from '../../http/roles.js';
import { TeamBody } from '../staff/staff-desk.requests.js';
import { TeamResponse, toTeam } from '../staff/staff-desk.responses.js';

@Area('teams', 'Teams')
export class TeamsController {
  constructor(
    private readonly desk: StaffDesk,
    private readonly teams: ManageTeams,
  ) {}

  @Get()
  @Roles('leader')
  @Operation({ summary: 'Kommunens teams', answer: Listed(TeamResponse) })
  async list(@CurrentActor() actor: Actor): Promise<{ items: TeamResponse[] }> {
    return { items: (await this.desk.list(actor)).teams.map(toTeam) };
  }

  @Post()
  @Roles('leader')
  @Operation({ summary: 'Lav et team', answer: TeamResponse, status: 201, problems: ['team.name-taken'] })
  async add(@Body() { name }: TeamBody, @CurrentActor() actor: Actor): Promise<TeamResponse> {
    return toTeam(await this.teams.add(name, actor));
  }

  @Patch(':id')
  @Roles('leader')
  @Operation({
    summary: 'Giv et team et andet navn',
    answer: TeamResponse,
    problems: ['team.not-found', 'team.name-taken'],
  })
  async rename(
    @Id() id: string,
    @Body() { name }: TeamBody,
    @CurrentActor() actor: Actor,
  ): Promise<TeamResponse> {
    return toTeam(await this.teams.rename(id, name, actor));
  }

  @Delete(':id')
  @Roles('leader')
  @Operation({ summary: 'Fjern et team uden medlemmer', problems: ['team.not-found', 'team.not-empty'] })
  async remove(@Id() id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.teams.remove(id, actor);
  }
}
