import { postingSteps, type PostingStep } from '#domain';
import type { EmployerPostWords } from '../../words/employer-post.js';

/** The addresses of the steps, as people see them. */
export const stepPaths: Readonly<Record<PostingStep, string>> = {
  task: 'opgave',
  week: 'uge',
  place: 'sted',
  pay: 'loen',
  people: 'kontakt',
};

export const PREVIEW = 'vis';

export const stepAt = (path: string): PostingStep | undefined =>
  postingSteps.find((step) => stepPaths[step] === path);

export const TASKS = '/firma/opgaver';

/** What there is of a draft besides its steps, by the address. */
type DraftPlace = typeof PREVIEW | 'gemt' | 'mail' | 'slet';

/** Without a place: wherever it goes on. */
export function draftPath(draftId: string, place?: PostingStep | DraftPlace): string {
  const path = `${TASKS}/ny/${draftId}`;
  return place === undefined ? path : `${path}/${isStep(place) ? stepPaths[place] : place}`;
}

const isStep = (place: PostingStep | DraftPlace): place is PostingStep =>
  postingSteps.some((step) => step === place);

/** What comes after a step: the next one, or the preview after the last and when it was opened from there. */
export function after(step: PostingStep, fromPreview: boolean): PostingStep | typeof PREVIEW {
  const next = postingSteps[postingSteps.indexOf(step) + 1];
  return fromPreview || next === undefined ? PREVIEW : next;
}

/** The step before, for the back link; the first one leads to the list. */
export const before = (step: PostingStep): PostingStep | undefined =>
  postingSteps[postingSteps.indexOf(step) - 1];

export const headings = (w: EmployerPostWords): Record<PostingStep, string> => ({
  task: w.taskTitle,
  week: w.weekTitle,
  place: w.placeTitle,
  pay: w.payTitle,
  people: w.peopleTitle,
});
