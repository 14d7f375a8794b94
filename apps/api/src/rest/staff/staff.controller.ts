import { Get } from '@nestjs/common';
import type { Actor } from '#domain';
import { Transactor } from '#use-cases';
import { Area, Operation } from '../../http/operation.js';
import { Listed } from '../../http/page.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';
import { StaffResponse, toStaff } from './staff.responses.js';

@Area('staff', 'Medarbejdere')
export class StaffController {
  constructor(private readonly transactor: Transactor) {}

  @Get()
  @Roles(...STAFF, 'integration')
  @Operation({ summary: 'Kommunens medarbejdere, og hvor mange hver følger', answer: Listed(StaffResponse) })
  async list(@CurrentActor() { municipalityId }: Actor): Promise<{ items: StaffResponse[] }> {
    return this.transactor.inMunicipality(municipalityId, async (unit) => {
      const staff = await unit.staff.list({ active: true }, { order: [{ by: 'name' }] });
      // Counted where they are: no citizen's record has to be read to know how many there are.
      const items: StaffResponse[] = [];
      for (const person of staff)
        items.push(toStaff(person, await unit.citizens.count({ brokerId: person.id })));
      return { items };
    });
  }
}
