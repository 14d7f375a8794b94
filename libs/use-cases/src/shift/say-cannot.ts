import {
  absentUntil,
  addDays,
  localDateOf,
  nextContactTime,
  openShiftStates,
  type AbsenceSpan,
  type Actor,
  type Shift,
} from '#domain';
import { Ids, type UnitOfWork } from '../ports/index.js';
import { contactFor } from '../contact/who-answers.js';
import { openTask } from '../task/open-task.js';
import { ReportAbsence } from './report-absence.js';

/**
 * *Jeg kan ikke*: today, the rest of the week, or nobody knows yet. Reminders and ladders pause; coming back is the
 * contact's call (practice), so what is not just today becomes a task. Each company hears it once, and never why.
 */
export class SayCannot {
  static readonly needs = [Ids, ReportAbsence] as const;

  constructor(
    private readonly ids: Ids,
    private readonly reportAbsence: ReportAbsence,
  ) {}

  /** `shift` is locked by the caller. */
  async within(unit: UnitOfWork, shift: Shift, span: AbsenceSpan, actor: Actor): Promise<void> {
    if (span === 'today') {
      await this.reportAbsence.within(unit, shift.id, { cause: 'cannot', by: 'citizen' }, actor);
      return;
    }
    const heard = new Set<string>();
    for (const one of [shift, ...(await this.laterShifts(unit, shift, span))]) {
      const first = !heard.has(one.companyId);
      heard.add(one.companyId);
      const input = {
        cause: 'cannot',
        by: 'citizen',
        companyHears: first ? spanInWords[span] : null,
      } as const;
      await this.reportAbsence.within(unit, one.id, input, actor);
    }
    await this.askTheContact(unit, shift, span);
  }

  private async laterShifts(unit: UnitOfWork, shift: Shift, span: AbsenceSpan): Promise<Shift[]> {
    const until = absentUntil(shift.date, span);
    const shifts = await unit.shifts.list(
      {
        citizenId: shift.citizenId,
        state: { in: openShiftStates },
        startsAt: { after: shift.startsAt },
        ...(until && { date: { to: until } }),
      },
      { lock: true },
    );
    return shifts.sort((a, b) => a.startsAt.epochMilliseconds - b.startsAt.epochMilliseconds);
  }

  private async askTheContact(unit: UnitOfWork, shift: Shift, span: AbsenceSpan): Promise<void> {
    const now = await unit.now();
    const today = localDateOf(now);
    const contact = await contactFor(unit, shift.smallJobId, now);
    const holidays = await unit.holidays(today, addDays(today, 21));
    await openTask(unit, this.ids, {
      kind: 'call-citizen',
      staffId: contact.id,
      citizenId: shift.citizenId,
      smallJobId: shift.smallJobId,
      note: notes[span],
      dueAt: nextContactTime(contact.contactHours, now, holidays),
    });
  }
}

/** As the company is told: how long, never why. */
const spanInWords: Record<AbsenceSpan, string> = {
  today: 'i dag',
  week: 'resten af ugen',
  unknown: 'foreløbig',
};

const notes: Record<AbsenceSpan, string> = {
  today: '',
  week: 'Kan ikke resten af ugen: aftal, hvornår det går igen',
  unknown: 'Kan ikke, og ved ikke hvor længe: ring, og aftal det næste. Vagterne er sat på pause',
};
