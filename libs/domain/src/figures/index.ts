export * from './calendar.js';
export * from './contact-change.js';
export * from './entered-figure.js';
export * from './lateness.js';
export * from './monitoring.js';
export * from './monthly-goal.js';
export * from './outside.js';
