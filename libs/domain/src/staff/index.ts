export * from './staff.js';
export * from './busy.js';
export * from './contact-hours.js';
export * from './team.js';
export * from './staff-rules.js';
