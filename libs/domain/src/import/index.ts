export * from './before-and-after.js';
export * from './cells.js';
export * from './fields.js';
export * from './import.js';
export * from './rows.js';
export * from './written.js';
