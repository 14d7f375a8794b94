import { dream } from './dream.js';
import { goals } from './goals.js';
import { growth, hours } from './hours.js';
import type { Part } from './part.js';
import { accommodations, contact, slack, travel, waiting } from './possible.js';
import { tried } from './tried.js';

/** The only definition of the score (matching.md), heaviest wish first; in this order the parts are shown. */
export const parts: readonly Part[] = [
  goals,
  dream,
  hours,
  tried,
  slack,
  travel,
  contact,
  waiting,
  growth,
  accommodations,
];
