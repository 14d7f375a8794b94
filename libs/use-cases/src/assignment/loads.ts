import { firstName } from '#domain';
import type { BestPlan } from './plan-for.js';
import type { Considered } from './considered.js';

export interface ContactLoad {
  staffId: string;
  caseload: number;
  target: number;
  /** Places before the plan. */
  room: number;
  /** Places that the plan uses. */
  used: number;
  /** Points that one more place would win; null when that cannot be said. */
  price: number | null;
  /** Danish, one sentence or two. */
  text: string;
}

/** A hundredth of the score is what people see. */
const POINT = 100;

/** How full each contact gets, whoever holds back most first. */
export function loads({ contacts }: Considered, { plan, prices }: BestPlan, target: number): ContactLoad[] {
  return contacts
    .map(({ staff, caseload, room }, contact): ContactLoad => {
      const used = plan.usedOf[contact]!;
      const price = prices && prices[contact]!;
      const load = { staffId: staff.id, caseload, target, room, used, price };
      return { ...load, text: inWords(firstName(staff), load) };
    })
    .sort(
      (a, b) =>
        (b.price ?? 0) - (a.price ?? 0) ||
        a.room - a.used - (b.room - b.used) ||
        (a.staffId < b.staffId ? -1 : 1),
    );
}

function inWords(name: string, { caseload, target, room, used, price }: Omit<ContactLoad, 'text'>): string {
  const has = `${name} har ${caseload} ${caseload === 1 ? 'borger' : 'borgere'}`;
  if (used < room) {
    return `${has} og får ${used} med planen. Der er plads til ${room - used} mere op til ${target}.`;
  }
  const full =
    used === 0
      ? `${has}, og målet er ${target}, så der er ikke plads til flere.`
      : `${has} og får ${used} med planen. Så er de ${target} nået.`;
  if (!price) return full;
  const points = Math.max(1, Math.round(price / POINT));
  return `${full} Én plads mere ville gøre planen ${points} point bedre.`;
}
