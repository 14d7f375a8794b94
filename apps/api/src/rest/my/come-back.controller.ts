import { Body, Post } from '@nestjs/common';
import type { Actor } from '#domain';
import { ComeBack } from '#use-cases';
import { Area, Id, Operation } from '../../http/operation.js';
import { Listed } from '../../http/page.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';
import { ShiftResponse, toShift } from '../shifts/shifts.responses.js';
import { ComeBackBody } from './my.requests.js';

@Area('citizens', 'Borgere')
export class ComeBackController {
  constructor(private readonly comeBack: ComeBack) {}

  @Post(':id/come-back')
  @Roles(...STAFF)
  @Operation({
    summary: 'Borgeren er tilbage fra en dag',
    description:
      'Vagter, som borgeren selv har meldt fra, er med igen. Det er kontaktpersonen, der aftaler det.',
    answer: Listed(ShiftResponse),
    problems: ['citizen.not-found', 'shift.overlap'],
  })
  async back(
    @Id() id: string,
    @Body() { from }: ComeBackBody,
    @CurrentActor() actor: Actor,
  ): Promise<{ items: ShiftResponse[] }> {
    const shifts = await this.comeBack.execute(id, from, actor);
    return { items: shifts.map((shift) => toShift({ shift, person: null, followUp: null }, actor)) };
  }
}
