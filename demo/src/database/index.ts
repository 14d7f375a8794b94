export { createLogins, type LoginPasswords } from './logins.js';
export { addressFor, createOwnedDatabase } from './owned-database.js';
export { withClient } from './with-client.js';
