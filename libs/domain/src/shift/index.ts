export * from './shift.js';
export * from './attendance.js';
export * from './shift-plan.js';
