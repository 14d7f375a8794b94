export * from './exact.js';
export * from './rate.js';
export * from './rate-changes.js';
export * from './rate-table.js';
export * from './rates-file.js';
