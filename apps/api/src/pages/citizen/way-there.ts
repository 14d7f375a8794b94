import type { Position } from '#domain';

/**
 * The way to the workplace on a map, opened by the person's own choice: a plain link with the workplace and nothing
 * else. Where somebody starts from is not in it, no page of ours loads anything from there, and no referrer is sent.
 */
export const wayThere = ({ lat, lon }: Position): string =>
  `https://www.openstreetmap.org/directions?to=${lat.toFixed(5)}%2C${lon.toFixed(5)}`;
