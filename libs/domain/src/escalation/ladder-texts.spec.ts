import { describe, expect, it } from '@jest/globals';
import { defaultLadders, ladderNames } from './ladder.js';
import { ladderWarnings, messagesFor, textPlaceOf } from './ladder-texts.js';

describe('the text of a step', () => {
  it('is known for every step of the ladders as they are delivered', () => {
    const names = ladderNames.flatMap((name) =>
      defaultLadders[name].steps.map((step) => textPlaceOf(step)?.name),
    );
    expect(names).toEqual([
      'not-seen-citizen',
      'not-seen-workplace',
      undefined,
      undefined,
      'not-here-contact',
      'not-here-citizen',
      'not-here-deputy',
      'workplace-told-looks-into-it',
      'not-here-leader',
      undefined,
    ]);
  });

  it('is one that the step can say', () => {
    for (const name of ladderNames)
      for (const { who, message } of defaultLadders[name].steps)
        expect([who, messagesFor[who].includes(message)]).toEqual([who, true]);
  });
});

describe('a ladder worth a second look', () => {
  const notHere = defaultLadders['not-here'];

  it('is none of those that are delivered', () => {
    for (const name of ladderNames) expect(ladderWarnings(defaultLadders[name])).toEqual([]);
  });

  it('lets colleagues wait, lasts long, tells the workplace late or rests', () => {
    const late = notHere.steps.map((step) => ({
      ...step,
      after: step.after === 'PT0S' ? 'PT31M' : 'PT2H1M',
    }));
    expect(ladderWarnings({ steps: late, quietHours: { from: '22:00', to: '06:00' } })).toEqual([
      { code: 'late-first-person', minutes: 31 },
      { code: 'ends-late', minutes: 121 },
      { code: 'workplace-hears-late', minutes: 121 },
      { code: 'rests', from: '22:00', to: '06:00' },
    ]);
  });
});
