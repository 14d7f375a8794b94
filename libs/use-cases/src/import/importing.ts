import {
  cprIn,
  DomainError,
  isStaff,
  looksLikeCpr,
  refuseUnless,
  type Actor,
  type Import,
  type ImportCell,
  type ImportedBy,
} from '#domain';
import type { Secrets, UnitOfWork } from '../ports/index.js';
import { found } from '../wiring/permissions.js';

/** Consultants, leaders and other systems load files. @throws not-allowed */
export function importerOf(actor: Actor): ImportedBy {
  const { role, name, apiKey = null } = actor;
  if (isStaff(actor) && (role === 'consultant' || role === 'leader'))
    return { role, staffId: actor.staffId, name, apiKey };
  if (role === 'integration') return { role, staffId: null, name, apiKey };
  throw new DomainError('not-allowed');
}

/** In whose name the worker loads a file. */
export const actorOf = ({ id, municipalityId, by }: Import): Actor => ({
  role: by.role,
  municipalityId,
  name: by.name,
  holder: `import:${id}`,
  ...(by.staffId !== null && { staffId: by.staffId }),
  ...(by.apiKey !== null && { apiKey: by.apiKey }),
});

/** A file that may be changed: it is not being loaded, and its rows are still there. */
export async function openImport(unit: UnitOfWork, importId: string): Promise<Import> {
  const file = found(await unit.imports.lock(importId), 'import.not-found');
  refuseUnless(file.rowsForgottenAt === null, 'import.rows-forgotten');
  refuseUnless(file.state !== 'running', 'import.wrong-state', { from: file.state });
  return file;
}

/** A cell as it is stored: what may be a CPR number is sealed, whatever its column is called. */
export function storedCell(text: string, field: string | null, secrets: Secrets): ImportCell {
  const trimmed = text.normalize('NFC').trim();
  if (trimmed === '') return '';
  if (looksLikeCpr(trimmed)) return { sealed: secrets.seal(cprIn(trimmed) ?? trimmed) };
  if (field === 'cpr') return { sealed: secrets.seal(trimmed), wrong: true };
  return trimmed;
}
