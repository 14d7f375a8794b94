import type { Offer } from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import { found } from '../wiring/permissions.js';

/** A seat becomes free again; a filled small job opens. The small job is locked by the caller or here. */
export async function freeSeat(unit: UnitOfWork, offer: Pick<Offer, 'smallJobId'>): Promise<void> {
  const smallJob = found(await unit.smallJobs.lock(offer.smallJobId), 'small-job.not-found');
  await unit.smallJobs.update({
    ...smallJob,
    seatsTaken: Math.max(0, smallJob.seatsTaken - 1),
    status: smallJob.status === 'filled' ? 'open' : smallJob.status,
  });
}

/** Seats with a yes behind them: accepted offers whose agreement, if there is one, has not ended. */
export async function acceptedSeats(unit: UnitOfWork, smallJobId: string): Promise<number> {
  const accepted = await unit.offers.count({ smallJobId, state: 'accepted' });
  const ended = await unit.agreements.count({ smallJobId, state: 'ended' });
  return accepted - ended;
}
