import { describe, expect, test } from '@jest/globals';
import { listAddress, listState, type ListChoices } from './list-state.js';
import { listView } from './list-view.js';

const choices: ListChoices = {
  path: '/kommune/job',
  views: { aabne: 'Åbne', alle: 'Alle' },
  filters: [
    { name: 'branche', label: 'Branche', options: [{ value: 'lager', label: 'Lager' }] },
    { name: 'fra', label: 'Fra', type: 'date' },
    { name: 'by', label: 'By', type: 'text' },
  ],
  sorts: { nyeste: 'Nyeste', firma: 'Firma' },
};
const id = '01890000-0000-7000-8000-000000000001';

describe('the state of a list', () => {
  test('is what its address says', () => {
    const query = {
      vis: 'alle',
      branche: 'lager',
      fra: '2026-11-30',
      by: ' Vejle ',
      sorter: 'firma',
      efter: id,
    };
    const state = listState(choices, query);
    expect(state).toEqual({
      view: 'alle',
      sort: 'firma',
      filters: { branche: 'lager', fra: '2026-11-30', by: 'Vejle' },
      after: id,
    });
    expect(
      listState(choices, Object.fromEntries(new URL(listAddress(choices, state), 'http://x').searchParams)),
    ).toEqual(state);
  });

  test.each([
    {},
    { vis: 'ukendt', branche: 'x', fra: '2026-02-31', sorter: '__proto__', efter: '1' },
    { vis: ['alle', 'aabne'], branche: { a: 'lager' }, fra: 7, by: '  ' },
  ])('without what it does not know: %j', (query) => {
    const state = listState(choices, query);
    expect(state).toEqual({ view: 'aabne', sort: 'nyeste', filters: {} });
    expect(listAddress(choices, state)).toBe('/kommune/job');
  });
});

describe('a list', () => {
  const content = {
    choices,
    counts: { aabne: 3 },
    caption: 'Job',
    columns: ['Job', 'Firma'],
    rows: [
      { id, href: `/kommune/job/${id}`, cells: ['Kasser', { text: 'Lager', under: 'Vejle', badge: 'Ny' }] },
    ],
    next: id,
    empty: 'Ingen job.',
  };

  test('leads from a row to its page, and on to the next rows with what was chosen', () => {
    const view = listView({ ...content, state: listState(choices, { vis: 'alle', by: 'Vejle' }) });
    expect(view.rows[0]!.cells).toEqual([
      { label: 'Job', text: 'Kasser', href: `/kommune/job/${id}`, under: '', badge: '' },
      { label: 'Firma', text: 'Lager', href: '', under: 'Vejle', badge: 'Ny' },
    ]);
    expect(view.more!.href).toBe(`/kommune/job?vis=alle&by=Vejle&efter=${id}`);
    expect(view.first).toBeNull();
  });

  test('has a figure where one is known, and another view begins without the filters of this one', () => {
    const view = listView({ ...content, state: listState(choices, { by: 'Vejle', sorter: 'firma' }) });
    expect(view.views).toEqual([
      { href: '/kommune/job?sorter=firma', label: 'Åbne', count: '3', current: true },
      { href: '/kommune/job?vis=alle&sorter=firma', label: 'Alle', count: '', current: false },
    ]);
  });

  test('keeps its view when one filters, and can be cleared', () => {
    const view = listView({ ...content, state: listState(choices, { vis: 'alle', by: 'Vejle', efter: id }) });
    expect(view.filter).toMatchObject({
      open: true,
      hidden: [{ name: 'vis', value: 'alle' }],
      clear: { href: '/kommune/job?vis=alle' },
    });
    expect(view.first!.href).toBe('/kommune/job?vis=alle&by=Vejle');
    expect(view.filter!.fields.map(({ input, select }) => (input ?? select)!.value)).toEqual([
      '',
      '',
      'Vejle',
      'nyeste',
    ]);
  });
});
