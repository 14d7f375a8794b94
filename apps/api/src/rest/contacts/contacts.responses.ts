import { isoWithOffset, type HandoverReason } from '#domain';
import type { ContactHistory } from '#use-cases';
import { instant, listOf, localDate, nested, oneOf, text, uuid } from '../../http/fields/index.js';
import { isoOrNull } from '../shifts/instants-out.js';
import { ContactPersonResponse, toContactPerson } from './contact-person.js';
import { handoverReasons } from './contacts.requests.js';

export class ContactAssignmentResponse {
  @uuid() id!: string;
  @nested(ContactPersonResponse, { nullable: true }) contact!: ContactPersonResponse | null;
  @instant() startedAt!: string;
  @instant({ nullable: true }) endedAt!: string | null;
  @oneOf<HandoverReason>(['first', ...handoverReasons]) reason!: HandoverReason;
  @text({ max: 3000, nullable: true, example: 'Barsel fra 1. december' }) note!: string | null;
}

export class ContactCoverResponse {
  @uuid() id!: string;
  @nested(ContactPersonResponse, { nullable: true }) by!: ContactPersonResponse | null;
  @localDate({ example: '2026-12-21' }) from!: string;
  @localDate({ example: '2026-12-27' }) to!: string;
}

export class ContactsResponse {
  @uuid() smallJobId!: string;
  @uuid({ nullable: true }) fixedContactId!: string | null;
  @nested(ContactPersonResponse, { nullable: true }) fixedContact!: ContactPersonResponse | null;
  @nested(ContactPersonResponse, { nullable: true, description: 'Den, der tager telefonen i dag.' })
  answersToday!: ContactPersonResponse | null;
  @listOf(ContactAssignmentResponse, { description: 'Alle faste kontaktpersoner, den ældste først.' })
  assignments!: ContactAssignmentResponse[];
  @listOf(ContactCoverResponse) covers!: ContactCoverResponse[];
}

export function toContacts(smallJobId: string, history: ContactHistory): ContactsResponse {
  const person = (id: string) => toContactPerson(history.staff.find((one) => one.id === id) ?? null);
  return {
    smallJobId,
    fixedContactId: history.fixedContact?.id ?? null,
    fixedContact: toContactPerson(history.fixedContact),
    answersToday: toContactPerson(history.answersToday),
    assignments: history.assignments.map(({ id, staffId, startedAt, endedAt, reason, note }) => ({
      id,
      contact: person(staffId),
      startedAt: isoWithOffset(startedAt),
      endedAt: isoOrNull(endedAt),
      reason,
      note,
    })),
    covers: history.covers.map(({ id, byStaffId, from, to }) => ({ id, by: person(byStaffId), from, to })),
  };
}
