import {
  addDays,
  instantInWords,
  isBefore,
  localDateOf,
  nextContactTime,
  phoneInWords,
  type Citizen,
  type ContactHours,
  type LocalDate,
  type Staff,
} from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import { brokerOf, deputyOf, fixedContactOf } from '../contact/who-answers.js';

/** The one person to call, and when the phone is answered. */
export interface MyContact {
  name: string;
  /** As people dial it; empty when there is none. */
  phone: string;
  hours: ContactHours | null;
  answersNow: boolean;
  /** When the phone is answered again, in words; empty when it is answered now. */
  answersAgain: string;
  /** Somebody answers for the fixed contact for some days. */
  covering: { for: string; until: LocalDate } | null;
  /** Who is called when the contact does not answer. */
  deputy: { name: string; phone: string } | null;
}

/** Nobody at all can be named: a municipality without people. */
const nobody: MyContact = {
  name: '',
  phone: '',
  hours: null,
  answersNow: false,
  answersAgain: '',
  covering: null,
  deputy: null,
};

/** The contact of a small job, or the broker of somebody who has none yet. */
export async function myContact(
  unit: UnitOfWork,
  citizen: Citizen,
  smallJobId: string | null,
): Promise<MyContact> {
  const now = await unit.now();
  const today = localDateOf(now);
  const fixed = smallJobId ? await fixedContactOf(unit, smallJobId) : undefined;
  const cover = smallJobId
    ? await unit.covers.first({ smallJobId, from: { to: today }, to: { from: today } })
    : undefined;
  const covering = cover && (await unit.staff.find(cover.byStaffId));
  const person = covering ?? fixed ?? (await brokerOf(unit, citizen));
  if (!person) return nobody;
  const answersAt = nextContactTime(person.contactHours, now, await unit.holidays(today, addDays(today, 21)));
  const deputy = await deputyOf(unit, person);
  return {
    ...nameAndPhone(person),
    hours: person.contactHours,
    answersNow: !isBefore(now, answersAt),
    answersAgain: isBefore(now, answersAt) ? instantInWords(answersAt, citizen.language) : '',
    covering: cover && covering && fixed ? { for: fixed.name, until: cover.to } : null,
    deputy: deputy ? nameAndPhone(deputy) : null,
  };
}

const nameAndPhone = ({ name, phone }: Staff): { name: string; phone: string } => ({
  name,
  phone: phone ? phoneInWords(phone) : '',
});

/** The small job whose contact is the citizen's: of the agreement that runs, or of what is in play. */
export async function myJobId(unit: UnitOfWork, citizenId: string): Promise<string | null> {
  const newest = { order: [{ by: 'id' as const, direction: 'desc' as const }] };
  const agreement = await unit.agreements.first({ citizenId, state: { in: ['signed', 'draft'] } }, newest);
  if (agreement) return agreement.smallJobId;
  const offer = await unit.offers.first(
    { citizenId, state: { in: ['sent', 'visiting', 'accepted'] } },
    newest,
  );
  return offer?.smallJobId ?? null;
}
