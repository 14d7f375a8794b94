import type { ClosingDays, Company, CompanyUser, CompanyVisit } from '#domain';
import { day, document, identity, instant, named, optional, table, text, truth, uuid } from './columns.js';

export const companySchema = table<Company>('companies', {
  ...identity,
  cvr: text,
  name: text,
  address: document,
  position: optional(document),
  industry: optional(text),
  contact: document,
  ruledOutCitizenIds: document,
  createdAt: instant,
});

export const closingDaysSchema = table<ClosingDays>('closing_days', {
  ...identity,
  companyId: uuid,
  from: named('first_day', day),
  to: named('last_day', day),
  reason: optional(text),
  cancelledShiftIds: document,
});

export const companyVisitSchema = table<CompanyVisit>('company_visits', {
  ...identity,
  companyId: uuid,
  on: named('visited_on', day),
  observations: document,
  byStaffId: optional(uuid),
  createdAt: instant,
});

export const companyUserSchema = table<CompanyUser>('company_users', {
  ...identity,
  companyId: uuid,
  name: text,
  email: optional(text),
  phone: optional(text),
  active: truth,
  createdAt: instant,
  removedAt: optional(instant),
});
