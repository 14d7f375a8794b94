/** What a dictionary of pages can hold: texts, sentences with gaps, and groups of these. */
export type Words =
  string | ((...values: never[]) => string) | { readonly [key: string]: Words } | readonly Words[];

/** Every text by its path. The gaps of a sentence are filled with `gap`, so that what it leaves out is seen. */
export function textsIn(
  words: Words,
  gap: (place: number) => string = (place) => `<${place}>`,
  path = '',
): Map<string, string> {
  if (typeof words === 'string') return new Map([[path, words]]);
  if (typeof words === 'function') {
    const values = Array.from({ length: words.length }, (_, place) => gap(place)) as never[];
    return new Map([[path, words(...values)]]);
  }
  const inner = Object.entries(words).flatMap(([key, entry]) => [
    ...textsIn(entry, gap, path === '' ? key : `${path}.${key}`),
  ]);
  return new Map(inner);
}
