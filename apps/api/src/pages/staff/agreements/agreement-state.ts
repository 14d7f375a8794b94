import { dayInWords, listInWords, localDateOf, parties } from '#domain';
import type { AgreementDesk } from '#use-cases';
import { agreementsWords as w } from '../../words/desk-agreements.js';

/** Where an agreement stands, and what comes next and when. */
export function stateLines(desk: AgreementDesk): string[] {
  const { agreement, today, shifts } = desk;
  if (agreement.state === 'draft') return [missingLine(desk), w.begins(dayInWords(agreement.startDate))];
  if (agreement.state === 'ended') {
    const { endedAt, endReason, learnt } = agreement;
    return [
      ...(endedAt ? [w.endedOn(dayInWords(localDateOf(endedAt)))] : []),
      ...(endReason ? [w.endedBecause(reasonInWords(endReason))] : []),
      ...(learnt ? [w.learnt(learnt)] : []),
    ];
  }
  return [
    ...(agreement.startDate > today ? [w.begins(dayInWords(agreement.startDate))] : []),
    ...(agreement.paidFrom > today ? [w.paidBegins(dayInWords(agreement.paidFrom))] : []),
    ...(agreement.plannedTo ? [w.plannedTo(dayInWords(agreement.plannedTo), shifts.ahead)] : []),
    followUpLine(desk),
  ];
}

function missingLine({ agreement }: AgreementDesk): string {
  const signed = new Set(agreement.signatures.map(({ party }) => party));
  const missing = parties.filter((party) => !signed.has(party)).map((party) => w.partyNames[party]);
  return w.missing(listInWords(missing));
}

function followUpLine({ followUps }: AgreementDesk): string {
  const next = followUps.find(({ doneAt }) => doneAt === null);
  if (!next) return w.noFollowUp;
  const kind = next.kind === 'grow-hours' ? 'grow-hours' : 'follow-up';
  return w.nextFollowUp(w.followUpKinds[kind], dayInWords(localDateOf(next.dueAt)));
}

/** A reason of the closed list in words; what was written before there was one stands as it is. */
const reasonInWords = (reason: string): string => reasons.get(reason) ?? reason;
const reasons: ReadonlyMap<string, string> = new Map(Object.entries({ ...w.endReasons, ...w.endedByItself }));
