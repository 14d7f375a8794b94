export * from './account.js';
export * from './address.js';
export * from './api-key.js';
export * from './external-identity.js';
export * from './identity-provider.js';
export * from './one-time-code.js';
export * from './own-path.js';
export * from './session-limits.js';
