export * from './agreement-areas.js';
export * from './employer-cost.js';
export * from './wage-floor.js';
