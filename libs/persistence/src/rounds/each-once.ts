/** In groups, in order, none of which has two of one name: PostgreSQL changes a row once in a statement. */
export function eachOnce<Q>(all: readonly Q[], nameOf: (one: Q) => string): Q[][] {
  const groups: Map<string, Q>[] = [];
  for (const one of all) {
    const name = nameOf(one);
    let group = groups.find((known) => !known.has(name));
    if (!group) groups.push((group = new Map<string, Q>()));
    group.set(name, one);
  }
  return groups.map((group) => [...group.values()]);
}
