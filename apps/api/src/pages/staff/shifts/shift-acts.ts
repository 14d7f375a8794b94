import {
  addDays,
  absenceCauses,
  heardWays,
  instantOf,
  isBefore,
  localDateOf,
  type AbsenceCause,
  type Actor,
  type DeskAction,
  type Evidence,
  type HeardWay,
  type Shift,
  type Temporal,
} from '#domain';
import type {
  CancelShift,
  CheckIn,
  ExpectLater,
  MoveShift,
  RecordAttendance,
  ReportAbsence,
  SayNotHere,
  SayWellDone,
} from '#use-cases';
import { oneOf, text, type Class } from '../../../http/fields/index.js';
import { clockTime, day, type FieldsOfRefusals } from '../../frame/form/index.js';
import { shiftsWords as w } from '../../words/desk-shifts.js';

const whoSays: readonly Evidence['by'][] = ['workplace', 'citizen', 'contact'];

/** Whose word is written down, and how it was heard: every form has these two. */
class HeardForm {
  @oneOf(whoSays) fra!: Evidence['by'];
  @oneOf(heardWays) hvordan!: HeardWay;
}
class CheckInForm extends HeardForm {
  @clockTime({ optional: true, example: '08:10' }) kl?: string;
}
class LaterForm extends HeardForm {
  @clockTime({ example: '09:30' }) kl!: string;
}
class AttendanceForm extends HeardForm {
  @clockTime({ example: '08:10' }) kom!: string;
  @clockTime({ example: '12:00' }) gik!: string;
}
class AbsenceForm extends HeardForm {
  @oneOf(absenceCauses) hvorfor!: AbsenceCause;
  @text({ max: 500, multiline: true, optional: true, example: 'Ringer igen i morgen' }) note?: string;
}
class MoveForm {
  @day() dag!: string;
  @clockTime({ example: '09:00' }) start!: string;
  @clockTime({ allow24: true, example: '13:00' }) slut!: string;
}
class CancelForm {
  @text({ max: 200, example: 'Ingen varer i dag' }) grund!: string;
}

export interface ShiftUseCases {
  checkIn: CheckIn;
  later: ExpectLater;
  notHere: SayNotHere;
  attendance: RecordAttendance;
  absence: ReportAbsence;
  wellDone: SayWellDone;
  move: MoveShift;
  cancel: CancelShift;
}

type Do<T> = (use: ShiftUseCases, shift: Shift, fields: T, actor: Actor) => Promise<unknown>;

/** A form of the page of a shift: its fields, and what is done with them. */
export interface ShiftAct {
  form: Class<object>;
  do: Do<never>;
}

const act = <T extends object>(form: Class<T>, does: Do<T>): ShiftAct => ({ form, do: does });

const heard = ({ fra, hvordan }: HeardForm) => ({ from: fra, how: hvordan });

/** The words of use cases of absence for the same three. */
const absentBy = { workplace: 'employer', citizen: 'citizen', contact: 'contact' } as const;

export const shiftActs: Readonly<Record<DeskAction, ShiftAct>> = {
  'check-in': act(CheckInForm, (use, shift, { kl, ...said }, actor) =>
    use.checkIn.execute(shift.id, kl === undefined ? undefined : onTheDayOf(shift, kl), actor, heard(said)),
  ),
  later: act(LaterForm, (use, { id }, { kl, ...said }, actor) =>
    use.later.execute(id, { at: kl }, actor, heard(said)),
  ),
  'not-here': act(HeardForm, (use, { id }, said, actor) => use.notHere.execute(id, actor, heard(said))),
  attendance: act(AttendanceForm, (use, { id }, { kom, gik, ...said }, actor) =>
    use.attendance.execute(id, { arrived: kom, left: gik }, actor, heard(said)),
  ),
  'report-absence': act(AbsenceForm, (use, { id }, { hvorfor: cause, note, fra, hvordan: how }, actor) =>
    use.absence.execute(id, { cause, by: absentBy[fra], how, ...(note && { note }) }, actor),
  ),
  'well-done': act(HeardForm, (use, { id }, said, actor) => use.wellDone.execute(id, actor, heard(said))),
  move: act(MoveForm, (use, { id }, { dag: date, start, slut: end }, actor) =>
    use.move.execute(id, { date, start, end }, actor),
  ),
  cancel: act(CancelForm, (use, { id }, { grund }, actor) => use.cancel.execute(id, grund, actor)),
};

/** A time of day belongs to the next day when the shift runs over midnight and the time is long before its start. */
function onTheDayOf(shift: Shift, time: string): Temporal.Instant {
  const at = instantOf(shift.date, time);
  const overMidnight = localDateOf(shift.endsAt) > shift.date;
  const isNextDay = overMidnight && isBefore(at, shift.startsAt.subtract({ hours: 3 }));
  return isNextDay ? instantOf(addDays(shift.date, 1), time) : at;
}

/** Where a refusal stands on the form of an act, and in whose words. */
export function refusalsOf(action: DeskAction): FieldsOfRefusals {
  const times = { 'check-in': 'kl', later: 'kl', attendance: 'kom', move: 'slut' } as Partial<
    Record<DeskAction, string>
  >;
  const say = (words: string, field = '') => ({ field, text: { da: words, en: words } });
  return {
    'shift.wrong-state': say(w.faults.changed),
    'shift.already-confirmed': say(w.faults.confirmed),
    'shift.times-invalid': say(w.faults.times, times[action]),
    'shift.in-future': say(w.faults.future, action === 'attendance' ? 'gik' : times[action]),
    'shift.too-early': say(w.faults.tooEarly, times[action]),
    'shift.not-begun': say(w.faults.notBegun),
    'shift.too-long-ago': say(w.faults.tooLongAgo),
    'shift.overlap': say(w.faults.overlap, 'dag'),
  };
}
