import { JobController } from './job.controller.js';
import { JobFormController } from './job-form.controller.js';
import { JobsController } from './jobs.controller.js';
import { VisitController } from './visit.controller.js';

/** The list and the form first: their addresses are no ids. */
export const jobsControllers = [JobsController, JobFormController, JobController, VisitController];
