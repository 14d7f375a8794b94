export * from './agreement.js';
export * from './rules.js';
