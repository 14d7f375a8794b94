import type { LedgerLine } from './ledger.js';
import type { Known } from './known-rows.js';
import { confirmPath, notesPath, type Requests } from './persistent-client.js';
import { LEADER_EMAIL, STAFF_PHONE, type Scenario } from './scenario.js';

export interface Verdict {
  steps: number;
  messages: number;
  lost: string[];
  doubled: string[];
  /** Messages of which nobody knows. */
  uncertain: number;
  /** Messages that certainly did not go, as their provider could not be reached; each stands on a person's list. */
  handedOver: number;
  handedOverFor: Record<string, number>;
  /** Repeats to staff with the same reference: allowed once for each kill. */
  repeatedToStaff: number;
  /** Uncertain, and on nobody's list. */
  unshown: string[];
  /** What the provider got that belongs to nothing of this run. */
  strays: string[];
  /** How many messages people should have got, had nothing been excused. */
  expected: number;
  unfinished: number;
}

/** Who should hear of each ladder, and how the provider's line tells so. */
const hears = [
  { who: 'citizen', isIt: (line: LedgerLine, phone: string) => line.to === phone },
  { who: 'contact', isIt: (line: LedgerLine) => line.to === STAFF_PHONE },
  { who: 'leader', isIt: (line: LedgerLine) => line.to === LEADER_EMAIL },
] as const;

export interface Evidence {
  scenario: Scenario;
  lines: readonly LedgerLine[];
  known: Known;
  requests: Pick<Requests, 'answered'>;
  /** Of whoever sends, or keeps what was sent: each may have made staff hear something again. */
  kills: number;
  /** Shifts of which nobody should hear anything: somebody was there. */
  silent?: ReadonlySet<string>;
}

/**
 * Compares what should have been sent with what the provider saw. Our rows are asked only two things: whether a message
 * that the provider never saw is shown to a person as uncertain, and whether the last step, a task, is there once.
 */
export function judge({ scenario, lines, known, requests, kills, silent = new Set() }: Evidence): Verdict {
  const sent = lines.filter((line) => !line.known);
  const handedOver = known.leftToPeople.filter(({ state }) => state === 'failed');
  const verdict: Verdict = {
    steps: 0,
    messages: sent.length,
    lost: [],
    doubled: [],
    uncertain: known.leftToPeople.filter(({ state }) => state === 'uncertain').length,
    handedOver: handedOver.length,
    handedOverFor: countedBy(handedOver, ({ reason }) => reason ?? 'no reason'),
    repeatedToStaff: 0,
    unshown: known.leftToPeople
      .filter(({ state, isShown }) => state === 'uncertain' && !isShown)
      .map(({ receiver, shiftId, subjectId }) => `${receiver}, ${shiftId ?? subjectId}`),
    strays: [],
    expected: hears.length * (scenario.ladders.length - silent.size),
    unfinished: known.unfinished,
  };
  const byLadder = groupedBy(sent, numberIn(/Opgave (\d+)\b/));
  const byOffer = groupedBy(sent, numberIn(/Tilbud (\d+)\b/));
  const byPhone = groupedBy(sent, ({ to }) => to);
  scenario.ladders.forEach(({ shiftId, phone }, at) => {
    const about = [...(byLadder.get(String(at)) ?? []), ...(byPhone.get(phone) ?? [])];
    if (silent.has(shiftId)) {
      for (const { to } of about) verdict.doubled.push(`ladder ${at}, to ${to}: somebody was there`);
      return;
    }
    for (const { who, isIt } of hears) {
      const got = about.filter((line) => isIt(line, phone));
      const isShown = known.leftToPeople.some(
        (one) => one.shiftId === shiftId && one.receiver === who && one.isShown,
      );
      count(verdict, `ladder ${at}, ${who}`, got, isShown, who !== 'citizen');
    }
    const lastSteps = known.lastSteps.get(shiftId) ?? 0;
    if (lastSteps === 0) verdict.lost.push(`ladder ${at}, list`);
    if (lastSteps > 1) verdict.doubled.push(`ladder ${at}, list: ${lastSteps} tasks`);
    verdict.steps += known.stepsTaken.get(shiftId) ?? 0;
  });
  scenario.requests.forEach(({ matchId, citizenId, phone }, at) => {
    // Whoever was never answered was promised nothing; it may have happened, but not twice.
    const isOpen = !requests.answered.has(confirmPath(matchId));
    const isShown = known.leftToPeople.some((one) => one.citizenId === citizenId && one.isShown);
    count(verdict, `offer ${at}`, byPhone.get(phone) ?? [], isShown || isOpen, false);
    const told = (byOffer.get(String(at)) ?? []).filter(({ to }) => to === STAFF_PHONE);
    const isTold = known.leftToPeople.some((one) => one.subjectId === matchId && one.isShown);
    count(verdict, `yes of the company ${at}`, told, isTold || isOpen, true);
    if (!isOpen) verdict.expected += 2;
    const notes = known.notes.get(citizenId) ?? 0;
    if (notes === 0 && requests.answered.has(notesPath(citizenId))) verdict.lost.push(`note ${at}`);
    if (notes > 1) verdict.doubled.push(`note ${at}: ${notes} of one key`);
  });
  const people = new Set([...scenario.ladders, ...scenario.requests].map(({ phone }) => phone));
  const isOfStaff = ({ to, text }: LedgerLine): boolean =>
    to === STAFF_PHONE ? /(Opgave|Tilbud) \d/.test(text) : to === LEADER_EMAIL && /Opgave \d/.test(text);
  verdict.strays = sent
    .filter((line) => !people.has(line.to) && !isOfStaff(line))
    .map(({ to, reference }) => `${reference} to ${to}`);
  if (verdict.repeatedToStaff > kills)
    verdict.doubled.push(`${verdict.repeatedToStaff} repeats to staff for ${kills} kills`);
  return verdict;
}

function count(verdict: Verdict, what: string, got: LedgerLine[], isShown: boolean, isStaff: boolean): void {
  if (got.length === 0 && !isShown) verdict.lost.push(what);
  if (got.length < 2) return;
  const references = new Set(got.map(({ reference }) => reference));
  if (isStaff && references.size === 1 && got.length === 2) verdict.repeatedToStaff += 1;
  else verdict.doubled.push(`${what}: ${got.length} with ${references.size} references`);
}

const numberIn =
  (pattern: RegExp) =>
  ({ text }: LedgerLine): string | undefined =>
    pattern.exec(text)?.[1];

function groupedBy<T>(all: readonly T[], keyOf: (one: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups;
}

function countedBy<T>(all: readonly T[], nameOf: (one: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of all) counts[nameOf(one)] = (counts[nameOf(one)] ?? 0) + 1;
  return counts;
}
