import type { Constraint } from './constraint.js';
import { lifting, noise, other, peopleContact, standing } from './demands.js';
import { hoursAbove, hoursBelow } from './hours.js';
import { overlap } from './overlap.js';
import { availableFrom, phase, placementUsed, ruledOut } from './person.js';
import { certificate, danishLevel } from './skills.js';
import { travel } from './travel.js';
import { windows } from './windows.js';

/**
 * The only definition of the hard constraints (matching.md), in the interface's order. A citizen's failing rules
 * are kept as a mask whose bit n is row n.
 */
export const constraints: readonly Constraint[] = [
  phase,
  hoursBelow,
  hoursAbove,
  availableFrom,
  lifting,
  standing,
  noise,
  peopleContact,
  other,
  danishLevel,
  certificate,
  ruledOut,
  placementUsed,
  travel,
  windows,
  overlap,
];
