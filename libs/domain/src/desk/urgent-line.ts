import { earliest, Temporal } from '../kernel/index.js';

/** What the desk is filtered by; the order is that of the filters on the page. */
export const urgentKinds = [
  'missing',
  'message',
  'offer',
  'silent-company',
  'task',
  'unconfirmed',
  'no-duty',
] as const;
export type UrgentKind = (typeof urgentKinds)[number];

export const deskScopes = ['mine', 'team', 'all'] as const;
export type DeskScope = (typeof deskScopes)[number];

/** One thing that somebody must act upon, before its details are read. */
export interface UrgentThing<Source> {
  /** What it is about, as `escalation:<id>`: two sources that say the same are one thing. */
  about: string;
  kind: UrgentKind;
  deadline: Temporal.Instant;
  /** Somebody is missing now, and nobody has it: stands above everything, whatever else is overdue. */
  isBurning: boolean;
  /** Those who have it, by id: who is to do it, covers it, or has taken it. Empty: nobody has it. */
  staffIds: readonly string[];
  sources: readonly Source[];
}

/** A thing is called by the most telling of what is known of it: a case before the task that came of it. */
const rank = (kind: UrgentKind): number =>
  ['missing', 'message', 'no-duty', 'offer', 'silent-company', 'unconfirmed', 'task'].indexOf(kind);

/**
 * A case and its task, a message and the task that it left, are one line: of the most telling kind, due when the
 * first of them is, in the hands of all who have one of them.
 */
export function oneLineEach<Source>(things: readonly UrgentThing<Source>[]): UrgentThing<Source>[] {
  const lines = new Map<string, UrgentThing<Source>>();
  for (const thing of things) {
    const before = lines.get(thing.about);
    lines.set(thing.about, before ? together(before, thing) : thing);
  }
  return [...lines.values()];
}

function together<Source>(a: UrgentThing<Source>, b: UrgentThing<Source>): UrgentThing<Source> {
  const first = rank(b.kind) < rank(a.kind) ? b : a;
  // When a case goes on is said by the case, and not by what it has put on a list meanwhile.
  const deadline = first.kind === 'missing' ? first.deadline : earliest(a.deadline, b.deadline);
  return {
    ...first,
    deadline,
    isBurning: a.isBurning || b.isBurning,
    staffIds: [...new Set([...a.staffIds, ...b.staffIds])],
    sources: [...a.sources, ...b.sources],
  };
}

/** Burning first, then by deadline; what is due at the same time by kind, and then always in the same order. */
export const byUrgency = <Source>(a: UrgentThing<Source>, b: UrgentThing<Source>): number =>
  Number(b.isBurning) - Number(a.isBurning) ||
  Temporal.Instant.compare(a.deadline, b.deadline) ||
  rank(a.kind) - rank(b.kind) ||
  (a.about < b.about ? -1 : Number(a.about > b.about));

export interface WhoLooks {
  staffId: string;
  /** Everybody of the same team, oneself among them. */
  teamIds: ReadonlySet<string>;
}

/** What nobody has is everybody's: it stands in every scope. */
export function isInScope<Source>(
  { staffIds }: Pick<UrgentThing<Source>, 'staffIds'>,
  scope: DeskScope,
  who: WhoLooks,
): boolean {
  if (scope === 'all' || staffIds.length === 0) return true;
  return scope === 'mine' ? staffIds.includes(who.staffId) : staffIds.some((id) => who.teamIds.has(id));
}

export function countsOf(things: readonly Pick<UrgentThing<unknown>, 'kind'>[]): Record<UrgentKind, number> {
  const counts = Object.fromEntries(urgentKinds.map((kind) => [kind, 0])) as Record<UrgentKind, number>;
  for (const { kind } of things) counts[kind]++;
  return counts;
}
