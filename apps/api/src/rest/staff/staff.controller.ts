import { Body, Delete, Get, Put } from '@nestjs/common';
import { Temporal, type Actor } from '#domain';
import { BeBusy, StaffRecords } from '#use-cases';
import { Area, Operation } from '../../http/operation.js';
import { Listed } from '../../http/page.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';
import { BusyBody } from './staff.requests.js';
import { BusyResponse, StaffResponse, toBusy, toStaff } from './staff.responses.js';

@Area('staff', 'Medarbejdere')
export class StaffController {
  constructor(
    private readonly staff: StaffRecords,
    private readonly busy: BeBusy,
  ) {}

  @Get()
  @Roles(...STAFF, 'integration')
  @Operation({ summary: 'Kommunens medarbejdere, og hvor mange hver følger', answer: Listed(StaffResponse) })
  async list(@CurrentActor() actor: Actor): Promise<{ items: StaffResponse[] }> {
    return { items: (await this.staff.list(actor)).map(toStaff) };
  }

  @Put('me/busy')
  @Roles(...STAFF)
  @Operation({
    summary: 'Optaget til: en kollega tager det første trin og RING imens',
    description:
      'Det slutter af sig selv. Uden `deputyId` er det den faste stedfortræder. Afslag nævner i `suggested`, hvem der er på vagt.',
    answer: BusyResponse,
    problems: ['staff.busy-until-invalid', 'staff.no-stand-in'],
  })
  async begin(@Body() { until, deputyId }: BusyBody, @CurrentActor() actor: Actor): Promise<BusyResponse> {
    const wish = { until: Temporal.Instant.from(until), ...(deputyId && { deputyId }) };
    return toBusy(await this.busy.execute(wish, actor));
  }

  @Delete('me/busy')
  @Roles(...STAFF)
  @Operation({ summary: 'Tilbage før tiden', answer: BusyResponse })
  async end(@CurrentActor() actor: Actor): Promise<BusyResponse> {
    return toBusy(await this.busy.end(actor));
  }
}
