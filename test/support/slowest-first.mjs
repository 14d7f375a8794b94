import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import TestSequencer from '@jest/test-sequencer';

const root = join(import.meta.dirname, '../..');

/**
 * What takes longest, so that the workers end together, and beside what keeps a core busy what mostly waits. In a
 * fresh clone jest knows no times and would begin with the largest file.
 */
const FIRST = [
  'test/browser/all-pages.spec.ts',
  'test/integration/worker/relay-and-sweeper.spec.ts',
  'test/integration/sign-in/codes.spec.ts',
  'test/e2e/bad-days.spec.ts',
  'test/browser/employer-posting.spec.ts',
  'test/e2e/launcher.spec.ts',
  'test/e2e/story.spec.ts',
  'test/browser/employer-week.spec.ts',
  'test/integration/http/lifetime.spec.ts',
  'test/browser/all-forms.spec.ts',
  'test/integration/http/api-keys.spec.ts',
  'test/browser/citizen-journey.spec.ts',
  'test/integration/sign-in/sessions.spec.ts',
  'test/browser/accessibility.spec.ts',
  'test/integration/sign-in/kept-forms.spec.ts',
  'test/browser/offer-page.spec.ts',
  'test/integration/http/page-script.spec.ts',
  'test/integration/matching/bench-short.spec.ts',
  'test/integration/http/rate-limit.spec.ts',
  'test/browser/calculator.spec.ts',
  'test/integration/worker/identity-provider.spec.ts',
  'test/property/matching-kernel-edits.spec.ts',
  'test/property/matching-kernel.spec.ts',
];

export default class SlowestFirst extends TestSequencer {
  constructor(options) {
    super(options);
    const gone = FIRST.filter((file) => !existsSync(join(root, file)));
    if (gone.length > 0)
      throw new Error(`test/support/slowest-first.mjs names what is gone: ${gone.join(', ')}`);
  }

  sort(tests) {
    const rank = ({ path }) => {
      const at = FIRST.indexOf(relative(root, path).replaceAll('\\', '/'));
      return at < 0 ? FIRST.length : at;
    };
    // Sorting is stable: the rest stays as jest puts it.
    return super.sort([...tests]).sort((one, other) => rank(one) - rank(other));
  }
}
