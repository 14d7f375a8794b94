export * from './message.js';
export * from './message-data.js';
export * from './channel.js';
export * from './given-up.js';
export * from './quiet-hours.js';
export * from './reply-word.js';
export * from './reply.js';
export * from './read-sms.js';
