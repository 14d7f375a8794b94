import { Temporal, type Agreement, type Match, type Offer } from '#domain';
import type { Told } from './told.js';

const at = (iso: string): Temporal.Instant => Temporal.Instant.from(iso);

/** From the first question until the company has answered. */
export function matchTold(match: Match): Told[] {
  const { citizenId, smallJobId, interest, decidedAt, state } = match;
  const about = { citizenId, smallJobId, subject: { kind: 'match' as const, id: match.id } };
  const proposer = { staffId: match.proposedByStaffId };
  const told: Told[] = [{ ...about, at: match.createdAt, what: 'match-asked', by: proposer }];
  if (interest) {
    const { how, byStaffId } = interest;
    // Rows from before say how, but not who talked with the citizen.
    const talked = how === 'phone' || how === 'in-person' || how === 'letter';
    const by = byStaffId ? { staffId: byStaffId } : talked ? proposer : ('citizen' as const);
    told.push({ ...about, at: at(interest.at), what: 'match-interest', by, details: { how } });
  }
  if (match.proposedAt) told.push({ ...about, at: match.proposedAt, what: 'match-proposed', by: proposer });
  for (const reminder of match.reminders)
    told.push({ ...about, at: at(reminder.at), what: 'match-reminded', by: { staffId: reminder.byStaffId } });
  if (!decidedAt) return told;
  const company = { name: match.decidedBy };
  if (state === 'confirmed')
    told.push({
      ...about,
      at: decidedAt,
      what: 'match-confirmed',
      by: company,
      details: { start: match.start },
    });
  if (state === 'rejected')
    told.push({
      ...about,
      at: decidedAt,
      what: 'match-rejected',
      by: company,
      details: { reason: match.rejectReason },
    });
  if (state === 'withdrawn')
    told.push({
      ...about,
      at: decidedAt,
      what: 'match-withdrawn',
      by: { staffId: match.withdrawal?.byStaffId ?? null },
      details: { reason: match.withdrawal?.reason },
    });
  if (state === 'lapsed') told.push({ ...about, at: decidedAt, what: 'match-lapsed' });
  return told;
}

/** The offer, every answer to it, and when the company heard. */
export function offerTold(offer: Offer): Told[] {
  const { citizenId, smallJobId } = offer;
  const about = { citizenId, smallJobId, subject: { kind: 'offer' as const, id: offer.id } };
  const told: Told[] = [{ ...about, at: offer.createdAt, what: 'offer-made' }];
  for (const extension of offer.extensions)
    told.push({
      ...about,
      at: at(extension.at),
      what: 'offer-extended',
      by: { staffId: extension.byStaffId },
    });
  for (const { answer, how, byStaffId, reason, ...given } of offer.answers) {
    const by = byStaffId ? { staffId: byStaffId } : ('citizen' as const);
    told.push({ ...about, at: at(given.at), what: 'offer-answered', by, details: { answer, how, reason } });
  }
  if (offer.state === 'expired') told.push({ ...about, at: offer.expiresAt, what: 'offer-expired' });
  if (offer.companyToldAt) told.push({ ...about, at: offer.companyToldAt, what: 'offer-company-told' });
  return told;
}

/** Each signature by itself; a consultant who recorded somebody else's is named beside it. */
export function agreementTold(agreement: Agreement): Told[] {
  const { citizenId, smallJobId, endedAt, endReason, learnt } = agreement;
  const about = { citizenId, smallJobId, subject: { kind: 'agreement' as const, id: agreement.id } };
  const signed = agreement.signatures.map(({ party, byName, onBehalf, ...signature }): Told => ({
    ...about,
    at: at(signature.at),
    what: 'agreement-signed-by',
    by: { name: byName },
    details: { party, onBehalf: onBehalf ? 'yes' : null },
  }));
  const ended: Told[] = endedAt
    ? [{ ...about, at: endedAt, what: 'agreement-ended', details: { reason: endReason, learnt } }]
    : [];
  return [...signed, ...ended];
}
