import type { Municipality, Staff } from '#domain';
import { document, identity, instant, key, optional, table, text, truth, uuid } from './columns.js';

export const municipalitySchema = table<Municipality>('municipalities', {
  id: key,
  code: text,
  name: text,
  settings: document,
});

export const staffSchema = table<Staff>('staff', {
  ...identity,
  name: text,
  role: text,
  phone: optional(text),
  email: optional(text),
  teamId: optional(uuid),
  deputyId: optional(uuid),
  busyUntil: optional(instant),
  busyDeputyId: optional(uuid),
  contactHours: document,
  active: truth,
  lastSignedInAt: optional(instant),
});
