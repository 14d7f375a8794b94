import { describe, expect, test } from '@jest/globals';
import { int, list, listOf, oneOf, text } from '../../../http/fields/index.js';
import { ShapeError } from '../../../http/shape-error.js';
import { clockTime, day, inKroner, kroner, tick } from './form-fields.js';
import { readForm } from './read-form.js';

class Row {
  @oneOf(['mon', 'tue']) weekday!: string;
  @clockTime({ optional: true }) start?: string;
  @tick() mayBeLater!: boolean;
}

class TaskForm {
  @text({ max: 40, example: 'Rydde op' }) title!: string;
  @kroner({ min: 1_000, max: 100_000, optional: true }) wage?: number;
  @int({ min: 1, max: 20, optional: true }) hours?: number;
  @day({ optional: true }) from?: string;
  @tick() saturday!: boolean;
  @list(oneOf(['mon', 'tue', 'wed']), { max: 3 }) days!: string[];
  @listOf(Row, { max: 3, optional: true }) rows?: Row[];
}

const read = (typed: Record<string, string | string[]>): TaskForm =>
  readForm(TaskForm, { title: 'Rydde op', ...typed });
const faults = (typed: Record<string, string | string[]>): Record<string, string> => {
  try {
    readForm(TaskForm, typed);
  } catch (error) {
    if (error instanceof ShapeError)
      return Object.fromEntries(error.faults.map(({ path, text: { da } }) => [path, da]));
  }
  return {};
};

describe('a form', () => {
  test('is read as people write', () => {
    expect(
      read({ wage: '158,45 kr.', hours: ' 5 ', from: '30/11 2026', saturday: 'ja', days: ['mon', 'wed'] }),
    ).toMatchObject({ wage: 15_845, hours: 5, from: '2026-11-30', saturday: true, days: ['mon', 'wed'] });
  });

  test('has no field where nothing was typed, no tick where none was set, and no day where none was chosen', () => {
    const { wage, hours, saturday, days } = read({ wage: ' ', hours: '' });
    expect({ wage, hours, saturday, days }).toEqual({
      wage: undefined,
      hours: undefined,
      saturday: false,
      days: [],
    });
  });

  test('one chosen day is a list of one', () => {
    expect(read({ days: 'tue' }).days).toEqual(['tue']);
  });

  test('has rows with dotted names; empty ones fall out, and gaps close', () => {
    const { rows } = read({
      'rows.0.weekday': 'mon',
      'rows.0.start': '8',
      'rows.1.weekday': '',
      'rows.7.weekday': 'tue',
      'rows.7.mayBeLater': 'ja',
    });
    expect(rows).toEqual([
      { weekday: 'mon', start: '08:00', mayBeLater: false },
      { weekday: 'tue', mayBeLater: true },
    ]);
  });

  test('names what is wrong by the name of the field', () => {
    expect(faults({ title: '', wage: 'meget', hours: '40', from: '31.02.2026', days: 'sun' })).toEqual({
      title: 'mangler',
      wage: 'skal være et beløb som 158,45',
      hours: 'skal være fra 1 til 20',
      from: 'skal være en dag som 30.11.2026',
      'days.0': 'skal være en af: mon, tue, wed',
    });
    expect(faults({ title: 'x', 'rows.0.start': '25' })).toMatchObject({
      'rows.0.weekday': 'mangler',
      'rows.0.start': 'skal være et klokkeslæt som 8.30',
    });
  });

  test('leaves alone what it does not know, as the button that was pressed', () => {
    expect(read({ save: 'draft' })).not.toHaveProperty('save');
  });
});

describe('an amount', () => {
  test.each([
    ['158,45', 15_845],
    ['158.45', 15_845],
    ['160', 16_000],
    ['1.000', 100_000],
    ['160,5 kr', 16_050],
  ])('%s is %i øre', (typed, oere) => {
    expect(read({ wage: typed }).wage).toBe(oere);
  });

  test.each(['12,345', '1,2,3', '-5', '1e3', '５', '9999'])('%s is refused', (typed) => {
    expect(Object.keys(faults({ title: 'x', wage: typed }))).toEqual(['wage']);
  });

  test('is shown as it is typed', () => {
    expect([inKroner(15_845), inKroner(16_000), inKroner(16_050)]).toEqual(['158,45', '160', '160,50']);
  });
});
