import { BusyController } from './busy.controller.js';
import { CaseController } from './case.controller.js';
import { DeskController } from './desk.controller.js';
import { StreamController } from './stream.controller.js';
import { UrgentActsController } from './urgent-acts.controller.js';

/** The room *Haster nu*. */
export const deskControllers = [
  DeskController,
  CaseController,
  UrgentActsController,
  BusyController,
  StreamController,
];
export { DeskStreams } from './desk-streams.js';
