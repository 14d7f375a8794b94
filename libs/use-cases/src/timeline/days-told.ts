import {
  Temporal,
  type Absence,
  type Escalation,
  type EscalationEntry,
  type Evidence,
  type Shift,
} from '#domain';
import type { TimelineWhat } from './timeline-entry.js';
import type { Told } from './told.js';

const saysWhat: Readonly<Record<Evidence['says'], TimelineWhat | null>> = {
  here: 'shift-here',
  'on-the-way': 'shift-on-the-way',
  later: 'shift-later',
  'not-here': 'shift-not-here',
  'call-me': 'shift-call-me',
  // Told once, with its cause, by the absence itself.
  absent: null,
};

const absentBy: Readonly<Record<Absence['by'], Evidence['by']>> = {
  citizen: 'citizen',
  employer: 'workplace',
  contact: 'contact',
};

/** What was heard of a shift, by whom, and what became of it. The words of an absence stay where they were said. */
export function shiftTold(shift: Shift): Told[] {
  const { citizenId, smallJobId, absence } = shift;
  const about = { citizenId, smallJobId, subject: { kind: 'shift' as const, id: shift.id } };
  const day = { date: shift.date, start: shift.start };
  const told: Told[] = shift.evidence.flatMap(({ by, says, at, minutes }) => {
    const what = says === 'here' && shift.state === 'late' ? 'shift-late' : saysWhat[says];
    const time = Temporal.Instant.from(at);
    return what ? [{ ...about, at: time, what, details: { ...day, source: by, minutes } }] : [];
  });
  if (absence) {
    const { cause, by, at } = absence;
    told.push({
      ...about,
      at: Temporal.Instant.from(at),
      what: 'shift-absent',
      details: { ...day, cause, source: absentBy[by] },
    });
  }
  if (shift.wellDoneAt) told.push({ ...about, at: shift.wellDoneAt, what: 'shift-well-done', details: day });
  return told;
}

/** The history of a case, line by line, as it was written. */
export function caseTold(escalation: Escalation, entries: readonly EscalationEntry[]): Told[] {
  const { citizenId, smallJobId, id } = escalation;
  return entries
    .filter(({ escalationId }) => escalationId === id)
    .map(({ at, what, who, details }) => ({
      at,
      what: 'case',
      by: { name: who },
      citizenId,
      smallJobId,
      details: { ...details, step: what },
      subject: { kind: 'escalation', id },
    }));
}
