import { Get } from '@nestjs/common';
import type { Actor } from '#domain';
import { StaffRecords } from '#use-cases';
import { Area, Operation } from '../../http/operation.js';
import { Listed } from '../../http/page.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';
import { StaffResponse, toStaff } from './staff.responses.js';

@Area('staff', 'Medarbejdere')
export class StaffController {
  constructor(private readonly staff: StaffRecords) {}

  @Get()
  @Roles(...STAFF, 'integration')
  @Operation({ summary: 'Kommunens medarbejdere, og hvor mange hver følger', answer: Listed(StaffResponse) })
  async list(@CurrentActor() actor: Actor): Promise<{ items: StaffResponse[] }> {
    return { items: (await this.staff.list(actor)).map(toStaff) };
  }
}
