import { describe, expect, it } from '@jest/globals';
import { mergedSettings, settingDifferences, type SettingChange } from './setting-change.js';
import { settingRanges, settingValues, withSettings, type SettingValues } from './setting-fields.js';
import { defaultSettings, type SpreadSettings } from './municipality.js';

const spread = { strength: 0.5, listLength: 10, mostLists: 5 };
const values = settingValues(defaultSettings, spread);
const refused = (code: string, field: string) =>
  expect.objectContaining({ code, details: expect.objectContaining({ field }) });

describe('the settings of a municipality', () => {
  it('come back as they were written, and keep what has no field', () => {
    const noticeOnNo = { da: 'Ingenting.', en: 'Nothing.' };
    // A number of the kernel that no form has.
    const newcomers = { newcomerPoints: 3 } as SpreadSettings;
    const own = { ...defaultSettings, noticeOnNo, spread: newcomers };
    const changed: SettingValues = {
      ...settingValues(own, spread),
      quietHoursKept: false,
      caseloadTarget: 30,
      offerAnswerWithinHours: 96,
      spreadPercent: 70,
    };
    const after = withSettings(own, changed);
    expect(after).toMatchObject({
      noticeOnNo,
      quietHours: null,
      caseload: { target: 30 },
      offer: { answerWithinHours: 96 },
      spread: { newcomerPoints: 3, strength: 0.7 },
    });
    expect(settingValues(after, spread)).toEqual({ ...changed, ...quietDefault });
  });

  it.each(Object.entries(settingRanges))('%s is within what can be chosen', (field, [least, most]) => {
    for (const value of [least - 1, most + 1, least + 0.5])
      expect(() => withSettings(defaultSettings, { ...values, [field]: value })).toThrow(
        refused('settings.out-of-range', field),
      );
  });

  it.each([
    ['normalHoursMin', { normalHoursMin: 16, normalHoursMax: 15 }],
    ['caseloadTarget', { caseloadTarget: 51, caseloadLimit: 50 }],
    ['offerRemindAfterHours', { offerRemindAfterHours: 72, offerAnswerWithinHours: 72 }],
    ['matchRemindAfterHours', { matchRemindAfterHours: 120, matchLapseAfterHours: 120 }],
    ['quietHoursFrom', { quietHoursFrom: '20:00', quietHoursTo: '20:00' }],
  ])('%s lies in order with its other', (field, over) => {
    expect(() => withSettings(defaultSettings, { ...values, ...over })).toThrow(
      refused('settings.limits-crossed', field),
    );
  });

  describe('changed by two at once', () => {
    const change = (field: string, before: number, after: number) =>
      ({ field, before: { value: before }, after: { value: after } }) as SettingChange;
    // Birgitte opened the form when the target was 35 and a plan 6 weeks; Anders has made them 30 and 8 since.
    const opened = { ...values, caseloadTarget: 35, planWeeksAhead: 6 };
    const now = { ...opened, caseloadTarget: 30, planWeeksAhead: 8 };
    const since = [
      change('caseloadTarget', 35, 32),
      change('caseloadTarget', 32, 30),
      change('planWeeksAhead', 6, 8),
    ];

    it('keep what the colleague changed, and what one has changed oneself', () => {
      const merged = mergedSettings({ ...opened, rankingKeptDays: 99 }, now, since);
      expect(merged).toEqual({
        values: { ...now, rankingKeptDays: 99 },
        both: [],
        theirs: ['caseloadTarget', 'planWeeksAhead'],
      });
    });

    it('ask where both have changed the same, unless to the same', () => {
      const merged = mergedSettings({ ...opened, caseloadTarget: 40, planWeeksAhead: 8 }, now, since);
      expect(merged).toMatchObject({ both: ['caseloadTarget'], theirs: [] });
    });
  });

  it('tell what differs, field by field', () => {
    expect(settingDifferences({ a: 1, b: null }, { a: 2, b: null })).toEqual([
      { field: 'a', before: { value: 1 }, after: { value: 2 } },
    ]);
  });
});

/** Switched off, the hours are as in the standard. */
const quietDefault = { quietHoursFrom: '20:00', quietHoursTo: '07:00' };
