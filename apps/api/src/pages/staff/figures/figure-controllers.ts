import { FigureListsController } from './figure-lists.controller.js';
import { FiguresPageController } from './figures.controller.js';
import { MonitoringPageController } from './monitoring.controller.js';
import { PlanController } from '../plan/plan.controller.js';

export const figureControllers = [
  FiguresPageController,
  FigureListsController,
  MonitoringPageController,
  PlanController,
];
