export * from './consent.js';
export * from './consent-text.js';
