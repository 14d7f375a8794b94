export * from './match.js';
export * from './card.js';
