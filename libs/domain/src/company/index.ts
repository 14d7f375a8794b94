export * from './company.js';
export * from './company-user.js';
export * from './closing.js';
export * from './unpaid.js';
