import { DeskHoursController } from '../hours/hours.controller.js';
import { DeskMapController } from '../map/map.controller.js';
import { DeskMessagesController } from '../messages/messages.controller.js';
import { DeskWeekController } from '../week/week.controller.js';
import { DeskShiftsPagesController } from './shifts.controller.js';

/** The rooms of shifts: list, week, hours, and beside them messages and the map of workplaces. */
export const shiftControllers = [
  DeskShiftsPagesController,
  DeskWeekController,
  DeskHoursController,
  DeskMessagesController,
  DeskMapController,
];
