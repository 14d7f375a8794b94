export * from './own-text.js';
export * from './text-fields.js';
export * from './check-wording.js';
export * from './readability.js';
