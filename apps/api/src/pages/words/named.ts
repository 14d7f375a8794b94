/** "Vejle Kommune", and "Vejle Kommune (demo)" where something is added to the name. */
export const named = (name: string, kind: string): string =>
  name.replace(/^(.*?)( \(.*\))?$/, `$1 ${kind}$2`);
