export * from './offer.js';
export * from './answering.js';
