import { Temporal, type Entity } from '#domain';
import { TimeOrderedIds } from '#persistence';

export const ids = new TimeOrderedIds();
export const at = (iso: string): Temporal.Instant => Temporal.Instant.from(iso);
export const created = at('2026-11-02T08:00:00.123Z');
export const entityOf = (municipalityId: string): Entity => ({ id: ids.next(), municipalityId });
