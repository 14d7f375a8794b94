import type { Actor, Note, Staff } from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { logShown } from '../records/log-shown.js';
import { sortedPageOf, type Page, type PageRequest } from '../records/page.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';

export interface NoteRecord {
  note: Note;
  /** Who wrote it. */
  by: Staff | null;
  /** Whether a later note takes its place. */
  isCorrected: boolean;
}

export class NoteRecords {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** The newest first; a note that was corrected stays where it is. @throws citizen.not-found */
  async list(citizenId: string, page: PageRequest, actor: Actor): Promise<Page<NoteRecord>> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      found(await unit.citizens.find(citizenId), 'citizen.not-found');
      await logShown(unit, actor, [citizenId], 'note.list');
      const newest = { by: 'at' as const, direction: 'desc' as const };
      const { items, next } = await sortedPageOf(unit.notes, { citizenId }, page, newest);
      return { items: await noteRecords(unit, items), next };
    });
  }

  /** However old it is; undefined for none, and for a note about somebody else. */
  async one(citizenId: string, noteId: string, actor: Actor): Promise<NoteRecord | undefined> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const note = await unit.notes.find(noteId);
      if (note?.citizenId !== citizenId) return undefined;
      await logShown(unit, actor, [citizenId], 'note.list');
      const [record] = await noteRecords(unit, [note]);
      return record;
    });
  }
}

export async function noteRecords(unit: UnitOfWork, notes: readonly Note[]): Promise<NoteRecord[]> {
  if (notes.length === 0) return [];
  const staff = await unit.staff.list({ id: { in: [...new Set(notes.map(({ byStaffId }) => byStaffId))] } });
  const later = await unit.notes.list({ correctsNoteId: { in: notes.map(({ id }) => id) } });
  const corrected = new Set(later.map(({ correctsNoteId }) => correctsNoteId));
  return notes.map((note) => ({
    note,
    by: staff.find(({ id }) => id === note.byStaffId) ?? null,
    isCorrected: corrected.has(note.id),
  }));
}
