export * from './citizen.js';
export * from './rules.js';
