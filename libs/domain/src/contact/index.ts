export * from './contact.js';
export * from './broker-handover.js';
