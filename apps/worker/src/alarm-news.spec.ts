import { expect, it } from '@jest/globals';
import { Temporal } from '#domain';
import type { UntoldAlarm } from '#persistence';
import { AlarmNews } from './alarm-news.js';

const silentSince = Temporal.Instant.from('2026-11-23T07:00:00Z');

/** A database with alarms of which leaders have not heard, and two municipalities. */
function desk(...kinds: UntoldAlarm['kind'][]) {
  let untold: UntoldAlarm[] = kinds.map((kind) => ({ id: `alarm ${kind}`, kind, silentSince }));
  const letters: string[] = [];
  const trouble = { at: '' };
  const dispatch = {
    untoldAlarms: async () => untold,
    leadersWereTold: async (id: string) => void (untold = untold.filter((one) => one.id !== id)),
    municipalityIds: async () => ['vejle', 'varde'],
  };
  const tellLeaders = {
    execute: async (municipalityId: string, { alarmId, what }: { alarmId: string; what: string }) => {
      if (trouble.at === municipalityId) throw new Error('database away');
      letters.push(`${municipalityId}: ${alarmId}, ${what}`);
    },
  };
  return { news: new AlarmNews(dispatch, tellLeaders), letters, trouble, untold: () => untold };
}

it('tells every municipality once, and says what stood still', async () => {
  const { news, letters, untold } = desk('workers-silent', 'auditor-silent');
  await news.tell();
  expect(letters).toEqual([
    'vejle: alarm workers-silent, messages',
    'varde: alarm workers-silent, messages',
    'vejle: alarm auditor-silent, watch',
    'varde: alarm auditor-silent, watch',
  ]);
  expect(untold()).toEqual([]);
  await news.tell();
  expect(letters).toHaveLength(4);
});

it('is told when only some have heard of it: the next turn tells all, and a letter is one by its own key', async () => {
  const { news, letters, trouble, untold } = desk('sweeper-silent');
  trouble.at = 'varde';
  await expect(news.tell()).rejects.toThrow('database away');
  expect(untold()).toHaveLength(1);
  trouble.at = '';
  await news.tell();
  expect(letters.filter((line) => line.startsWith('varde'))).toHaveLength(1);
  expect(untold()).toEqual([]);
});

it('says nothing where nothing fell silent', async () => {
  const { news, letters } = desk();
  await news.tell();
  expect(letters).toEqual([]);
});
