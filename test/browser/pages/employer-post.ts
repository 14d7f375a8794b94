import type { KnownPage } from './known-page.js';
import type { Place } from './place.js';

const SENTENCE = 'vi skal have ryddet op på lageret hver morgen';

/** Posting a task: every step, and what comes of it. */
export const employerPost: KnownPage[] = [
  { name: 'tasks', of: 'employer', as: 'ali', path: '/firma/opgaver' },
  { name: 'post-begin', of: 'employer', as: 'ali', path: '/firma/opgaver/ny' },
  {
    name: 'post-begin-refused',
    of: 'employer',
    as: 'ali',
    path: '/firma/opgaver/ny',
    languages: ['da'],
    prepare: (page) => page.locator('main button.first').click(),
  },
  { name: 'post-task', of: 'employer', as: 'ali', path: draftAt('opgave') },
  { name: 'post-week', of: 'employer', as: 'ali', path: draftAt('uge') },
  { name: 'post-place', of: 'employer', as: 'ali', path: draftAt('sted') },
  { name: 'post-pay', of: 'employer', as: 'ali', path: draftAt('loen') },
  {
    name: 'post-pay-refused',
    of: 'employer',
    as: 'ali',
    path: draftAt('loen'),
    languages: ['da'],
    prepare: async (page) => {
      // The hint is let arrive: leaving while it is under way is no fault of the page.
      await Promise.all([page.waitForResponse(/passer/), page.fill('[name=wage]', 'meget')]);
      await page.locator('main button.first').click();
    },
  },
  { name: 'post-people', of: 'employer', as: 'ali', path: draftAt('kontakt') },
  { name: 'post-preview', of: 'employer', as: 'ali', path: draftAt('vis') },
  { name: 'post-saved', of: 'employer', as: 'ali', path: draftAt('gemt') },
  { name: 'task', of: 'employer', as: 'ali', path: (place) => taskOf(place) },
  { name: 'task-now', of: 'employer', as: 'ali', path: async (place) => `${await taskOf(place)}/nu` },
  { name: 'task-change', of: 'employer', as: 'ali', path: async (place) => `${await taskOf(place)}/ret/uge` },
];

/** A step of a draft of Ali's that begins with a sentence; nothing of it depends on the other pages. */
function draftAt(step: string): (place: Place) => Promise<string> {
  return async (place) => {
    const begun = (await api(place, 'POST', '/posting-drafts', {
      sentence: SENTENCE,
      title: 'Rydde op på lageret',
      category: 'oprydning',
      weeklyShifts: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: '08:00', end: '10:00' })),
    })) as { id: string };
    return `/firma/opgaver/ny/${begun.id}/${step}`;
  };
}

/** An open task of Ali's. */
async function taskOf(place: Place): Promise<string> {
  const { items } = (await api(place, 'GET', '/small-jobs?status=open')) as { items: { id: string }[] };
  return `/firma/opgaver/${items[0]!.id}`;
}

async function api(place: Place, method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(`${place.url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${place.product.ready.keys.employer}`,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  return response.json();
}
