import type { Price } from './verified-prices.js';

/** A hundredth of the score is what people see. */
const POINT = 100;

export interface LoadNumbers {
  /** Own citizens, as `GET /staff` counts them. */
  caseload: number;
  /** Other people's citizens who have a seat at the contact's small jobs already. */
  others: number;
  target: number;
  /** Places before the plan. */
  room: number;
  /** Somebody new, whom the plan gives the contact: what takes a place. More than `room` when more are kept. */
  used: number;
  /** Own citizens whom the plan gives a small job, at whatever contact: they take no place of their own. */
  own: number;
  price: Price;
}

/** Danish: whom the contact follows, what the plan brings, and how that stands to the target. */
export function loadInWords(name: string, load: LoadNumbers): string {
  return `${followed(name, load)}. ${brought(name, load)}. ${compared(load)}${gained(load)}`;
}

function followed(name: string, { caseload, others }: LoadNumbers): string {
  const jobs = others === 1 ? 'i et småjob' : 'i småjobs';
  if (caseload === 0) {
    return others === 0
      ? `${name} har ingen borgere`
      : `${name} har ingen borgere, men følger ${others} ${jobs}`;
  }
  const own = `${name} har ${caseload} ${caseload === 1 ? 'borger' : 'borgere'}`;
  if (others === 0) return own;
  return `${own} og følger ${others} ${others === 1 ? 'anden' : 'andre'} ${jobs}`;
}

function brought(name: string, { caseload, used, own }: LoadNumbers): string {
  const people = used === 0 ? 'Planen giver ingen nye' : `Planen giver ${used} ${used === 1 ? 'ny' : 'nye'}`;
  if (own === 0) return people;
  const whose = /[sxz]$/i.test(name) ? `${name}’` : `${name}s`;
  return caseload === 1
    ? `${people}, og ${whose} egen borger får et småjob`
    : `${people}, og ${own} af ${whose} egne får et småjob`;
}

/** A target that is passed is said, and stops nobody (R30). */
function compared({ caseload, others, target, room, used }: LoadNumbers): string {
  if (used < room) return `Der er plads til ${room - used} mere op til ${target}.`;
  if (used > room) return `Det bliver ${caseload + others + used}, og målet er ${target}.`;
  return used === 0 ? `Målet er ${target}, så der er ikke plads til flere.` : `Så er de ${target} nået.`;
}

function gained({ room, used, price }: LoadNumbers): string {
  if (used !== room || !price) return '';
  const points = Math.max(1, Math.round(price / POINT));
  return ` Én plads mere ville gøre planen ${points} point bedre.`;
}
