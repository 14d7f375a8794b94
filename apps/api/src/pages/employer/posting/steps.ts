import { postingSteps, type PostingStep } from '#domain';
import type { EmployerPostWords } from '../../words/employer-post-en.js';

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

export const draftPath = (draftId: string, place: PostingStep | typeof PREVIEW): string =>
  `/firma/opgaver/ny/${draftId}/${place === PREVIEW ? PREVIEW : stepPaths[place]}`;

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
