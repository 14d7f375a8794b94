/**
 * What the database checks at commit and a use case within a larger transaction wants to hear of at its own end. By
 * name and not ALL: the version of the matching rows must be given at the real end, when nothing else is locked any
 * more (migrations/matching-journal.ts).
 */
export const checkedAtCommit: readonly string[] = [
  'staff_deputy',
  'staff_team',
  'small_jobs_begin',
  'small_jobs_change',
  'contact_assignments_change',
  'contact_assignments_removal',
];

const names = checkedAtCommit.join(', ');

export const CHECK_NOW = `SET CONSTRAINTS ${names} IMMEDIATE; SET CONSTRAINTS ${names} DEFERRED`;
