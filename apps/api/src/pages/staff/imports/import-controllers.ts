import { BulkProposalsController } from '../bulk/bulk.controller.js';
import { StaffImportsController } from './imports.controller.js';

/** What is done with many at once. */
export const importControllers = [StaffImportsController, BulkProposalsController];
