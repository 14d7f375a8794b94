import { Body, Get, Post } from '@nestjs/common';
import type { Actor } from '#domain';
import { AnswerMyShift, ShowMyHours, ShowMyPage, ShowMyShifts } from '#use-cases';
import { Area, Id, Operation } from '../../http/operation.js';
import { CurrentActor, Roles } from '../../http/roles.js';
import { MyPageResponse, toMyPage } from './my-jobs.responses.js';
import { MyShiftAnswerBody } from './my.requests.js';
import {
  MyHoursResponse,
  MyShiftResponse,
  MyShiftsResponse,
  toMyHours,
  toMyShift,
  toMyShifts,
} from './my-shifts.responses.js';

/** What a citizen sees of the own days. Nobody else's can be asked for: there is no id of a person in an address. */
@Area('my', 'Min side')
export class MyShiftsController {
  constructor(
    private readonly showPage: ShowMyPage,
    private readonly shifts: ShowMyShifts,
    private readonly answerShift: AnswerMyShift,
    private readonly showHours: ShowMyHours,
  ) {}

  @Get()
  @Roles('citizen')
  @Operation({
    summary: 'Det næste, de næste vagter, og hvem man ringer til',
    answer: MyPageResponse,
    problems: ['access-log.unavailable'],
  })
  async page(@CurrentActor() actor: Actor): Promise<MyPageResponse> {
    return toMyPage(await this.showPage.execute(actor));
  }

  @Get('shifts')
  @Roles('citizen')
  @Operation({
    summary: 'Mine vagter: dem, der kommer, og de sidste 14 dage',
    answer: MyShiftsResponse,
    problems: ['access-log.unavailable'],
  })
  async list(@CurrentActor() actor: Actor): Promise<MyShiftsResponse> {
    return toMyShifts(await this.shifts.list(actor));
  }

  @Get('shifts/:id')
  @Roles('citizen')
  @Operation({
    summary: 'En af mine vagter',
    answer: MyShiftResponse,
    problems: ['shift.not-found', 'access-log.unavailable'],
  })
  async show(@Id() id: string, @CurrentActor() actor: Actor): Promise<MyShiftResponse> {
    return toMyShift(await this.shifts.show(id, actor));
  }

  @Post('shifts/:id/answer')
  @Roles('citizen')
  @Operation({
    summary: 'Jeg er her, på vej, forsinket, kan ikke, eller ring til mig',
    description: 'Som et svar på SMS. `answers` på vagten siger, hvad der giver mening nu; andet er 409.',
    answer: MyShiftResponse,
    problems: ['shift.not-found', 'shift.wrong-state', 'shift.too-early', 'shift.overlap'],
  })
  async answer(
    @Id() id: string,
    @Body() { answer, minutes, span }: MyShiftAnswerBody,
    @CurrentActor() actor: Actor,
  ): Promise<MyShiftResponse> {
    const input = { answer, ...(minutes && { minutes }), ...(span && { span }) };
    return toMyShift(await this.answerShift.execute(id, input, actor));
  }

  @Get('hours')
  @Roles('citizen')
  @Operation({
    summary: 'Mine timer måned for måned, lønnede og ulønnede hver for sig',
    answer: MyHoursResponse,
    problems: ['access-log.unavailable'],
  })
  async hours(@CurrentActor() actor: Actor): Promise<MyHoursResponse> {
    return toMyHours(await this.showHours.execute(actor));
  }
}
