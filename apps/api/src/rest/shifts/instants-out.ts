import { isoWithOffset, Temporal, type IsoInstant } from '#domain';

/** A column's instant as it leaves the interface; null when there is none. */
export const isoOrNull = (at: Temporal.Instant | null): string | null => at && isoWithOffset(at);

/** The same for an instant inside a document, which is kept in UTC. */
export const isoOfText = (at: IsoInstant): string => isoWithOffset(Temporal.Instant.from(at));
