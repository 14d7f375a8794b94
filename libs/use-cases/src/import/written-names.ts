/** A name as two people write it: spaces and capitals tell nobody apart. */
export const plainName = (text: string): string =>
  text.trim().replace(/\s+/g, ' ').toLocaleLowerCase('da-DK');

/** As a name may stand in the rows already: a file is often all in capitals, or in none. To look up many at once. */
export function spellingsOf(name: string): string[] {
  const tidy = name.trim().replace(/\s+/g, ' ');
  const small = plainName(name);
  const asName = small.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toLocaleUpperCase('da-DK'));
  return [name, tidy, small, asName, tidy.toLocaleUpperCase('da-DK')];
}
