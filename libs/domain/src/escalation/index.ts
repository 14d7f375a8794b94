export * from './escalation.js';
export * from './ladder.js';
export * from './ladder-rules.js';
export * from './follow-up.js';
export * from './ladder-texts.js';
