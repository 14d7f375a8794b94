import { categories } from '#domain';
import { oneOf, text } from '../../../http/fields/index.js';
import type { ChoiceView, InputView, TextareaView } from '../../frame/form/index.js';
import { step } from './step-form.js';

const ids = categories.map(({ id }) => id);

class TaskForm {
  @text({ max: 120, optional: true, example: 'Rydde op på lageret' }) title?: string;
  @oneOf(ids, { optional: true }) category?: string;
  @text({ max: 2000, multiline: true, optional: true, example: 'Du samler pap' }) description?: string;
}

interface TaskStepView {
  title: InputView;
  category: ChoiceView;
  description: TextareaView;
}

export const taskStep = step<TaskForm, TaskStepView>({
  type: TaskForm,
  view: (f, answers, { w, language }) => ({
    title: f.input('title', w.title, { hint: w.titleHint, max: 120, value: answers.title ?? '', lang: 'da' }),
    category: f.choice('category', w.category, {
      value: answers.category ?? '',
      options: [
        { value: '', label: w.pickTime },
        ...categories.map(({ id, name }) => ({ value: id, label: categoryWords(language)[id] ?? name })),
      ],
    }),
    description: f.textarea('description', w.description, {
      hint: w.descriptionHint,
      optional: true,
      rows: 3,
      max: 2000,
      value: answers.description ?? '',
    }),
  }),
  at: () => ({ 'category.unknown': 'category' }),
  answers: ({ title, category, description }) => ({ title, category, description: description ?? null }),
  needed: ({ title, category }) => [
    ...(title ? [] : ['title' as const]),
    ...(category ? [] : ['category' as const]),
  ],
});

/** Danish names are those of the domain. */
const english: Readonly<Record<string, string>> = {
  oprydning: 'Tidying',
  rengoering: 'Cleaning',
  skurvogne: 'Cleaning of site cabins',
  service: 'Service',
  lager: 'Warehouse',
  post: 'Mail and parcels',
  transport: 'Driving and delivery help',
  koekken: 'Kitchen',
  afrydning: 'Clearing up after lunch',
  gartner: 'Gardening and green work',
  vicevaert: 'Caretaking',
  butik: 'Shop',
  kontor: 'Office',
  produktion: 'Production',
};
const danish: Readonly<Record<string, string>> = Object.fromEntries(
  categories.map(({ id, name }) => [id, name]),
);

export const categoryWords = (language: 'da' | 'en'): Readonly<Record<string, string>> =>
  language === 'da' ? danish : english;
