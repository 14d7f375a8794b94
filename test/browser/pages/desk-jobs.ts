import { emptyBoxes, jonas } from '../../../demo/src/story/demo-case.js';
import { Stage } from '../../../demo/src/story/stage.js';
import { made } from '../../e2e/placement.js';
import type { KnownPage } from './known-page.js';
import type { Place } from './place.js';

const da = ['da'] as const;
const desk = { of: 'staff', as: 'mette', languages: da } as const;

/** The small jobs of the desk, the ranking of one, and what leads from there to a proposal. */
export const jobsPages: KnownPage[] = [
  { ...desk, name: 'desk-jobs', path: '/kommune/job?vis=open' },
  { ...desk, name: 'desk-jobs-none', path: '/kommune/job?vis=closed&kategori=post' },
  { ...desk, name: 'desk-job', path: (place) => jobAt(place, '') },
  { ...desk, name: 'desk-job-draft', path: async (place) => `/kommune/job/${await jobOf(place, 'draft')}` },
  {
    ...desk,
    name: 'desk-job-close-refused',
    path: (place) => jobAt(place, ''),
    prepare: async (page) => {
      await page.getByText('Luk jobbet', { exact: true }).first().click();
      await page.getByRole('button', { name: 'Luk jobbet' }).click();
    },
  },
  { ...desk, name: 'desk-job-change', path: (place) => jobAt(place, '/ret') },
  {
    ...desk,
    name: 'desk-job-new',
    path: async (place) => `/kommune/job/ny?virksomhed=${await companyOf(place)}`,
  },
  {
    ...desk,
    name: 'desk-job-new-refused',
    path: async (place) => `/kommune/job/ny?virksomhed=${await companyOf(place)}`,
    prepare: (page) => page.getByRole('button', { name: 'Slå op, og se hvem der passer' }).click(),
  },
  { ...desk, name: 'desk-job-choose', path: '/kommune/job/ny' },
  {
    ...desk,
    name: 'desk-visit',
    path: async (place) => `/kommune/virksomheder/${await companyOf(place)}/besoeg`,
  },
  {
    ...desk,
    name: 'desk-visit-ready',
    path: async (place) => `/kommune/virksomheder/${await companyOf(place)}/besoeg`,
    prepare: async (page) => {
      await page.fill('[name=hvad]', 'Tomme kasser står i vejen for trucken');
      await page.fill('[name=hvem]', 'Truckføreren');
      await page.fill('[name=minutter]', '360');
      await page.getByRole('button', { name: 'Gør til job' }).click();
    },
  },
  {
    ...desk,
    name: 'desk-ranking',
    path: (place) => jobAt(place, '/rangliste?vis=kommunen'),
  },
  {
    ...desk,
    name: 'desk-ranking-spread',
    path: (place) => jobAt(place, '/rangliste?vis=kommunen&raekkefoelge=fordelt'),
  },
  {
    ...desk,
    name: 'desk-ranking-what-if',
    path: (place) => jobAt(place, '/rangliste?vis=kommunen&senere=120&loeft=3'),
  },
  {
    ...desk,
    name: 'desk-ranking-not-now',
    path: (place) => jobAt(place, '/rangliste'),
    prepare: async (page) => {
      await page.fill('[name=navn]', 'en');
      await page.locator('.not-now button').click();
    },
  },
  {
    ...desk,
    name: 'desk-ranking-because',
    path: (place) => jobAt(place, '/rangliste?vis=kommunen'),
    prepare: (page) => page.locator('.rank summary').first().click(),
  },
  { ...desk, name: 'desk-compare', path: (place) => comparedAt(place) },
  { ...desk, name: 'desk-propose', path: (place) => proposeAt(place, 'own') },
  { ...desk, name: 'desk-propose-ask', path: (place) => proposeAt(place, 'colleagues') },
  { ...desk, name: 'desk-propose-cannot', path: (place) => notFittingAt(place) },
  {
    ...desk,
    name: 'desk-propose-taken',
    path: (place) => proposeAt(place, 'taken'),
    prepare: async (page) => {
      // The form as a window has it that was opened before she was asked about the other job.
      await page.locator('[name=fri]').evaluate((field) => field.setAttribute('value', 'ja'));
      await page.locator('main button.first').first().click();
      await page.getByRole('heading', { level: 1, name: /^En kollega nåede at spørge / }).waitFor();
    },
  },
  { ...desk, name: 'desk-broker-question', as: 'birgitte', path: (place) => questionAt(place) },
];

type Listed = { items: { id: string; companyId: string; brokerId?: string | null }[] };

/** An open job of the company that the demo tells of. */
async function jobOf(place: Place, status = 'open'): Promise<string> {
  const { items } = await api<Listed>(place, `/small-jobs?status=${status}&limit=1`);
  return items[0]!.id;
}

const jobAt = async (place: Place, rest: string): Promise<string> =>
  `/kommune/job/${await jobOf(place)}${rest}`;

async function companyOf(place: Place): Promise<string> {
  const { items } = await api<Listed>(place, '/small-jobs?status=open&limit=1');
  return items[0]!.companyId;
}

async function rankedOf(place: Place, scope: string): Promise<string[]> {
  const path = `/small-jobs/${await jobOf(place)}/ranking?excluded=false&scope=${scope}`;
  const { ranked } = await api<{ ranked: { citizenId: string }[] }>(place, path);
  return ranked.map(({ citizenId }) => citizenId);
}

async function comparedAt(place: Place): Promise<string> {
  const [a, b] = await rankedOf(place, 'municipality');
  return jobAt(place, `/sammenlign?a=${a}&b=${b}`);
}

let people = 0;

/** A job and a citizen that nobody else has to do with; taken: asked about another job already. */
async function proposeAt(place: Place, whose: 'own' | 'colleagues' | 'taken'): Promise<string> {
  const stage = new Stage(place.product.ready);
  const { consultant } = stage;
  people += 1;
  const { staffId } = made(await consultant.get('/me'));
  const { items: staff } = made(await consultant.get('/staff'));
  const colleague = staff.find(
    ({ id, role }: { id: string; role: string }) => id !== staffId && role === 'consultant',
  );
  const { id: citizenId } = made(
    await consultant.post('/citizens', {
      ...jonas,
      name: `Prøve Foreslået ${people}`,
      phone: `+45238${String(10_000 + people)}`,
      email: undefined,
      availableFrom: stage.today(),
      brokerId: whose === 'colleagues' ? colleague.id : staffId,
    }),
  );
  const companyId = await companyOf(place);
  const published = async (): Promise<string> => {
    const job = { ...emptyBoxes, companyId, startDate: stage.today(7), fixedContactId: staffId };
    const { id } = made(await consultant.post('/small-jobs', job));
    made(await consultant.post(`/small-jobs/${id}/publish`));
    return id;
  };
  const smallJobId = await published();
  if (whose === 'taken')
    made(await consultant.post('/matches', { smallJobId: await published(), citizenId }));
  return `/kommune/job/${smallJobId}/foreslaa/${citizenId}`;
}

async function notFittingAt(place: Place): Promise<string> {
  const path = `/small-jobs/${await jobOf(place)}/ranking?excluded=true&limit=1`;
  const { excluded } = await api<{ excluded: { citizenId: string }[] }>(place, path);
  return jobAt(place, `/foreslaa/${excluded[0]!.citizenId}`);
}

/** A colleague is asked about a citizen of hers. */
async function questionAt(place: Place): Promise<string> {
  const { staffId } = await api<{ staffId: string }>(place, '/me');
  for (const citizenId of await rankedOf(place, 'municipality')) {
    const { brokerId } = await api<{ brokerId: string | null }>(place, `/citizens/${citizenId}`);
    if (brokerId === null || brokerId === staffId) continue;
    const asked = { smallJobId: await jobOf(place), citizenId };
    const { id } = await api<{ id: string }>(place, '/broker-questions', asked);
    return jobAt(place, `/spoerg/${id}`);
  }
  throw new Error('Everybody who fits is her own');
}

async function api<T>(place: Place, path: string, body?: object): Promise<T> {
  const response = await fetch(`${place.url}/api/v1${path}`, {
    headers: {
      authorization: `Bearer ${place.product.ready.keys.consultant}`,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  return response.json() as Promise<T>;
}
