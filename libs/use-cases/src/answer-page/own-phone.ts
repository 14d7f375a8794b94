import type { Actor, Citizen } from '#domain';

/** A phone that others read too shows little and decides nothing, unless its citizen has signed in with a code. */
export const mayActFor = (citizen: Citizen, visitor: Actor | null): boolean =>
  !citizen.sharedPhone || isThe(citizen, visitor);

const isThe = (citizen: Citizen, visitor: Actor | null): boolean =>
  visitor?.role === 'citizen' &&
  visitor.citizenId === citizen.id &&
  visitor.municipalityId === citizen.municipalityId;
