export * from './calendar-entry.js';
export * from './calendar-feed.js';
