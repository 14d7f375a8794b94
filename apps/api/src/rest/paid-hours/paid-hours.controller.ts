import { Body, Get, Post, Query } from '@nestjs/common';
import type { Actor } from '#domain';
import { ConfirmHours, ledgerLineOf, ShiftRecords } from '#use-cases';
import { Area, Id, Operation } from '../../http/operation.js';
import { CurrentActor, KEY_HOLDERS, Roles, STAFF } from '../../http/roles.js';
import { ConfirmHoursBody, PaidHoursQuery } from './paid-hours.requests.js';
import { LedgerLineResponse, LedgerResponse, toLedger, toLine } from './paid-hours.responses.js';

@Area('paid-hours', 'Timer')
export class PaidHoursController {
  constructor(
    private readonly records: ShiftRecords,
    private readonly confirming: ConfirmHours,
  ) {}

  @Get()
  @Roles(...KEY_HOLDERS)
  @Operation({
    summary: 'Månedens timer, lønnede og ulønnede hver for sig',
    description:
      'Planen tæller, indtil fremmødet er kendt eller nogen bekræfter. Aflyste vagter er ikke med.',
    answer: LedgerResponse,
  })
  async list(
    @Query() { citizenId, month }: PaidHoursQuery,
    @CurrentActor() actor: Actor,
  ): Promise<LedgerResponse> {
    return toLedger(await this.records.ledger({ citizenId, month }, actor));
  }

  @Post(':shiftId/confirm')
  @Roles(...STAFF, 'employer')
  @Operation({
    summary: 'Stemmer, eller ret: fra nu af står timerne fast',
    description: 'Det samme igen er i orden; andre minutter bagefter er 409.',
    answer: LedgerLineResponse,
    problems: [
      'shift.not-found',
      'shift.wrong-state',
      'shift.not-over',
      'shift.already-confirmed',
      'shift.times-invalid',
    ],
  })
  async confirm(
    @Id('shiftId') shiftId: string,
    @Body() { minutes }: ConfirmHoursBody,
    @CurrentActor() actor: Actor,
  ): Promise<LedgerLineResponse> {
    return toLine(ledgerLineOf(await this.confirming.execute(shiftId, minutes, actor)));
  }
}
