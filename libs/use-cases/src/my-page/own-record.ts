import { refuseUnless, type Actor, type Citizen, type Language, type OwnVisit } from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import { logShown } from '../records/log-shown.js';
import { found } from '../wiring/permissions.js';

/** A citizen who has shown who he or she is. */
export type CitizenActor = Actor & { citizenId: string };

export function refuseUnlessCitizen(actor: Actor): asserts actor is CitizenActor {
  refuseUnless(actor.role === 'citizen' && actor.citizenId !== undefined, 'not-allowed');
}

/**
 * The record of whoever asks, and of nobody else. The read is logged as every other one. `language`: what was chosen
 * for this visit, otherwise the citizen's own.
 */
export async function ownRecord(
  unit: UnitOfWork,
  actor: Actor,
  purpose: OwnVisit,
  language?: Language,
): Promise<Citizen> {
  refuseUnlessCitizen(actor);
  const citizen = found(await unit.citizens.find(actor.citizenId), 'citizen.not-found');
  await logShown(unit, actor, [citizen.id], purpose);
  return language ? { ...citizen, language } : citizen;
}
