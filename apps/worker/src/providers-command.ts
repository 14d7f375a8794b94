import { parseArgs } from 'node:util';
import { DomainError, instantInWords } from '#domain';
import type { PauseProvider, ProviderPause, ProviderPauses, ResumeProvider } from '#use-cases';
import type { Outcome } from './rates-command.js';

const usage = [
  'npm run providers -- list                                            which are paused, since when and by whom',
  'npm run providers -- pause inmobile --by "Anne" [--reason "udfald"]  nothing goes there any more',
  'npm run providers -- resume inmobile --by "Anne"                     it is asked again',
  'Providers: gatewayapi, inmobile, smtp.',
];

interface Surroundings {
  pauses: Pick<ProviderPauses, 'list'>;
  pauseProvider: Pick<PauseProvider, 'execute'>;
  resumeProvider: Pick<ResumeProvider, 'execute'>;
}

export async function providersCommand(args: string[], around: Surroundings): Promise<Outcome> {
  const wish = readWish(args);
  if (!wish) return { lines: usage, exitCode: 2 };
  if (wish.verb === 'list') {
    const holding = (await around.pauses.list()).filter(({ resumedAt }) => resumedAt === null);
    return { lines: holding.length === 0 ? ['Nothing is paused.'] : holding.map(inWords), exitCode: 0 };
  }
  const { verb, provider, by, reason } = wish;
  try {
    const changed =
      verb === 'pause'
        ? await around.pauseProvider.execute(provider, by, reason)
        : await around.resumeProvider.execute(provider, by);
    const asBefore = verb === 'pause' ? 'was paused already' : 'was not paused';
    const done = verb === 'pause' ? 'is paused' : 'is asked again';
    return { lines: [`${provider} ${changed ? done : asBefore}.`], exitCode: 0 };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { lines: [`${provider}: ${error.code}`, ...usage], exitCode: 1 };
  }
}

type Wish =
  { verb: 'list' } | { verb: 'pause' | 'resume'; provider: string; by: string; reason: string | null };

function readWish(args: string[]): Wish | undefined {
  try {
    const options = { by: { type: 'string' }, reason: { type: 'string' } } as const;
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
    const [verb, provider, ...more] = positionals;
    if (verb === 'list' && provider === undefined) return { verb };
    const isVerb = verb === 'pause' || verb === 'resume';
    const by = values.by?.trim() ?? '';
    if (!isVerb || provider === undefined || more.length > 0 || by === '' || by.length > 200)
      return undefined;
    return { verb, provider, by, reason: values.reason?.slice(0, 500) ?? null };
  } catch {
    return undefined;
  }
}

const inWords = ({ provider, pausedAt, pausedBy, reason }: ProviderPause): string =>
  `${provider} is paused since ${instantInWords(pausedAt)} by ${pausedBy}${reason ? `: ${reason}` : ''}`;
