import type { FollowUpInput } from '#use-cases';
import { ShapeError } from '../../http/shape-error.js';
import type { FollowUpBody } from './agreements.requests.js';

/** One follow-up on its day, or the usual plan. @throws ShapeError without either */
export function wantedOf({ usual, on, kind, note }: FollowUpBody): FollowUpInput | 'usual' {
  if (usual) return 'usual';
  if (on === undefined) throw new ShapeError([{ path: 'on', text: { da: 'mangler', en: 'is missing' } }]);
  return { on, kind, ...(note && { note }) };
}
