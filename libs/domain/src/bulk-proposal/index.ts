export * from './bulk-proposal.js';
