import { firstName, weeklyMinutes, type Citizen, type SmallJob } from '#domain';
import { evaluate, type PartId } from '#matching';
import type { UnitOfWork } from '../ports/index.js';
import { fixedContactOf } from '../contact/who-answers.js';
import { asCandidate, asCandidateJob, dayOfMatching } from '../match/candidate-data.js';
import type { OfferReason } from './answer-page.js';

/** The most that somebody reads with care. */
const MOST = 4;

/**
 * Why this job: the parts of the ranking that speak for it, the heaviest first, as things that can be said to the
 * person. What the ranking knows and nobody would say to a face (how long somebody has waited) is left out.
 */
export async function reasonsFor(
  unit: UnitOfWork,
  smallJob: SmallJob,
  citizen: Citizen,
): Promise<OfferReason[]> {
  const day = await dayOfMatching(unit);
  const job = await asCandidateJob(unit, smallJob);
  const result = evaluate(job, await asCandidate(unit, citizen, day), { day });
  const points = new Map(result.eligible ? result.parts.map(({ part, points }) => [part, points]) : []);
  const contact = await fixedContactOf(unit, smallJob.id);
  const sayable = [...words(smallJob, citizen), ...facts(smallJob, citizen)];
  if (contact && contact.id === citizen.brokerId) {
    sayable.push({ part: 'contact', reason: { kind: 'contact', name: firstName(contact) } });
  }
  return sayable
    .filter(({ part }) => !result.eligible || (points.get(part) ?? 0) > 0 || part === 'goals')
    .sort((a, b) => (points.get(b.part) ?? 0) - (points.get(a.part) ?? 0))
    .map(({ reason }) => reason)
    .slice(0, MOST);
}

interface Sayable {
  part: PartId;
  reason: OfferReason;
}

/** What the citizen has said, about this kind of work if there is something, otherwise the first wish. */
function words({ category }: SmallJob, { jobGoals }: Citizen): Sayable[] {
  const first = [...jobGoals].sort((a, b) => a.rank - b.rank)[0];
  const said = jobGoals.find((goal) => goal.category === category)?.ownWords || first?.ownWords;
  return said ? [{ part: 'goals', reason: { kind: 'said', words: said } }] : [];
}

function facts(smallJob: SmallJob, citizen: Citizen): Sayable[] {
  const hours = weeklyMinutes(smallJob.weeklyShifts) / 60;
  const grown = Math.min(smallJob.roomToGrowHours ?? 0, citizen.hours.max);
  const needs = citizen.needs.filter((need) => smallJob.accommodationsOffered.includes(need));
  return [
    ...(Math.abs(hours - citizen.hours.wish) <= NEAR_HOURS
      ? [{ part: 'hours' as const, reason: { kind: 'hours' as const, hours, wish: citizen.hours.wish } }]
      : []),
    ...(grown > hours
      ? [{ part: 'growth' as const, reason: { kind: 'growth' as const, hours: grown } }]
      : []),
    ...(needs.length > 0
      ? [{ part: 'accommodations' as const, reason: { kind: 'needs' as const, needs } }]
      : []),
  ];
}

/** A job of so many hours more or less is still what was wished for. */
const NEAR_HOURS = 2;
