import type { EntitySchema } from 'typeorm';
import { agreementSchema, shiftSchema } from './agreement.js';
import { bulkProposalItemSchema, bulkProposalSchema } from './bulk-proposal.js';
import { citizenSchema } from './citizen.js';
import { calendarFeedSchema, consentSchema } from './citizen-page.js';
import { closingDaysSchema, companySchema, companyUserSchema, companyVisitSchema } from './company.js';
import { ladderVersionSchema, ownTextSchema, settingChangeSchema, teamSchema } from './desk-set-up.js';
import { escalationEntrySchema, escalationSchema, escalationStepSchema, ladderSchema } from './escalation.js';
import { dutyChangeSchema, dutySwapSchema, dutyTurnSchema, staffLeaveSchema } from './duty.js';
import { enteredFigureSchema } from './figures.js';
import { externalReferenceSchema, importRowSchema, importSchema } from './import.js';
import { matchSchema, offerSchema, rankingSchema } from './match.js';
import { inboundSmsSchema, messageSchema, taskSchema } from './message.js';
import { municipalitySchema, staffSchema } from './municipality.js';
import { brokerHandoverSchema, noteSchema } from './note.js';
import { postingDraftSchema } from './posting-draft.js';
import { apiKeySchema, externalIdentitySchema } from './sign-in.js';
import { contactAssignmentSchema, contactCoverSchema, smallJobSchema } from './small-job.js';
import { smsChoiceSchema, smsStopSchema } from './two-way-sms.js';

export * from './agreement.js';
export * from './bulk-proposal.js';
export * from './citizen.js';
export * from './citizen-page.js';
export * from './company.js';
export * from './desk-set-up.js';
export * from './duty.js';
export * from './escalation.js';
export * from './figures.js';
export * from './import.js';
export * from './match.js';
export * from './message.js';
export * from './municipality.js';
export * from './note.js';
export * from './posting-draft.js';
export * from './small-job.js';
export * from './sign-in.js';
export * from './two-way-sms.js';
export { SnakeCaseNaming } from './snake-case-naming.js';

/** Every mapped table. Tables of the machinery (events, due jobs, directory, keys, logs) are plain SQL. */
export const schemas = [
  municipalitySchema,
  staffSchema,
  companySchema,
  closingDaysSchema,
  companyVisitSchema,
  companyUserSchema,
  externalIdentitySchema,
  apiKeySchema,
  smallJobSchema,
  postingDraftSchema,
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
  smsChoiceSchema,
  smsStopSchema,
  taskSchema,
  consentSchema,
  noteSchema,
  brokerHandoverSchema,
  calendarFeedSchema,
  importSchema,
  importRowSchema,
  externalReferenceSchema,
  bulkProposalSchema,
  bulkProposalItemSchema,
  enteredFigureSchema,
  teamSchema,
  ladderVersionSchema,
  ownTextSchema,
  settingChangeSchema,
  dutyTurnSchema,
  dutySwapSchema,
  dutyChangeSchema,
  staffLeaveSchema,
] as EntitySchema[];
