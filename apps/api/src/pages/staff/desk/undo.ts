import { urgentWords as w } from '../../words/desk-urgent.js';
import { tapOf } from './row-form.js';
import type { TapView } from './urgent-views.js';

/** What is said when a task was called done: it names the task, so that the page can offer the way back. */
export const doneCode = (taskId: string): string => `gjort-${taskId}`;

interface Done {
  messages: Record<string, string>;
  /** Null: nothing was called done just now. */
  undo: TapView | null;
}

/** `code` as it stands in the address. */
export function doneFrom(code: unknown): Done {
  const taskId = typeof code === 'string' ? /^gjort-([0-9a-f-]{36})$/.exec(code)?.[1] : undefined;
  if (taskId === undefined) return { messages: w.said, undo: null };
  return {
    messages: { [doneCode(taskId)]: w.saidDone },
    undo: tapOf(`/kommune/haster/opgaver/${taskId}/fortryd`, w.undo),
  };
}
