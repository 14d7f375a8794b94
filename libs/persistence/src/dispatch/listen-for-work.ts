import type pg from 'pg';
import { listenOn, type Listening } from './listen-on.js';

/**
 * Calls `onWork` when a transaction that left work behind has committed, and whenever the connection is
 * (again) there, since what was called out meanwhile is lost. A bell, not a source: whoever hears it looks
 * into the tables, and looks now and then without it.
 */
export const listenForWork = (config: pg.ClientConfig, onWork: () => void): Listening =>
  listenOn('fodfaeste_work', config, { heard: onWork, connected: onWork });
