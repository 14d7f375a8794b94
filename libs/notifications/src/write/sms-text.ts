import { ONE_SEGMENT, septets, toGsm } from './gsm-text.js';

/** Clipped and whole sentences meet in odd ways: "kasser.... Svar", "Ryd op.. Svar", "Mette ." */
const tidy = (text: string): string =>
  text
    .replace(/\.{4,}/g, '...')
    .replace(/(?<!\.)\.\.(?!\.)/g, '.')
    .replace(/([?!])\.(?!\.)/g, '$1')
    .replace(/ +([.,?])/g, '$1');

/**
 * One segment of SMS, or null. What may give way gives way in order: first the clips that have a `min`, as
 * little as is needed, then the sentences in `{{#room}}`.
 */
export function fitIntoOneSegment(
  render: (frame: { squeeze: number; room: boolean }) => string,
): string | null {
  for (const room of [true, false]) {
    for (let squeeze = 0; squeeze < ONE_SEGMENT;) {
      const text = tidy(toGsm(render({ squeeze, room })));
      const excess = septets(text) - ONE_SEGMENT;
      if (excess <= 0) return text;
      squeeze += excess;
    }
  }
  return null;
}
