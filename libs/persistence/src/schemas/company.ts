import type { ClosingDays, Company, CompanyVisit } from '#domain';
import { day, document, identity, instant, named, optional, table, text, uuid } from './columns.js';

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
});

export const companyVisitSchema = table<CompanyVisit>('company_visits', {
  ...identity,
  companyId: uuid,
  on: named('visited_on', day),
  observations: document,
  byStaffId: optional(uuid),
  createdAt: instant,
});
