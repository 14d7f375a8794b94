import { describe, expect, it } from '@jest/globals';
import { errorKinds } from '#domain';
import { httpProblems } from './problem.js';
import { problemTexts } from './problem-texts.js';

const all = {
  ...problemTexts,
  ...Object.fromEntries(Object.entries(httpProblems).map(([code, { text }]) => [code, text])),
};

describe('the texts of problems', () => {
  it('are there for every code of the domain, and for no other', () => {
    expect(Object.keys(problemTexts).sort()).toEqual(Object.keys(errorKinds).sort());
  });

  it.each(Object.entries(all))(
    '%s says in both languages what is so, in whole calm sentences',
    (_, { da, en }) => {
      for (const text of [da, en]) {
        expect(text).toMatch(/^[A-ZÆØÅ].*[.>]$/s);
        expect(text).not.toMatch(/!|fejlagtig|ulovlig|illegal|invalid request/i);
        expect(text.length).toBeLessThan(200);
      }
      expect(da).not.toBe(en);
    },
  );
});
