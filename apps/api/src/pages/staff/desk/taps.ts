import type { Typed } from '../../frame/form/index.js';
import { typedText } from '../../frame/form/index.js';
import { seeOther, type SeeOther } from '../../frame/page.js';
import { casePath } from './case-taps.js';
import { deskAddress, lineId, readChoice, type DeskChoice } from './desk-address.js';

/** Where a tap came from, as its hidden fields say. */
export interface TapFrom {
  choice: DeskChoice;
  /** The page of a case, and not the desk. */
  caseId: string | null;
}

export function tapFrom(typed: Typed): TapFrom {
  const caseId = typedText(typed, 'sag');
  return {
    choice: readChoice({
      vis: typedText(typed, 'vis'),
      hvis: typedText(typed, 'hvis'),
      antal: typedText(typed, 'antal'),
    }),
    caseId: /^[0-9a-f-]{36}$/.test(caseId) ? caseId : null,
  };
}

/** Back to the row that was tapped. */
export function backTo({ choice, caseId }: TapFrom, about: string, said?: string): SeeOther {
  if (caseId !== null) return seeOther(casePath(caseId), said);
  return seeOther(`${deskAddress(choice)}#${lineId(about)}`, said);
}
