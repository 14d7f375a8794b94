import type { EntitySchema } from 'typeorm';
import { agreementSchema, shiftSchema } from './agreement.js';
import { citizenSchema } from './citizen.js';
import { closingDaysSchema, companySchema, companyVisitSchema } from './company.js';
import { escalationEntrySchema, escalationSchema, escalationStepSchema, ladderSchema } from './escalation.js';
import { matchSchema, offerSchema, rankingSchema } from './match.js';
import { inboundSmsSchema, messageSchema, taskSchema } from './message.js';
import { municipalitySchema, staffSchema } from './municipality.js';
import { contactAssignmentSchema, contactCoverSchema, smallJobSchema } from './small-job.js';

export * from './agreement.js';
export * from './citizen.js';
export * from './company.js';
export * from './escalation.js';
export * from './match.js';
export * from './message.js';
export * from './municipality.js';
export * from './small-job.js';
export { SnakeCaseNaming } from './snake-case-naming.js';

/** Every mapped table. Tables of the machinery (events, due jobs, directory, keys, logs) are plain SQL. */
export const schemas = [
  municipalitySchema,
  staffSchema,
  companySchema,
  closingDaysSchema,
  companyVisitSchema,
  smallJobSchema,
  contactAssignmentSchema,
  contactCoverSchema,
  citizenSchema,
  rankingSchema,
  matchSchema,
  offerSchema,
  agreementSchema,
  shiftSchema,
  ladderSchema,
  escalationSchema,
  escalationStepSchema,
  escalationEntrySchema,
  messageSchema,
  inboundSmsSchema,
  taskSchema,
] as EntitySchema[];
