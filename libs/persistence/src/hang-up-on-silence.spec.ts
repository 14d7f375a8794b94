import { expect, it } from '@jest/globals';
import pg from 'pg';
import { clientThatHangsUp } from './hang-up-on-silence.js';

it('a connection that the database closes in any moment does not end the process', () => {
  const closed = new Error('terminating connection due to unexpected postmaster exit');
  expect(() => new pg.Client().emit('error', closed)).toThrow(/unexpected postmaster exit/);
  expect(() => new (clientThatHangsUp(1_000))().emit('error', closed)).not.toThrow();
});
