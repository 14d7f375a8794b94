import { firstName } from '#domain';
import type { Considered } from './considered.js';
import { loadInWords, type LoadNumbers } from './load-in-words.js';
import type { BestPlan } from './plan-for.js';

export interface ContactLoad extends LoadNumbers {
  staffId: string;
  /** Danish, a few short sentences. */
  text: string;
}

/** How full each contact gets, whoever surely holds back most first. */
export function loads(considered: Considered, { plan, prices }: BestPlan, target: number): ContactLoad[] {
  const ownOf = ownWithASeat(considered, plan.jobOf);
  return considered.contacts
    .map(({ staff, caseload, others, room }, contact): ContactLoad => {
      const load = {
        staffId: staff.id,
        caseload,
        others,
        target,
        room,
        used: plan.usedOf[contact]!,
        own: ownOf.get(staff.id) ?? 0,
        price: prices[contact]!,
      };
      return { ...load, text: loadInWords(firstName(staff), load) };
    })
    .sort(
      (a, b) =>
        (b.price ?? 0) - (a.price ?? 0) ||
        a.room - a.used - (b.room - b.used) ||
        (a.staffId < b.staffId ? -1 : 1),
    );
}

function ownWithASeat({ citizens }: Considered, jobOf: Int32Array): Map<string, number> {
  const counts = new Map<string, number>();
  citizens.forEach(({ brokerId }, who) => {
    if (brokerId !== null && jobOf[who] !== -1) counts.set(brokerId, (counts.get(brokerId) ?? 0) + 1);
  });
  return counts;
}
