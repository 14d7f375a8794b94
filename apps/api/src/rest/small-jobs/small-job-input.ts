import { withoutNulls, type WithoutNulls } from './without-nulls.js';
import type { WorkplaceBody } from './small-job-parts.js';

interface Body {
  workplace?: WorkplaceBody;
}

type Input<B extends Body> = WithoutNulls<Omit<B, 'workplace'>> & {
  [Field in 'workplace' & keyof B]: WithoutNulls<WorkplaceBody>;
};

/** A body that makes a small job, as the use cases take it. */
export const smallJobInput = <B extends Body>(body: B): Input<B> => ({
  ...withoutNulls(body),
  ...(body.workplace && { workplace: withoutNulls(body.workplace) }),
});
