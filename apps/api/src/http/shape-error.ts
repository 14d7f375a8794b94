import type { Text } from './text.js';

/** One thing that is wrong with the shape of a request. `path` is dotted, `weeklyShifts.0.start`; '' is the whole. */
export interface Fault {
  path: string;
  text: Text;
}

/** A request of the wrong shape: answered with 400 and every fault that was found. */
export class ShapeError extends Error {
  constructor(readonly faults: Fault[]) {
    super('shape');
    this.name = 'ShapeError';
  }
}

export const within = (path: string, step: string | number): string =>
  path === '' ? `${step}` : `${path}.${step}`;
