import { NO_CONTACT, type AssignmentProblem } from '#matching';
import type { Considered } from './considered.js';
import type { Decided } from './decided.js';
import type { BestPlan } from './plan-for.js';

export const unfilledReasons = [
  'nobody-fits',
  'nobody-else-fits',
  'decided-otherwise',
  'needed-elsewhere',
  'contact-has-no-room',
  'company-has-enough',
] as const;
export type UnfilledReason = (typeof unfilledReasons)[number];

export interface UnfilledJob {
  smallJobId: string;
  /** Seats that nobody got. */
  seats: number;
  reason: UnfilledReason;
  text: string;
}

const words: Record<UnfilledReason, string> = {
  'nobody-fits': 'Ingen passer lige nu. Se, hvad der kan ændres ved småjobbet.',
  'nobody-else-fits': 'Der er ikke flere, der passer. Se, hvad der kan ændres ved småjobbet.',
  'decided-otherwise': 'Dem, der passer, har du valgt fra eller holdt fast et andet sted.',
  'needed-elsewhere': 'Alle, der passer, gør mere gavn et andet sted.',
  'contact-has-no-room': 'Der er nogen, der passer, men kontaktpersonen har ikke plads til flere.',
  'company-has-enough': 'Der er nogen, der passer, men firmaet har det antal, du har sat.',
};

/** The seats that stay empty, and why. */
export function unfilled(
  { smallJobs, problem }: Considered,
  { rest, bounds, mostPerCompany }: Decided,
  { plan, prices }: BestPlan,
): UnfilledJob[] {
  const ofCompany = new Int32Array(bounds?.most.length ?? 0);
  if (bounds) plan.filledOf.forEach((filled, job) => (ofCompany[bounds.company[job]!]! += filled));
  const reasonFor = (job: number): UnfilledReason => {
    if (problem.from[job] === problem.from[job + 1]) return 'nobody-fits';
    const isElsewhere = (who: number): boolean => plan.jobOf[who] !== job;
    if (!fittingIn(problem, job).some(isElsewhere)) return 'nobody-else-fits';
    const left = fittingIn(rest, job);
    if (!left.some(isElsewhere)) return 'decided-otherwise';
    if (bounds && ofCompany[bounds.company[job]!]! >= mostPerCompany!) return 'company-has-enough';
    const contact = problem.contact[job]!;
    const isFull = contact !== NO_CONTACT && plan.usedOf[contact]! >= problem.room[contact]!;
    const isNew = (at: number): boolean => rest.counts[rest.from[job]! + at] === 1;
    const wouldCome = left.some((who, at) => isElsewhere(who) && isNew(at));
    // A place that would win nothing, or that nobody who fits would take, is not what is missing.
    const isShort = isFull && wouldCome && prices[contact] !== 0;
    return isShort ? 'contact-has-no-room' : 'needed-elsewhere';
  };
  return smallJobs.flatMap(({ id }, job) => {
    const seats = problem.seats[job]! - plan.filledOf[job]!;
    if (seats === 0) return [];
    const reason = reasonFor(job);
    return [{ smallJobId: id, seats, reason, text: words[reason] }];
  });
}

const fittingIn = ({ citizen, from }: AssignmentProblem, job: number): Int32Array =>
  citizen.subarray(from[job], from[job + 1]);
