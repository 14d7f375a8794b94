import type { Language } from '#domain';
import { inDanishOrEnglish } from '../http/page-language.js';
import type { Visitor } from '../http/visitor.js';

/** What was chosen with the language switch; undefined: the page speaks as its reader is written to. */
export const chosenLanguage = (visitor: Visitor | undefined): Language | undefined =>
  visitor?.chosen ? inDanishOrEnglish(visitor.chosen) : undefined;
