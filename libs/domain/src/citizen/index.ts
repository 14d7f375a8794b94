export * from './citizen.js';
export * from './access-purpose.js';
export * from './rules.js';
export * from './next-step.js';
