export * from './agreement.js';
export * from './rules.js';
export * from './follow-up.js';
