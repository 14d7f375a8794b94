export * from './municipality.js';
export * from './setting-fields.js';
export * from './setting-change.js';
