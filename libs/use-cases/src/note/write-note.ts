import {
  instantOf,
  isBefore,
  localDateOf,
  refuseUnless,
  type Actor,
  type LocalDate,
  type Note,
} from '#domain';
import { Ids, Transactor, type UnitOfWork } from '../ports/index.js';
import { logShown } from '../records/log-shown.js';
import { openTask } from '../task/open-task.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';

export interface NoteInput {
  purpose: string;
  agreed: string;
  followUpOn?: LocalDate | null;
  correctsNoteId?: string | null;
}

/** Asked in the morning, when there is time to call. */
const FOLLOW_UP_AT = '08:00';

/** Writes down a talk; a follow-up becomes a task of whoever writes (R50, R52). What was wrong is said anew. */
export class WriteNote {
  static readonly needs = [Transactor, Ids] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
  ) {}

  /** @throws citizen.not-found, note.not-found, note.already-corrected, note.follow-up-in-past */
  async execute(citizenId: string, input: NoteInput, actor: Actor): Promise<Note> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      found(await unit.citizens.find(citizenId), 'citizen.not-found');
      const { followUpOn = null, correctsNoteId = null, purpose, agreed } = input;
      if (correctsNoteId !== null) await mayBeCorrected(unit, citizenId, correctsNoteId);
      const at = await unit.now();
      refuseUnless(followUpOn === null || followUpOn >= localDateOf(at), 'note.follow-up-in-past');
      const own = { id: this.ids.next(), municipalityId: unit.municipalityId, byStaffId: actor.staffId };
      const note: Note = { ...own, citizenId, purpose, agreed, followUpOn, correctsNoteId, at };
      await unit.notes.insert(note);
      if (followUpOn !== null) {
        const morning = instantOf(followUpOn, FOLLOW_UP_AT);
        await openTask(unit, this.ids, {
          kind: 'follow-up',
          staffId: actor.staffId,
          citizenId,
          note: purpose,
          dueAt: isBefore(morning, at) ? at : morning,
        });
      }
      await logShown(unit, actor, [citizenId], 'note.list');
      return note;
    });
  }
}

async function mayBeCorrected(unit: UnitOfWork, citizenId: string, noteId: string): Promise<void> {
  const note = found(await unit.notes.find(noteId), 'note.not-found');
  refuseUnless(note.citizenId === citizenId, 'note.not-found');
  const correction = await unit.notes.first({ correctsNoteId: noteId });
  refuseUnless(!correction, 'note.already-corrected');
}
