export * from './staff.js';
export * from './contact-hours.js';
