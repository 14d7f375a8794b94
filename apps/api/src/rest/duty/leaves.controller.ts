import { Body, Post } from '@nestjs/common';
import type { Actor } from '#domain';
import { TakeLeave } from '#use-cases';
import { Area, Id, Operation } from '../../http/operation.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';
import { LeaveBody } from './duty.requests.js';
import { LeaveResponse, toLeave } from './duty.responses.js';

@Area('leaves', 'Vagtliste')
export class LeavesController {
  constructor(private readonly leave: TakeLeave) {}

  @Post()
  @Roles(...STAFF)
  @Operation({
    summary: 'Skriv, at nogen er væk nogle dage',
    description: 'Trin og opkald går til den, der svarer imens. Ingen grund gemmes.',
    answer: LeaveResponse,
    status: 201,
    problems: ['staff.not-found', 'leave.dates-invalid', 'leave.overlaps', 'leave.stand-in-away'],
  })
  async take(@Body() body: LeaveBody, @CurrentActor() actor: Actor): Promise<LeaveResponse> {
    return toLeave(await this.leave.execute(body, actor));
  }

  @Post(':id/take-back')
  @Roles(...STAFF)
  @Operation({
    summary: 'Personen er her igen, eller kom aldrig afsted',
    answer: LeaveResponse,
    problems: ['leave.not-found'],
  })
  async takeBack(@Id() id: string, @CurrentActor() actor: Actor): Promise<LeaveResponse> {
    return toLeave(await this.leave.takeBack(id, actor));
  }
}
