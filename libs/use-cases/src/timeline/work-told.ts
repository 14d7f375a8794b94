import {
  instantOf,
  type BrokerHandover,
  type CompanyVisit,
  type ContactAssignment,
  type ContactCover,
  type Message,
  type MessageState,
  type Note,
  type Task,
} from '#domain';
import type { TimelineWhat } from './timeline-entry.js';
import type { Told } from './told.js';

const messageWhats: Readonly<Record<MessageState, TimelineWhat>> = {
  queued: 'message-waiting',
  sending: 'message-waiting',
  sent: 'message-sent',
  delivered: 'message-delivered',
  failed: 'message-failed',
  uncertain: 'message-uncertain',
};

/** What was written about and whether it came through, never its words. */
export const messageTold = ({ state, stateAt, template, channel, receiver, citizenId }: Message): Told => ({
  at: stateAt,
  what: messageWhats[state],
  citizenId,
  details: { template, channel, to: receiver },
});

export const taskTold = (task: Task): Told[] =>
  task.doneAt
    ? [
        {
          at: task.doneAt,
          what: 'task-done',
          by: { staffId: task.doneByStaffId },
          citizenId: task.citizenId,
          smallJobId: task.smallJobId,
          details: { kind: task.kind, outcome: task.outcome },
        },
      ]
    : [];

export const noteTold = ({ id, at, citizenId, byStaffId, ...note }: Note): Told => ({
  at,
  what: 'note',
  by: { staffId: byStaffId },
  citizenId,
  details: {
    id,
    purpose: note.purpose,
    agreed: note.agreed,
    followUpOn: note.followUpOn,
    corrects: note.correctsNoteId,
  },
});

/** `staffId` and `fromStaffId` of the details are named by the timeline. */
export const handoverTold = (handover: BrokerHandover): Told => ({
  at: handover.at,
  what: 'broker-handed-over',
  by: { staffId: handover.byStaffId },
  citizenId: handover.citizenId,
  details: {
    toStaffId: handover.toStaffId,
    fromStaffId: handover.fromStaffId,
    reason: handover.reason,
    note: handover.note,
  },
});

export const assignmentTold = ({ startedAt, staffId, reason, smallJobId }: ContactAssignment): Told => ({
  at: startedAt,
  what: 'contact-changed',
  smallJobId,
  details: { toStaffId: staffId, reason },
  subject: { kind: 'small-job', id: smallJobId },
});

/** A cover says on which days, not when it was agreed: it stands on its first day. */
export const coverTold = ({ byStaffId, from, to, smallJobId }: ContactCover): Told => ({
  at: instantOf(from, '00:00'),
  what: 'contact-covered',
  by: { staffId: byStaffId },
  smallJobId,
  details: { from, to },
  subject: { kind: 'small-job', id: smallJobId },
});

export const visitTold = (visit: CompanyVisit): Told => ({
  at: visit.createdAt,
  what: 'visit',
  by: { staffId: visit.byStaffId },
  details: { date: visit.on, observations: visit.observations.length },
  subject: { kind: 'company', id: visit.companyId },
});
