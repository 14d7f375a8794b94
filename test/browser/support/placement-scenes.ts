import { emptyBoxes, fruitWarehouse, jonas } from '../../../demo/src/story/demo-case.js';
import { Stage } from '../../../demo/src/story/stage.js';
import { cvrNumber, made } from '../../e2e/placement.js';
import type { Place } from '../pages/place.js';

/** A citizen and a small job on their way to each other, by their ids; each made once for each product. */
export interface Scene {
  stage: Stage;
  companyId: string;
  jobId: string;
  citizenId: string;
  matchId: string;
}

let people = 0;
/** Numbers of companies that nobody else in the tests has. */
const FIRST_CVR = 300;

/** The citizen has been asked whether the company may hear, and has not answered. */
export async function asked(place: Place): Promise<Scene> {
  const stage = new Stage(place.product.ready);
  const { consultant } = stage;
  people += 1;
  const me = made(await consultant.get('/me'));
  const contact = { ...fruitWarehouse.contact, phone: `+45218${String(10_000 + people)}` };
  const company = made(
    await consultant.post('/companies', {
      ...fruitWarehouse,
      name: `Prøvelageret ${people}`,
      cvr: cvrNumber(FIRST_CVR + people),
      contact,
    }),
  );
  const job = made(
    await consultant.post('/small-jobs', {
      ...emptyBoxes,
      companyId: company.id,
      companyContact: { name: contact.name, phone: contact.phone },
      startDate: stage.today(7),
      fixedContactId: me.staffId,
    }),
  );
  made(await consultant.post(`/small-jobs/${job.id}/publish`));
  const citizen = made(
    await consultant.post('/citizens', {
      ...jonas,
      name: `Prøve Jonassen ${people}`,
      phone: `+45228${String(10_000 + people)}`,
      email: undefined,
      availableFrom: stage.today(),
    }),
  );
  const match = made(await consultant.post('/matches', { smallJobId: job.id, citizenId: citizen.id }));
  return { stage, companyId: company.id, jobId: job.id, citizenId: citizen.id, matchId: match.id };
}

/** The company has the proposal and has not answered. */
export async function proposedTo(place: Place): Promise<Scene> {
  const scene = await asked(place);
  const at = new Date(Date.now() - 1_000).toISOString();
  const interest = { how: 'phone', at, fields: ['goals', 'wishes', 'hours'] };
  made(await scene.stage.consultant.post(`/matches/${scene.matchId}/interest`, interest));
  return scene;
}

export async function offeredTo(place: Place): Promise<Scene & { offerId: string }> {
  const scene = await proposedTo(place);
  const { consultant } = scene.stage;
  const { offerId } = made(await consultant.post(`/matches/${scene.matchId}/confirm`, { start: 'meet' }));
  return { ...scene, offerId };
}

export async function acceptedBy(place: Place): Promise<Scene & { offerId: string }> {
  const scene = await offeredTo(place);
  const answer = { answer: 'yes', how: 'phone' };
  made(await scene.stage.consultant.post(`/offers/${scene.offerId}/answer`, answer));
  return scene;
}

export async function agreedBy(
  place: Place,
  parties: readonly string[],
): Promise<Scene & { agreementId: string }> {
  const scene = await acceptedBy(place);
  const { consultant } = scene.stage;
  const agreement = made(
    await consultant.post('/agreements', {
      offerId: scene.offerId,
      startDate: scene.stage.today(7),
      paid: emptyBoxes.weeklyShifts,
      unpaid: [],
      expectations: ['Ali viser rundt den første dag'],
      callAgreement: 'Ring til mig kl. 7, hvis det er glat',
    }),
  );
  for (const party of parties) made(await consultant.post(`/agreements/${agreement.id}/sign`, { party }));
  return { ...scene, agreementId: agreement.id };
}
