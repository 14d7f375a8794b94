export * from './danish-municipalities.js';
export * from './estimate.js';
export * from './estimate-input.js';
export type { Figures, Zone } from './figures.js';
export { hoursPerMonth } from './hours-per-month.js';
export * from './hours-to-gain.js';
export type { Line, LineCode } from './lines.js';
export type { BothLanguages } from './not-included.js';
export { atpOf } from './parameters.js';
