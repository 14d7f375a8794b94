import { expect, test } from '@jest/globals';
import { loadInWords, type LoadNumbers } from './load-in-words.js';

const mette: LoadNumbers = { caseload: 26, others: 0, target: 35, room: 9, used: 3, own: 8, price: 0 };
const said = (over: Partial<LoadNumbers>, name = 'Mette') => loadInWords(name, { ...mette, ...over });

test('whom a contact follows, who is new, who is her own, and how much room there is', () => {
  expect(said({})).toBe(
    'Mette har 26 borgere. Planen giver 3 nye, og 8 af Mettes egne får et småjob. Der er plads til 6 mere op til 35.',
  );
});

test.each([
  [{ caseload: 0, own: 0 }, 'Mette har ingen borgere. Planen giver 3 nye. '],
  [{ caseload: 0, own: 0, others: 1 }, 'Mette har ingen borgere, men følger 1 i et småjob. '],
  [{ caseload: 0, own: 0, others: 2 }, 'Mette har ingen borgere, men følger 2 i småjobs. '],
  [{ caseload: 1, own: 0 }, 'Mette har 1 borger. Planen giver 3 nye. '],
  [{ caseload: 1, own: 1 }, 'Mette har 1 borger. Planen giver 3 nye, og Mettes egen borger får et småjob. '],
  [{ others: 1 }, 'Mette har 26 borgere og følger 1 anden i et småjob. '],
  [{ others: 4 }, 'Mette har 26 borgere og følger 4 andre i småjobs. '],
  [{ used: 1, own: 0 }, 'Mette har 26 borgere. Planen giver 1 ny. Der er plads til 8 mere op til 35.'],
  [{ used: 0, own: 0 }, 'Mette har 26 borgere. Planen giver ingen nye. Der er plads til 9 mere op til 35.'],
  [{ used: 0, own: 1 }, 'Mette har 26 borgere. Planen giver ingen nye, og 1 af Mettes egne får et småjob. '],
])('is right for %j', (over, words) => {
  expect(said(over)).toContain(words);
});

test('whose citizens they are is written as it is said', () => {
  expect(said({}, 'Lars')).toContain('8 af Lars’ egne');
});

test.each([
  [{ room: 3, price: 8123 }, 'Så er de 35 nået. Én plads mere ville gøre planen 81 point bedre.'],
  [{ room: 3, price: 12 }, 'Så er de 35 nået. Én plads mere ville gøre planen 1 point bedre.'],
  [{ room: 3, price: 0 }, 'Så er de 35 nået.'],
  [{ room: 3, price: null }, 'Så er de 35 nået.'],
  [{ room: 0, used: 0 }, 'Målet er 35, så der er ikke plads til flere.'],
  [{ caseload: 33, others: 1, room: 1, used: 3, price: 900 }, 'Det bliver 37, og målet er 35.'],
])('how it stands to the target, for %j', (over, words) => {
  expect(said(over).endsWith(words)).toBe(true);
});
