import { emptyBoxes, fruitWarehouse, jonas } from '../../../demo/src/story/demo-case.js';
import { Stage } from '../../../demo/src/story/stage.js';
import { cvrNumber, made } from '../../e2e/placement.js';
import type { Place } from '../pages/place.js';
import { startsToday } from './starts-today.js';

/** A citizen and a small job that fit each other, by their ids; each made once for each product. */
interface Two {
  stage: Stage;
  companyId: string;
  jobId: string;
  citizenId: string;
  /** Of the citizen. */
  phone: string;
}

/** On their way to each other. */
export interface Scene extends Two {
  matchId: string;
}

let people = 0;
/** Numbers of companies that nobody else in the tests has. */
const FIRST_CVR = 300;

/** Nobody has been asked. In a company that there is, or in one of its own; Mette is the contact, or who is named. */
export async function twoOf(place: Place, company?: string, contactId?: string): Promise<Two> {
  const stage = new Stage(place.product.ready);
  const { consultant } = stage;
  people += 1;
  const me = made(await consultant.get('/me'));
  const contact = { ...fruitWarehouse.contact, phone: `+45218${String(10_000 + people)}` };
  const companyId =
    company ??
    made(
      await consultant.post('/companies', {
        ...fruitWarehouse,
        name: `Prøvelageret ${people}`,
        cvr: cvrNumber(FIRST_CVR + people),
        contact,
      }),
    ).id;
  const job = made(
    await consultant.post('/small-jobs', {
      ...emptyBoxes,
      companyId,
      companyContact: { name: contact.name, phone: contact.phone },
      startDate: stage.today(7),
      fixedContactId: contactId ?? me.staffId,
    }),
  );
  made(await consultant.post(`/small-jobs/${job.id}/publish`));
  const phone = `+45228${String(10_000 + people)}`;
  const citizen = made(
    await consultant.post('/citizens', {
      ...jonas,
      name: `Prøve Jonassen ${people}`,
      phone,
      email: undefined,
      availableFrom: stage.today(),
    }),
  );
  return { stage, companyId, jobId: job.id, citizenId: citizen.id, phone };
}

/** The citizen has been asked whether the company may hear, and has not answered. */
export async function asked(place: Place, company?: string): Promise<Scene> {
  const two = await twoOf(place, company);
  const { jobId: smallJobId, citizenId } = two;
  const match = made(await two.stage.consultant.post('/matches', { smallJobId, citizenId }));
  return { ...two, matchId: match.id };
}

/** The company has the proposal and has not answered. */
export async function proposedTo(place: Place, company?: string): Promise<Scene> {
  const scene = await asked(place, company);
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
): Promise<Scene & { agreementId: string; shiftId: string | undefined }> {
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
  const shifts = made(await consultant.get(`/shifts?citizenId=${scene.citizenId}&limit=1`));
  const [shift] = shifts.items as { id: string }[];
  return { ...scene, agreementId: agreement.id, shiftId: shift?.id };
}

/** Signed by all three, and the first shift has just begun. */
export async function agreedToday(place: Place): Promise<Scene & { offerId: string; shiftId: string }> {
  const scene = await acceptedBy(place);
  const { stage, offerId, phone, citizenId } = scene;
  await startsToday({ consultant: stage.consultant, post: stage.post, offerId, phone });
  const shifts = made(await stage.consultant.get(`/shifts?citizenId=${citizenId}&limit=1`));
  return { ...scene, shiftId: (shifts.items as { id: string }[])[0]!.id };
}
