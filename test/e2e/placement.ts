import { Caller } from '../../demo/src/story/caller.js';
import { PostBox } from '../../demo/src/story/post-box.js';
import { emptyBoxes, fruitWarehouse, inSeconds, jonas } from '../../demo/src/story/demo-case.js';
import { Stage } from '../../demo/src/story/stage.js';
import type { RunningProduct } from '../support/running-product.js';

/** A citizen at work in a running product, brought there through the interface only. */
export interface Placement {
  stage: Stage;
  consultant: Caller;
  post: PostBox;
  jobId: string;
  citizenId: string;
  offerId: string;
  phone: string;
  /** Of whoever receives people at work. */
  workplacePhone: string;
}

let people = 0;

/** As Jonas in the story, with a number and a company of his own each time. */
export async function offered(product: RunningProduct): Promise<Placement> {
  const stage = new Stage(product.ready);
  const { consultant } = stage;
  people += 1;
  const phone = `+45226${String(10_000 + people)}`;
  const workplacePhone = `+45217${String(10_000 + people)}`;
  const me = made(await consultant.get('/me'));
  const contact = { ...fruitWarehouse.contact, phone: workplacePhone };
  const company = made(
    await consultant.post('/companies', { ...fruitWarehouse, cvr: cvrNumber(people), contact }),
  );
  const job = made(
    await consultant.post('/small-jobs', {
      ...emptyBoxes,
      companyId: company.id,
      companyContact: { name: contact.name, phone: workplacePhone },
      startDate: stage.today(),
      fixedContactId: me.staffId,
    }),
  );
  made(await consultant.post(`/small-jobs/${job.id}/publish`));
  const citizen = made(
    await consultant.post('/citizens', { ...jonas, phone, email: undefined, availableFrom: stage.today() }),
  );
  const interest = { how: 'phone', at: new Date(Date.now() - 1_000).toISOString(), fields: ['goals'] };
  const match = made(
    await consultant.post('/matches', { smallJobId: job.id, citizenId: citizen.id, interest }),
  );
  made(await consultant.post(`/matches/${match.id}/confirm`, { start: 'meet' }));
  const offers = made(await consultant.get(`/offers?smallJobId=${job.id}`));
  return {
    stage,
    consultant,
    post: stage.post,
    jobId: job.id,
    citizenId: citizen.id,
    offerId: offers.items[0].id,
    phone,
    workplacePhone,
  };
}

/** Signed by all three; the ladders run in seconds. Answers the id of a shift that is hours away. */
export async function atWork(placement: Placement): Promise<string> {
  const { stage, consultant } = placement;
  for (const name of ['not-seen', 'not-here']) {
    const ladder = made(await stage.leader.get(`/ladders/${name}`));
    made(await stage.leader.put(`/ladders/${name}`, inSeconds(ladder)));
  }
  made(await consultant.post(`/offers/${placement.offerId}/answer`, { answer: 'yes', how: 'phone' }));
  const agreement = made(
    await consultant.post('/agreements', {
      offerId: placement.offerId,
      startDate: stage.today(1),
      paid: emptyBoxes.weeklyShifts,
      unpaid: [],
      expectations: [],
    }),
  );
  for (const party of ['employer', 'citizen', 'municipality'])
    made(await consultant.post(`/agreements/${agreement.id}/sign`, { party }));
  const shifts = made(await consultant.get(`/shifts?smallJobId=${placement.jobId}&limit=100`));
  return shifts.items[0].id;
}

/** The body of an answer that must be a success. */
export function made(answer: { status: number; body: any }): any {
  if (answer.status >= 400) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** Eight digits with a right checksum (weights 2 7 6 5 4 3 2 1, modulus 11), from the top of the range. */
export function cvrNumber(index: number): string {
  let found = 0;
  for (let number = 99_999_900; ; number--) {
    const digits = String(number).split('').map(Number);
    const sum = [2, 7, 6, 5, 4, 3, 2, 1].reduce((total, weight, at) => total + weight * digits[at]!, 0);
    if (sum % 11 === 0 && ++found === index) return String(number);
  }
}
