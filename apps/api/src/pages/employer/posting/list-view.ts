import { firstName, instantInWords, type Language, type SmallJobStatus } from '#domain';
import type { ShownPostingDraft, SmallJobWithContact } from '#use-cases';
import { page, type About } from '../../frame/page.js';
import { employerPostWords, type EmployerPostWords } from '../../words/employer-post.js';
import { draftPath } from './steps.js';
import { weekLine } from './week-line.js';

interface ListView {
  heading: string;
  newTask: string;
  empty: { heading: string; text: string; examplesLabel: string; examples: string[]; note: string } | null;
  draftsLabel: string;
  drafts: DraftRow[];
  groups: { heading: string; tasks: TaskRow[] }[];
}

interface DraftRow {
  title: string;
  saved: string;
  href: string;
  go: string;
  remove: string;
  removeHint: string;
  removeSure: string;
  removeAction: string;
}

interface TaskRow {
  href: string;
  title: string;
  week: string;
  seats: string;
  contact: string;
}

export const listPage = page<ListView>('employer/posting/list');

/** What wants something first stands first; what is over stands last. */
const order: readonly SmallJobStatus[] = ['open', 'paused', 'filled', 'draft', 'closed'];

export function listView(
  drafts: readonly ShownPostingDraft[],
  smallJobs: readonly SmallJobWithContact[],
  language: Language,
): ListView & About {
  const w = employerPostWords[language];
  const headings = {
    open: w.open,
    paused: w.paused,
    filled: w.filled,
    draft: w.status.draft,
    closed: w.closed,
  };
  return {
    title: w.tasks,
    heading: w.tasks,
    newTask: w.newTask,
    empty: drafts.length + smallJobs.length > 0 ? null : emptyState(w),
    draftsLabel: w.drafts,
    drafts: drafts.map((draft) => draftRow(draft, w, language)),
    groups: order.flatMap((status) => {
      const tasks = smallJobs.filter(({ smallJob }) => smallJob.status === status);
      if (tasks.length === 0) return [];
      return [{ heading: headings[status], tasks: tasks.map((task) => taskRow(task, w, language)) }];
    }),
    messages: {
      'var-slaaet-op': w.alreadyPosted,
    },
  };
}

const emptyState = (w: EmployerPostWords): NonNullable<ListView['empty']> => ({
  heading: w.noneYet,
  text: w.teach,
  examplesLabel: w.examples,
  examples: [w.example1, w.example2, w.example3],
  note: w.takesTwoMinutes,
});

function draftRow({ draft }: ShownPostingDraft, w: EmployerPostWords, language: Language): DraftRow {
  return {
    title: draft.answers.title ?? draft.answers.sentence ?? w.untitled,
    saved: w.savedBy(draft.startedBy, instantInWords(draft.updatedAt, language)),
    href: draftPath(draft.id),
    go: w.goOn,
    remove: w.deleteDraft,
    removeHint: w.deleteHint,
    removeSure: w.deleteForSure,
    removeAction: draftPath(draft.id, 'slet'),
  };
}

function taskRow(
  { smallJob, answersToday }: SmallJobWithContact,
  w: EmployerPostWords,
  language: Language,
): TaskRow {
  const { positions, seatsTaken, status } = smallJob;
  const week = weekLine(smallJob.weeklyShifts, language);
  return {
    href: `/firma/opgaver/${smallJob.id}`,
    title: smallJob.title,
    week: week.charAt(0).toUpperCase() + week.slice(1),
    seats: status === 'closed' || positions === 1 ? '' : w.seats(String(seatsTaken), String(positions)),
    contact: answersToday && status !== 'closed' ? `${w.yourContact}: ${firstName(answersToday)}` : '',
  };
}
