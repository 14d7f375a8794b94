import { expect, it } from '@jest/globals';
import { dueJobIdsOf, mostTogether, type WakeUpCall } from './contract.js';
import { gathered } from './gathered.js';

const most = mostTogether['escalation.take-step']!;
const step = (dueJobId: string, over: Partial<WakeUpCall> = {}): WakeUpCall => ({
  dueJobId,
  municipalityId: 'here',
  job: 'escalation.take-step',
  delayMs: 0,
  attempts: 0,
  ...over,
});
const groups = (calls: WakeUpCall[]): string[] =>
  gathered(calls).map(({ wakeUp }) => dueJobIdsOf(wakeUp).join('+'));

it('steps of one moment in one municipality are one wake-up', () => {
  expect(groups([step('a'), step('b'), step('c')])).toEqual(['a+b+c']);
  expect(groups([step('a'), step('b', { municipalityId: 'there' }), step('c')])).toEqual(['a+c', 'b']);
  expect(groups([step('a'), step('b', { delayMs: 900 }), step('c', { delayMs: 20 })])).toEqual([
    'a',
    'b',
    'c',
  ]);
});

it('the earlier wait for the last, and that is a tenth of a second at most', () => {
  const calls = [310, 390, 350].map((delayMs) => step(String(delayMs), { delayMs }));
  expect(gathered(calls)).toMatchObject([{ delayMs: 390, wakeUp: { dueJobId: '310' } }]);
  const all = Array.from({ length: 500 }, (_, delayMs) => step(String(delayMs), { delayMs }));
  for (const { wakeUp, delayMs } of gathered(all))
    for (const id of dueJobIdsOf(wakeUp)) expect(delayMs - Number(id)).toBeLessThan(100);
});

it('no wake-up carries more than a transaction should hold, and none is left out', () => {
  const ids = Array.from({ length: 2 * most + 1 }, (_, n) => `step-${n}`);
  const sizes = gathered(ids.map((id) => step(id))).map(({ wakeUp }) => dueJobIdsOf(wakeUp));
  expect(sizes.map(({ length }) => length)).toEqual([most, most, 1]);
  expect(sizes.flat()).toEqual(ids);
});

it('other jobs are woken each by itself', () => {
  const deliver = (id: string) => step(id, { job: 'message.deliver' });
  expect(groups([deliver('a'), deliver('b')])).toEqual(['a', 'b']);
});

it('the same company is one wake-up in the queue, another one is another', () => {
  const idOf = (...calls: WakeUpCall[]) => gathered(calls)[0]!.jobId;
  expect(idOf(step('a'), step('b'))).toBe(idOf(step('a'), step('b')));
  const others = [
    idOf(step('a')),
    idOf(step('a'), step('b')),
    idOf(step('a'), step('c')),
    idOf(step('a'), step('b', { attempts: 1 })),
  ];
  expect(new Set(others).size).toBe(4);
  for (const id of others) expect(id).not.toMatch(/:|^\d+$/);
});
