import { Body, Post } from '@nestjs/common';
import { brokerHandoverReasons, isoWithOffset, type Actor, type BrokerHandoverReason } from '#domain';
import { HandOverBroker } from '#use-cases';
import { instant, oneOf, text, uuid } from '../../http/fields/index.js';
import { Area, Id, Operation } from '../../http/operation.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';

export class HandOverBrokerBody {
  @uuid({ description: 'Den, der tager over.' }) toStaffId!: string;
  @oneOf(brokerHandoverReasons, { example: 'leave' }) reason!: BrokerHandoverReason;
  @text({ max: 1000, multiline: true, optional: true, example: 'Ring helst om formiddagen' }) note?: string;
}

export class BrokerHandoverResponse {
  @uuid() id!: string;
  @uuid({ nullable: true }) fromStaffId!: string | null;
  @uuid() toStaffId!: string;
  @oneOf(brokerHandoverReasons, { example: 'leave' }) reason!: BrokerHandoverReason;
  @text({ max: 1000, nullable: true, example: 'Ring helst om formiddagen' }) note!: string | null;
  @instant() at!: string;
}

@Area('citizens/:id/broker', 'Borgere')
export class CitizenBrokerController {
  constructor(private readonly handOver: HandOverBroker) {}

  @Post()
  @Roles(...STAFF)
  @Operation({
    summary: 'Giv borgeren en anden fast kontakt',
    description:
      'Hvert skift koster 22 % af chancen for job (Rosholm m.fl. 2017), så det kræver en grund og bliver stående. Borgeren får besked; åbne opgaver følger med.',
    answer: BrokerHandoverResponse,
    status: 201,
    problems: [
      'citizen.not-found',
      'staff.not-found',
      'contact.same-person',
      'contact.no-phone',
      'access-log.unavailable',
    ],
  })
  async post(
    @Id() id: string,
    @Body() { toStaffId, reason, note }: HandOverBrokerBody,
    @CurrentActor() actor: Actor,
  ): Promise<BrokerHandoverResponse> {
    const made = await this.handOver.execute(id, { toId: toStaffId, reason, note: note ?? null }, actor);
    return {
      id: made.id,
      fromStaffId: made.fromStaffId,
      toStaffId: made.toStaffId,
      reason: made.reason,
      note: made.note,
      at: isoWithOffset(made.at),
    };
  }
}
