export * from './duty-turn.js';
export * from './duty-rules.js';
export * from './who-is-asked.js';
