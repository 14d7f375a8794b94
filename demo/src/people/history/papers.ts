import {
  bindingAt,
  earliest,
  isBefore,
  latest,
  pseudonymFor,
  type Agreement,
  type Match,
  type Offer,
  type Temporal,
} from '#domain';
import { daysBefore, hoursAgo, mondayIn, type DemoDay } from '../demo-day.js';
import { demoId } from '../demo-ids.js';
import type { Taken } from './who-took-it.js';

/** The way to a job took two weeks, or ended just now for one that begins soon. */
const before = ({ job }: Taken, day: DemoDay, days: number, leastHoursAgo: number): Temporal.Instant =>
  earliest(daysBefore(job.startDate, days), hoursAgo(day, leastHoursAgo));

/** The citizen was asked in a talk, the company wanted to meet: the normal case (practice.md). */
export const matchOf = (taken: Taken, day: DemoDay): Match => {
  const id = demoId('vejle match', taken.number);
  const asked = before(taken, day, 14, 120);
  return {
    id,
    municipalityId: taken.job.municipalityId,
    smallJobId: taken.job.id,
    citizenId: taken.citizen.id,
    pseudonym: pseudonymFor(id),
    state: taken.ended ? 'lapsed' : 'confirmed',
    interest: {
      how: taken.number % 2 === 0 ? 'phone' : 'in-person',
      at: asked.toString(),
      fields: ['goals', 'wishes', 'abilities', 'accommodations', 'hours'],
      startWithoutMeeting: false,
    },
    note: null,
    proposedByStaffId: taken.citizen.brokerId,
    start: 'meet',
    rejectReason: null,
    score: taken.fit.score,
    ruleVersion: taken.ruleVersion,
    rankingId: null,
    createdAt: asked,
    proposedAt: asked,
    decidedAt: before(taken, day, 12, 96),
    decidedBy: taken.ended ? null : taken.job.companyContact.name,
    remindAt: null,
    lapsesAt: null,
    reminders: [],
    withdrawal: null,
  };
};

export const offerOf = (taken: Taken, day: DemoDay): Offer => {
  const made = before(taken, day, 12, 96);
  const accepted = before(taken, day, 11, 90);
  const binding = bindingAt(accepted, '09:00', day.holidays);
  return {
    id: demoId('vejle offer', taken.number),
    municipalityId: taken.job.municipalityId,
    matchId: demoId('vejle match', taken.number),
    smallJobId: taken.job.id,
    citizenId: taken.citizen.id,
    companyId: taken.job.companyId,
    state: 'accepted',
    createdAt: made,
    expiresAt: made.add({ hours: 72 }),
    remindAt: null,
    lastSentAt: made,
    answers: [
      {
        answer: 'yes',
        how: 'phone',
        at: accepted.toString(),
        byStaffId: taken.citizen.brokerId,
        reason: null,
      },
    ],
    acceptedAt: accepted,
    bindingAt: binding,
    // Told by now in any case: nothing of the history may still send something.
    companyToldAt: isBefore(binding, day.now) ? binding : latest(accepted, hoursAgo(day, 2)),
    extensions: [],
  };
};

export const agreementId = (number: number): string => demoId('vejle agreement', number);

/** The citizen signs on paper or in a talk, and the broker records it; the company signs itself. */
export function agreementOf(taken: Taken, day: DemoDay, brokerName: string): Agreement {
  const { job, citizen, grown, ended, unsigned, number } = taken;
  const drawnUp = before(taken, day, 8, 48);
  const signed = before(taken, day, 6, 26);
  const startDate = unsigned ? mondayIn(day, 2) : job.startDate;
  const at = signed.toString();
  const signatures: Agreement['signatures'] = [
    { party: 'municipality', at: drawnUp.toString(), byName: brokerName, onBehalf: false },
    { party: 'citizen', at, byName: brokerName, onBehalf: true },
    { party: 'employer', at, byName: job.companyContact.name, onBehalf: false },
  ];
  return {
    id: agreementId(number),
    municipalityId: job.municipalityId,
    offerId: demoId('vejle offer', number),
    smallJobId: job.id,
    citizenId: citizen.id,
    companyId: job.companyId,
    state: unsigned ? 'draft' : ended ? 'ended' : 'signed',
    startDate,
    paidFrom: startDate,
    hours: [
      { from: startDate, paid: job.weeklyShifts },
      ...(grown ? [{ from: mondayIn(day, -grown.weeksAgo), paid: grown.paid }] : []),
    ],
    unpaid: taken.unpaid ?? [],
    expectations: [
      'Vi møder til tiden eller ringer',
      'En fast makker viser opgaven',
      'Vi taler sammen efter to uger',
    ],
    callAgreement: taken.callAgreement ?? null,
    firstDay: taken.firstDay ?? null,
    signatures: unsigned ? signatures.slice(0, 1) : signatures,
    plannedTo: null,
    lastDayNotice: null,
    createdAt: drawnUp,
    signedAt: unsigned ? null : signed,
    endedAt: ended ? daysBefore(mondayIn(day, -ended.weeksAgo), 2, '14:00') : null,
    endReason: ended?.reason ?? null,
    learnt: ended?.learnt ?? null,
  };
}
