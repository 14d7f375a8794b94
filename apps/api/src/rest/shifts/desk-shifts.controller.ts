import { Get, Query } from '@nestjs/common';
import { mondayOfWeek, Temporal, type Actor, type LocalDate } from '#domain';
import { ShiftFile, ShiftList, WeekOfShifts } from '#use-cases';
import { Area, Id, Operation } from '../../http/operation.js';
import { pageRequest } from '../../http/page.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';
import { ShapeError } from '../../http/shape-error.js';
import { ShiftListQueryFields, WeekQuery } from './desk-shifts.requests.js';
import {
  ShiftFileResponse,
  ShiftListResponse,
  toShiftFile,
  toShiftList,
  toWeek,
  WeekOfShiftsResponse,
} from './desk-shifts.responses.js';

/** Shifts as the municipality's staff look at them: with names, by question, by week. */
@Area('desk', 'Vagter')
export class DeskShiftsController {
  constructor(
    private readonly shifts: ShiftList,
    private readonly files: ShiftFile,
    private readonly weeks: WeekOfShifts,
  ) {}

  @Get('shifts')
  @Roles(...STAFF)
  @Operation({
    summary: 'Vagter efter spørgsmål og filtre, med navne, sorteret efter start',
    answer: ShiftListResponse,
  })
  async list(@Query() query: ShiftListQueryFields, @CurrentActor() actor: Actor): Promise<ShiftListResponse> {
    const { limit, cursor, view = 'today', ...filters } = query;
    const page = pageRequest({ limit, ...(cursor !== undefined && { cursor }) });
    return toShiftList(view, await this.shifts.show({ view, ...filters }, page, actor), actor);
  }

  @Get('shifts/:id')
  @Roles(...STAFF)
  @Operation({
    summary: 'Alt om en vagt: beskeder, opgaver, sager, og hvad der kan gøres nu',
    answer: ShiftFileResponse,
    problems: ['shift.not-found'],
  })
  async show(@Id() id: string, @CurrentActor() actor: Actor): Promise<ShiftFileResponse> {
    return toShiftFile(await this.files.show(id, actor), actor);
  }

  @Get('week')
  @Roles(...STAFF)
  @Operation({
    summary: 'En uge dag for dag: vagter, lukkedage, helligdage, og hvem der er på vagt',
    answer: WeekOfShiftsResponse,
  })
  async week(
    @Query() { week, scope = 'mine' }: WeekQuery,
    @CurrentActor() actor: Actor,
  ): Promise<WeekOfShiftsResponse> {
    return toWeek(await this.weeks.show(mondayOf(week), scope, actor), actor);
  }
}

const FORM = { da: 'skal være en uge som 2026-W48', en: 'must be a week like 2026-W48' };

/** @throws ShapeError for what is no week */
function mondayOf(week: string | undefined): LocalDate | undefined {
  if (week === undefined) return undefined;
  const parts = /^(20\d\d)-W(\d\d)$/.exec(week);
  const monday = parts && Number(parts[2]) <= 53 && mondayOfWeek(Number(parts[1]), Number(parts[2]));
  const named = monday && Temporal.PlainDate.from(monday);
  if (!monday || !named || named.weekOfYear !== Number(parts[2]) || named.yearOfWeek !== Number(parts[1]))
    throw new ShapeError([{ path: 'week', text: FORM }]);
  return monday;
}
