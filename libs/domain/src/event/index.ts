export * from './event.js';
export * from './due-job.js';
