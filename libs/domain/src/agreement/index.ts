export * from './agreement.js';
export * from './rules.js';
export * from './follow-up.js';
export * from './last-day.js';
