import { describe, expect, test } from '@jest/globals';
import { DomainError } from '#domain';
import { oneOf, text } from '../../../http/fields/index.js';
import { ShownPage } from '../page.js';
import { faultsOf, type Faults } from './faults.js';
import { FormView } from './field-views.js';
import { RefusedForm } from './refused-form.js';
import { press, submit } from './submit.js';

class NameForm {
  @text({ max: 5, example: 'Ali' }) name!: string;
  @oneOf(['a', 'b']) kind!: string;
}

const blank = new ShownPage('blank', () => '', { title: '' });

/** What `again` was told, and with which status its page goes out. */
async function refused(
  typed: Record<string, string>,
  act: () => Promise<never> = async () => {
    throw new Error('not reached');
  },
): Promise<{ faults: Faults; status: number | undefined }> {
  let faults: Faults | undefined;
  try {
    await submit(NameForm, typed, {
      do: act,
      again: (found) => {
        faults = found;
        return blank;
      },
      at: { 'company.cvr-taken': 'name' },
    });
  } catch (error) {
    if (!(error instanceof RefusedForm)) throw error;
    const page = await error.again();
    return { faults: faults!, status: page.view.status };
  }
  throw new Error('it was not refused');
}

describe('a form that was not saved', () => {
  test('comes again with every fault, and with what was typed', async () => {
    const typed = { name: 'for lang', kind: 'c' };
    const { faults, status } = await refused(typed);
    expect(status).toBe(422);
    const f = new FormView('da', typed, faults);
    const name = f.input('name', 'Navn', { hint: 'Kort' });
    const kind = f.choice('kind', 'Slags', { options: [{ value: 'a', label: 'A' }] });
    expect(name).toMatchObject({
      value: 'for lang',
      error: '»Navn« må højst være 5 tegn.',
      describedBy: 'felt-name-hint felt-name-error',
      required: true,
    });
    expect(kind.error).toBe('Udfyld »Slags«.');
    expect(f.errors()!.errors).toEqual([
      { href: '#felt-name', text: '»Navn« må højst være 5 tegn.' },
      { href: '#felt-kind-1', text: 'Udfyld »Slags«.' },
    ]);
  });

  test('says in English what an English page asked', async () => {
    const { faults } = await refused({ name: '', kind: 'a' });
    const f = new FormView('en', { name: '', kind: 'a' }, faults);
    expect(f.input('name', 'Name').error).toBe('Please fill in “Name”.');
  });

  test('puts a refusal of the domain where the page says it belongs, and a conflict is 409', async () => {
    const { faults, status } = await refused({ name: 'Ali', kind: 'a' }, async () => {
      throw new DomainError('company.cvr-taken');
    });
    expect(status).toBe(409);
    expect(faults.list[0]).toMatchObject({ field: 'name', kind: 'rule', code: 'company.cvr-taken' });
    const f = new FormView('da', { name: 'Ali', kind: 'a' }, faults);
    expect(f.input('name', 'Navn').error).toMatch(/^Et firma med dette cvr-nummer/i);
  });

  test('can be a button, whose refusal tells which field it is about', async () => {
    let found: Faults | undefined;
    const pressed = press({
      do: async () => {
        throw new DomainError('small-job.shift-ends-before-start', { weekday: 3 });
      },
      again: (faults) => {
        found = faults;
        return blank;
      },
      at: { 'small-job.shift-ends-before-start': ({ weekday }) => `end${String(weekday)}` },
    });
    const refusal = await pressed.catch((error: unknown) => error);
    expect((await (refusal as RefusedForm).again()).view.status).toBe(422);
    expect(found?.list).toMatchObject([{ field: 'end3', details: { weekday: 3 } }]);
  });

  test('throws on what nobody can correct in a form', async () => {
    for (const code of ['company.not-found', 'not-allowed', 'access-log.unavailable'] as const)
      expect(faultsOf(new DomainError(code))).toBeUndefined();
    expect(faultsOf(new Error('ours'))).toBeUndefined();
    await expect(
      refused({ name: 'Ali', kind: 'a' }, async () => {
        throw new DomainError('company.not-found');
      }),
    ).rejects.toThrow(DomainError);
  });
});

describe('a form that is shown for the first time', () => {
  test('has the values of the page, and nothing is wrong', () => {
    const f = new FormView('da');
    expect(f.input('name', 'Navn', { value: 'Ali', optional: true })).toMatchObject({
      value: 'Ali',
      error: '',
      mark: '(frivilligt)',
      describedBy: '',
    });
    const days = f.choices('days', 'Dage', {
      options: [
        { value: 'mon', label: 'Mandag' },
        { value: 'tue', label: 'Tirsdag' },
      ],
      value: ['tue'],
    });
    expect(days.options.map(({ chosen }) => chosen)).toEqual([false, true]);
    expect(f.errors()).toBeNull();
  });

  test('shows what was typed even where all of it was taken away', () => {
    const f = new FormView('da', { name: '' });
    expect(f.input('name', 'Navn', { value: 'Ali' }).value).toBe('');
    const none = f.choices('days', 'Dage', { options: [{ value: 'mon', label: 'Mandag' }], value: ['mon'] });
    expect(none.options[0]!.chosen).toBe(false);
  });
});
