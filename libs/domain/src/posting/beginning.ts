import { refuseUnless } from '../kernel/index.js';
import { findCategory } from '../small-job/index.js';
import { answersFromSentence } from './answers-from-sentence.js';
import type { PostingAnswers } from './draft.js';

/** A task that is not of a kind we name: what it is, is said in the next step. */
export const OTHER_KIND = 'andet';

/** How a posting begins: one line, or the kind of task, or both. */
export interface Beginning {
  sentence?: string | undefined;
  /** A category, or `andet`. */
  kind?: string | undefined;
}

/**
 * What is answered by it. The line says the title, and the kind that was chosen wins over the one that was read.
 *
 * @throws posting-draft.incomplete when neither is there
 */
export function answersOfBeginning({ sentence, kind }: Beginning): PostingAnswers {
  refuseUnless(sentence || kind, 'posting-draft.incomplete');
  const chosen =
    kind && kind !== OTHER_KIND ? { title: findCategory(kind)?.name ?? kind, category: kind } : {};
  return {
    ...chosen,
    ...(sentence && answersFromSentence(sentence)),
    ...(chosen.category && { category: chosen.category }),
  };
}
