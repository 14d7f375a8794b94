/**
 * For what somebody is shown what stands about a citizen, or a calculation uses it: one of these on every line of the
 * access log, and each has plain words on the citizen's own page. A line that was written keeps what it said.
 */
export const accessPurposes = [
  'citizen.show',
  'citizen.timeline',
  'citizen.list',
  'citizen.search',
  'citizen.change',
  'citizen.ranking',
  'citizen.benefit-estimate',
  'citizen.sign-in-code',
  'small-job.ranking',
  'small-job.ranking-explained',
  'small-job.openings',
  'small-job.what-if',
  'small-job.why-not',
  'small-job.compare',
  'small-job.fit',
  'assignment.preview',
  'report.spread',
  'report.forgotten',
  'report.figures',
  'match.list',
  'match.show',
  'match.rank',
  'answer-page.match',
  'offer.list',
  'offer.show',
  'offer.tell-company',
  'offer.show-next-person',
  'agreement.list',
  'agreement.show',
  'shift.list',
  'shift.show',
  'company.overview',
  'company.week',
  'company.month',
  'paid-hours',
  'escalation.list',
  'escalation.show',
  'desk.urgent',
  'message.correct-number',
  'message.list',
  'task.list',
  'import.show',
  'import.load',
  'bulk-proposal.choose',
  'bulk-proposal.show',
  'note.list',
] as const;

/** What citizens look at themselves. */
export const ownVisits = [
  'my.page',
  'my.shifts',
  'my.shift',
  'my.hours',
  'my.offers',
  'my.offer',
  'my.cards',
  'my.consents',
  'my.data',
  'my.correction',
] as const;

export type AccessPurpose = (typeof accessPurposes)[number];
export type OwnVisit = (typeof ownVisits)[number];
