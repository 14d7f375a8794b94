import type { Language } from '#domain';
import type { ShownPostingDraft } from '#use-cases';
import { FormView, type ErrorSummaryView, type Faults } from '../../frame/form/index.js';
import { page, type About } from '../../frame/page.js';
import { employerPostWords } from '../../words/employer-post.js';
import { draftPath, TASKS } from './steps.js';

interface SavedView {
  heading: string;
  task: string;
  lead: string;
  errors: ErrorSummaryView | null;
  mail: { action: string; label: string; hint: string };
  links: { href: string; label: string }[];
}

export const savedPage = page<SavedView>('employer/posting/saved');

export function savedView(
  { draft }: ShownPostingDraft,
  language: Language,
  faults: Faults,
): SavedView & About {
  const w = employerPostWords[language];
  return {
    title: w.savedTitle,
    heading: w.savedTitle,
    task: draft.answers.title ?? draft.answers.sentence ?? '',
    lead: w.savedLead,
    errors: new FormView(language, {}, faults).errors(),
    mail: { action: draftPath(draft.id, 'mail'), label: w.mailLink, hint: w.mailHint },
    links: [
      { href: draftPath(draft.id), label: w.goOn },
      { href: TASKS, label: w.allTasks },
    ],
    messages: { 'link-sendt': w.mailSent },
  };
}
