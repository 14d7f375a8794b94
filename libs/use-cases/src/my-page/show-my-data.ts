import type { Actor, Agreement, Citizen, Message, Note, Shift, Task } from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { found } from '../wiring/permissions.js';
import { ownRecord, refuseUnlessCitizen } from './own-record.js';
import { myOffers, type MyOffer } from './show-my-offers.js';
import { whoHasSeen, type Seen } from './who-has-seen.js';

/** What is kept of a citizen besides the record itself, without a word about anybody else. */
export interface KeptAboutMe {
  /** The CPR number is never read back; that it is there is told. */
  citizen: Omit<Citizen, 'cprSealed'>;
  hasCpr: boolean;
  broker: string | null;
  ruledOutCompanies: string[];
  offers: MyOffer[];
  agreements: Agreement[];
  shifts: Shift[];
  /** What was sent, by name and time. */
  messages: Pick<Message, 'template' | 'channel' | 'state' | 'createdAt'>[];
  /** What somebody at the municipality has to do or has done. Notes are read with the contact: they may name others. */
  tasks: Pick<Task, 'kind' | 'createdAt' | 'doneAt'>[];
  /** What was written down of talks with the citizen, word by word (the right of access, GDPR article 15). */
  notes: (Pick<Note, 'id' | 'purpose' | 'agreed' | 'followUpOn' | 'correctsNoteId' | 'at'> & {
    by: string;
  })[];
}

export interface MyData extends KeptAboutMe {
  seen: Seen[];
  /** False when there is more than the list shows: the contact has the rest. */
  seenComplete: boolean;
}

const MOST = 500;

/** Everything that is stored about whoever asks, and who has seen it (P9). The reading is logged first. */
export class ShowMyData {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async execute(actor: Actor): Promise<MyData> {
    refuseUnlessCitizen(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const citizen = await ownRecord(unit, actor, 'my.data');
      const { seen, complete } = await whoHasSeen(unit, actor);
      return { ...(await keptAbout(unit, citizen)), seen, seenComplete: complete };
    });
  }
}

async function keptAbout(unit: UnitOfWork, { cprSealed, ...citizen }: Citizen): Promise<KeptAboutMe> {
  const citizenId = citizen.id;
  const broker = citizen.brokerId ? found(await unit.staff.find(citizen.brokerId), 'staff.not-found') : null;
  const ruledOut = await unit.companies.list({ id: { in: citizen.ruledOutCompanyIds } });
  const newest = { order: [{ by: 'id' as const, direction: 'desc' as const }], limit: MOST };
  const messages = await unit.messages.list({ citizenId }, newest);
  const tasks = await unit.tasks.list({ citizenId }, newest);
  return {
    citizen,
    hasCpr: cprSealed !== null,
    broker: broker?.name ?? null,
    ruledOutCompanies: ruledOut.map(({ name }) => name),
    offers: await myOffers(unit, citizenId),
    agreements: await unit.agreements.list({ citizenId }, newest),
    shifts: await unit.shifts.list(
      { citizenId },
      { order: [{ by: 'startsAt', direction: 'desc' }], limit: MOST },
    ),
    messages: messages.map(({ template, channel, state, createdAt }) => ({
      template,
      channel,
      state,
      createdAt,
    })),
    tasks: tasks.map(({ kind, createdAt, doneAt }) => ({ kind, createdAt, doneAt })),
    notes: await notesOf(unit, citizenId),
  };
}

async function notesOf(unit: UnitOfWork, citizenId: string): Promise<KeptAboutMe['notes']> {
  const notes = await unit.notes.list(
    { citizenId },
    { order: [{ by: 'at', direction: 'desc' }], limit: MOST },
  );
  const staff = await unit.staff.list({ id: { in: notes.map(({ byStaffId }) => byStaffId) } });
  return notes.map(({ id, purpose, agreed, followUpOn, correctsNoteId, at, byStaffId }) => ({
    id,
    purpose,
    agreed,
    followUpOn,
    correctsNoteId,
    at,
    by: staff.find((one) => one.id === byStaffId)?.name ?? '',
  }));
}
