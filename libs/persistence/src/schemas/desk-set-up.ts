import type { LadderVersion, OwnText, SettingChange, Team } from '#domain';
import { day, document, identity, instant, integer, named, optional, table, text, uuid } from './columns.js';

export const teamSchema = table<Team>('teams', { ...identity, name: text });

export const ladderVersionSchema = table<LadderVersion>('ladder_versions', {
  ...identity,
  name: text,
  version: integer,
  definition: document,
  changedByStaffId: optional(uuid),
  changedAt: instant,
  restoredVersion: optional(integer),
});

export const ownTextSchema = table<OwnText>('own_texts', {
  ...identity,
  name: text,
  language: text,
  channel: text,
  version: integer,
  from: named('from_day', day),
  wording: optional(document),
  byStaffId: uuid,
  madeAt: instant,
});

export const settingChangeSchema = table<SettingChange>('setting_changes', {
  ...identity,
  field: text,
  before: document,
  after: document,
  byStaffId: optional(uuid),
  at: instant,
});
