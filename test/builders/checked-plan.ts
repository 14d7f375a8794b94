import { NO_CONTACT, type AssignmentProblem, type Plan, type Prices } from '#matching';

/** Goes through a plan seat by seat. @throws Error when it breaks a rule of the problem or counts itself wrongly */
export function checkPlan(problem: AssignmentProblem, plan: Plan): void {
  const { from, citizen, value, counts, seats, contact, room } = problem;
  const filledOf = new Int32Array(seats.length);
  const usedOf = new Int32Array(room.length);
  let objective = 0;
  let filled = 0;
  for (let job = 0; job < seats.length; job += 1) {
    for (let pair = from[job]!; pair < from[job + 1]!; pair += 1) {
      if (plan.jobOf[citizen[pair]!] !== job) continue;
      filledOf[job]! += 1;
      if (contact[job] !== NO_CONTACT) usedOf[contact[job]!]! += counts[pair]!;
      objective += value[pair]!;
      filled += 1;
    }
  }
  const inPlan = plan.jobOf.reduce((sum, job) => sum + (job === -1 ? 0 : 1), 0);
  must(inPlan === filled, 'everybody in the plan sits on a pair of the problem');
  must(
    filledOf.every((count, job) => count <= seats[job]!),
    'no job beyond its seats',
  );
  must(
    usedOf.every((count, one) => count <= room[one]!),
    'no contact beyond her room',
  );
  must(String(filledOf) === String(plan.filledOf) && String(usedOf) === String(plan.usedOf), 'counts');
  must(objective === plan.objective && filled === plan.filled, 'sums');
}

/**
 * What proves a plan best: no pair is worth more than its prices, and all prices together are worth no more than the
 * plan. Then every price above 0 is of something that is used up, and every pair in the plan is worth its prices.
 */
export function checkPrices(problem: AssignmentProblem, plan: Plan, prices: Prices): void {
  const { from, citizen, value, seats, contact, room } = problem;
  const priceOf = (job: number): number =>
    prices.job[job]! + (contact[job] === NO_CONTACT ? 0 : prices.contact[contact[job]!]!);
  const all = [...prices.citizen, ...prices.job, ...prices.contact];
  must(
    all.every((price) => price >= 0),
    'no price below 0',
  );
  for (let job = 0; job < seats.length; job += 1) {
    for (let pair = from[job]!; pair < from[job + 1]!; pair += 1) {
      const asked = prices.citizen[citizen[pair]!]! + priceOf(job);
      must(asked >= value[pair]!, 'no pair is worth more than its prices');
      must(
        plan.jobOf[citizen[pair]!] !== job || asked === value[pair],
        'a pair of the plan is worth its prices',
      );
    }
  }
  prices.citizen.forEach((price, who) =>
    must(price === 0 || plan.jobOf[who] !== -1, 'who is free costs nothing'),
  );
  prices.job.forEach((price, job) =>
    must(price === 0 || plan.filledOf[job] === seats[job], 'nor a free seat'),
  );
  prices.contact.forEach((price, one) =>
    must(price === 0 || plan.usedOf[one] === room[one], 'nor a free place'),
  );
}

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`plan: ${what}`);
}
