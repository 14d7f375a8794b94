import { emptyBoxes, fruitWarehouse, jonas } from '../../../demo/src/story/demo-case.js';
import { Stage } from '../../../demo/src/story/stage.js';
import { cvrNumber, made } from '../../e2e/placement.js';
import type { KnownPage } from './known-page.js';
import type { Place } from './place.js';

let number = 0;

/** A job and a person for it, with numbers of their own; the company is asked at once when `agreed`. */
async function proposed(place: Place, agreed: boolean): Promise<{ citizen: string; company: string }> {
  number += 1;
  const citizenPhone = `+45227${String(20_000 + number)}`;
  const companyPhone = `+45218${String(20_000 + number)}`;
  const { consultant, today } = stageOf(place);
  const contact = { ...fruitWarehouse.contact, phone: companyPhone };
  const me = made(await consultant.get('/me'));
  const company = made(
    await consultant.post('/companies', { ...fruitWarehouse, cvr: cvrNumber(800 + number), contact }),
  );
  const job = made(
    await consultant.post('/small-jobs', {
      ...emptyBoxes,
      companyId: company.id,
      companyContact: { name: contact.name, phone: companyPhone },
      startDate: today,
      fixedContactId: me.staffId,
    }),
  );
  made(await consultant.post(`/small-jobs/${job.id}/publish`));
  const citizen = made(
    await consultant.post('/citizens', {
      ...jonas,
      phone: citizenPhone,
      email: undefined,
      availableFrom: today,
    }),
  );
  const at = new Date(Date.now() - 1_000).toISOString();
  const interest = agreed ? { interest: { how: 'phone', at, fields: ['goals', 'abilities', 'hours'] } } : {};
  made(await consultant.post('/matches', { smallJobId: job.id, citizenId: citizen.id, ...interest }));
  return { citizen: citizenPhone, company: companyPhone };
}

function stageOf(place: Place): { consultant: Stage['consultant']; today: string } {
  const stage = new Stage(place.product.ready);
  return { consultant: stage.consultant, today: stage.today() };
}

const question = async (place: Place): Promise<string> =>
  place.linkTo((await proposed(place, false)).citizen, /\/o\//);
const proposal = async (place: Place): Promise<string> =>
  place.linkTo((await proposed(place, true)).company, /\/e\//);
const offer = async (place: Place): Promise<string> => place.linkTo((await place.offered()).phone, /\/o\//);

/** What is opened from an SMS. */
export const links: KnownPage[] = [
  { name: 'link-question', of: 'citizen', path: question },
  { name: 'link-offer', of: 'citizen', path: offer },
  { name: 'link-proposal', of: 'employer', path: proposal },
];
