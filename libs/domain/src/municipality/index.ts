export * from './municipality.js';
