import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { DomainError, type DeskAction } from '#domain';
import {
  CancelShift,
  CheckIn,
  consequencesOf,
  ExpectLater,
  MoveShift,
  ReadShiftTraces,
  RecordAttendance,
  ReportAbsence,
  SayNotHere,
  SayWellDone,
  ShiftChoices,
  ShiftFile,
  ShiftList,
  Timeline,
} from '#use-cases';
import { isUuid } from '../../../http/fields/words.js';
import { Id } from '../../../http/operation.js';
import { FormBody, submit, type Typed } from '../../frame/form/index.js';
import { SAID, seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { shiftsWords as w } from '../../words/desk-shifts.js';
import { listState } from '../list/list-state.js';
import type { Refused } from '../placement/act-view.js';
import { StaffPage, StaffVisit, type Visit } from '../staff-page.js';
import { readBefore, TIMELINE_LINES } from '../timeline/timeline-view.js';
import { followedCode, followedMessages } from './followed.js';
import { actionOf, fieldsOfAct, refusedAct } from './shift-act-views.js';
import { refusalsOf, shiftActs, type ShiftUseCases } from './shift-acts.js';
import { askedState, queryOf, shiftListChoices, SHIFTS, shiftsPage, shiftsView } from './shift-list-view.js';
import { shiftPage, shiftView } from './shift-view.js';

const ROWS = 40;

type AnyQuery = Record<string, unknown>;

/** *Vagter*: by question, and one with all that is known of it and can be written down about it. */
@Controller('kommune/vagter')
export class DeskShiftsPagesController {
  private readonly use: ShiftUseCases;

  constructor(
    private readonly shifts: ShiftList,
    private readonly choices: ShiftChoices,
    private readonly files: ShiftFile,
    private readonly timeline: Timeline,
    private readonly traces: ReadShiftTraces,
    checkIn: CheckIn,
    later: ExpectLater,
    notHere: SayNotHere,
    attendance: RecordAttendance,
    absence: ReportAbsence,
    wellDone: SayWellDone,
    move: MoveShift,
    cancel: CancelShift,
  ) {
    this.use = { checkIn, later, notHere, attendance, absence, wellDone, move, cancel };
  }

  @Get()
  @StaffPage()
  async list(@Query() query: AnyQuery, @StaffVisit() { actor }: Visit): Promise<ShownPage> {
    const chosen = {
      ...idIn(query, 'firma', 'companyId'),
      ...idIn(query, 'job', 'smallJobId'),
      ...idIn(query, 'borger', 'citizenId'),
    };
    const choices = shiftListChoices(await this.choices.show(chosen, actor));
    const state = askedState(listState(choices, query));
    const page = { limit: ROWS, ...(state.after !== undefined && { after: state.after }) };
    const record = await this.shifts.show(queryOf(state), page, actor);
    return shiftsPage({ title: w.tab, wide: true, ...shiftsView(record, choices, state, record.now) });
  }

  @Get(':id')
  @StaffPage()
  show(@Id() id: string, @Query() query: AnyQuery, @StaffVisit() visit: Visit): Promise<ShownPage> {
    return this.page(id, visit, query);
  }

  @Post(':id/:handling')
  @StaffPage()
  async act(
    @Id() id: string,
    @Param('handling') slug: string,
    @FormBody() typed: Typed,
    @StaffVisit() visit: Visit,
  ): Promise<SeeOther | ShownPage> {
    const action = actionOf(slug);
    if (!action) throw new DomainError('shift.not-found');
    const { form } = shiftActs[action];
    return submit(form, fieldsOfAct(action, typed), {
      do: async (fields) => seeOther(`${SHIFTS}/${id}`, await this.does(action, id, fields, visit)),
      again: (faults) => this.page(id, visit, {}, refusedAct(action, typed, faults)),
      at: refusalsOf(action),
    });
  }

  /** Does it, and tells what it stopped and started. */
  private async does(action: DeskAction, id: string, fields: object, { actor }: Visit): Promise<string> {
    const { shift } = await this.files.show(id, actor);
    const before = await this.traces.execute(id, actor);
    await shiftActs[action].do(this.use, shift, fields as never, actor);
    return followedCode(action, consequencesOf(before, await this.traces.execute(id, actor)));
  }

  private async page(id: string, { actor }: Visit, query: AnyQuery, refused?: Refused): Promise<ShownPage> {
    const before = readBefore(query);
    const file = await this.files.show(id, actor);
    const request = { limit: TIMELINE_LINES, ...(before && { before }) };
    const timeline = await this.timeline.execute({ shiftId: id }, actor, request);
    return shiftPage({
      title: w.tab,
      wide: true,
      back: { href: SHIFTS, label: w.back },
      messages: followedMessages(query[SAID]),
      ...shiftView(file, timeline, before, refused),
    });
  }
}

/** An id that an address names, under the name that use cases know it by. */
function idIn(query: AnyQuery, name: string, as: string): Record<string, string> {
  const value = query[name];
  return typeof value === 'string' && isUuid.test(value) ? { [as]: value } : {};
}
