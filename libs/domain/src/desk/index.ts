export * from './urgent-line.js';
export * from './escalation-deadline.js';
