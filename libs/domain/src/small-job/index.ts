export * from './category.js';
export * from './small-job.js';
export * from './posting.js';
