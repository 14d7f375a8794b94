import { localDateOf, type Shift, type Temporal } from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import type { OpenQuestion, Written } from './open-question.js';
import type { Sender } from './sender.js';

/** Drafts, people proposed, and whether somebody has come today. */
export async function questionsToCompany(
  unit: UnitOfWork,
  sender: Sender,
  written: Written,
): Promise<OpenQuestion[]> {
  const companyId = sender.id;
  const jobs = await unit.smallJobs.list({ companyId, status: 'open' });
  const proposed =
    jobs.length === 0
      ? []
      : await unit.matches.list({ smallJobId: { in: jobs.map(({ id }) => id) }, state: 'proposed' });
  const drafts = await unit.smallJobs.list({ companyId, status: 'draft', ownerAskedAt: { isNull: false } });
  const one = (question: 'draft' | 'match', id: string, askedAt: Temporal.Instant): OpenQuestion => ({
    question,
    subjectIds: [id],
    sender,
    askedAt,
    isSaid: false,
  });
  return [
    ...drafts.map(({ id, ownerAskedAt, createdAt }) => one('draft', id, ownerAskedAt ?? createdAt)),
    ...(await arrivals(unit, sender, written)),
    ...proposed.map(({ id, proposedAt, createdAt }) => one('match', id, proposedAt ?? createdAt)),
  ];
}

/**
 * "Er Jonas kommet i dag?" is about that day only. Those who were asked about in one SMS are one question; another
 * SMS, or another workplace of the company with its own number, is another.
 */
async function arrivals(
  unit: UnitOfWork,
  sender: Sender,
  { from, at, word }: Written,
): Promise<OpenQuestion[]> {
  const asked = await unit.shifts.list({
    companyId: sender.id,
    state: { in: ['unconfirmed', 'missed'] },
    workplaceAskedAt: { isNull: false },
  });
  const today = asked.filter(
    ({ workplaceAskedAt }) => workplaceAskedAt && localDateOf(workplaceAskedAt) === localDateOf(at),
  );
  if (today.length === 0) return [];
  const jobs = await unit.smallJobs.list({ id: { in: [...new Set(today.map((one) => one.smallJobId))] } });
  const here = new Set(jobs.filter((job) => job.companyContact.phone === from).map(({ id }) => id));
  const atMine = here.size > 0 ? today.filter(({ smallJobId }) => here.has(smallJobId)) : today;
  const unseen = atMine.filter(({ state }) => state === 'unconfirmed');
  // After a no somebody may come all the same; a second no is the same no.
  const mine = unseen.length > 0 ? unseen : atMine;
  const groups = new Map<number, Shift[]>();
  for (const shift of mine) {
    const key = (shift.workplaceAskedAt ?? shift.startsAt).epochMilliseconds;
    groups.set(key, [...(groups.get(key) ?? []), shift]);
  }
  return [...groups.values()].flatMap((shifts): OpenQuestion[] => {
    const [first, ...others] = shifts.sort((a, b) => a.id.localeCompare(b.id));
    if (!first) return [];
    return [
      {
        question: 'workplace-arrival',
        subjectIds: [first.id, ...others.map(({ id }) => id)],
        sender,
        askedAt: first.workplaceAskedAt ?? first.startsAt,
        isSaid: word === 'no' && unseen.length === 0,
      },
    ];
  });
}
