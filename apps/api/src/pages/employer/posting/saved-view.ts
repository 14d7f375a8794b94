import type { Language } from '#domain';
import type { ShownPostingDraft } from '#use-cases';
import { FormView, type ErrorSummaryView, type Faults } from '../../frame/form/index.js';
import { page, type About } from '../../frame/page.js';
import { employerPostWords } from '../../words/employer-post-en.js';

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
  const path = `/firma/opgaver/ny/${draft.id}`;
  return {
    title: w.savedTitle,
    heading: w.savedTitle,
    task: draft.answers.title ?? draft.answers.sentence ?? '',
    lead: w.savedLead,
    errors: new FormView(language, {}, faults).errors(),
    mail: { action: `${path}/mail`, label: w.mailLink, hint: w.mailHint },
    links: [
      { href: path, label: w.goOn },
      { href: '/firma/opgaver', label: w.allTasks },
    ],
    messages: { 'link-sendt': w.mailSent },
  };
}
