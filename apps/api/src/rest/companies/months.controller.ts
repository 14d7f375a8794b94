import { Body, Get, Post } from '@nestjs/common';
import type { Actor } from '#domain';
import { ConfirmMonth, MonthRecords } from '#use-cases';
import { Month } from '../../http/month-in-path.js';
import { Area, Id, Operation } from '../../http/operation.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';
import { ConfirmMonthBody } from './months.requests.js';
import { MonthResponse, toMonth } from './months.responses.js';

@Area('companies/:id/months/:month', 'Timer')
export class MonthsController {
  constructor(
    private readonly months: MonthRecords,
    private readonly confirmMonth: ConfirmMonth,
  ) {}

  @Get()
  @Roles(...STAFF, 'employer')
  @Operation({
    summary: 'Et firmas måned, person for person, med de planlagte timer fyldt ud',
    description: 'Lønnede timer står ved siden af ulønnede og aldrig i samme sum.',
    answer: MonthResponse,
    problems: ['company.not-found', 'access-log.unavailable'],
  })
  async show(@Id() id: string, @Month() month: string, @CurrentActor() actor: Actor): Promise<MonthResponse> {
    return toMonth(await this.months.show(id, month, actor), actor);
  }

  @Post('confirm')
  @Roles(...STAFF, 'employer')
  @Operation({
    summary: 'Stemmer: alle vagter, der var forbi, med dem, der skal rettes',
    description:
      'Alt eller intet. Det samme igen er i orden. Er noget ændret, siden måneden blev hentet, siger `details.changed` hvilke vagter.',
    answer: MonthResponse,
    problems: [
      'company.not-found',
      'month.changed',
      'shift.not-found',
      'shift.wrong-state',
      'shift.times-invalid',
      'shift.in-future',
    ],
  })
  async confirm(
    @Id() id: string,
    @Month() month: string,
    @Body() { version, corrections, how }: ConfirmMonthBody,
    @CurrentActor() actor: Actor,
  ): Promise<MonthResponse> {
    const input = { version, corrections, ...(how && { how }) };
    return toMonth(await this.confirmMonth.execute(id, month, input, actor), actor);
  }
}
