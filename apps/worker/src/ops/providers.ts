import { DomainError } from '#domain';
import { messageProviders, providerStates } from '#use-cases';
import { providerInWords } from './status.js';
import { NotUnderstood, words, type Outcome, type Surroundings, type Verb, type Wish } from './verb.js';

const NAME_AT_MOST = 200;
const REASON_AT_MOST = 500;
const who = { by: { type: 'string' }, 'dry-run': { type: 'boolean' } } as const;

/** `ops providers`: of the whole installation, the same for every municipality. */
export const providers: Verb = {
  usage: 'providers [--json]',
  does: 'which are well, spared or paused, since when and by whom',
  run: async (wish, { vitals, pauses }) => {
    words(wish);
    const data = providerStates((await vitals.read()).heartbeats, await pauses.list());
    return { lines: data.map(providerInWords), exitCode: 0, data };
  },
};

export const pause: Verb = {
  usage: 'pause <provider> --by "Anne" [--reason "udfald"] [--dry-run]',
  does: `nothing goes there any more: ${messageProviders.join(', ')}`,
  options: { ...who, reason: { type: 'string' } },
  run: async (wish, around) => {
    const [provider] = words(wish, '<provider>');
    const by = nameOf(wish);
    const reason = wish.text('reason')?.slice(0, REASON_AT_MOST) ?? null;
    return toggle(provider, 'pause', wish, around, () => around.pauseProvider.execute(provider, by, reason));
  },
};

export const resume: Verb = {
  usage: 'resume <provider> --by "Anne" [--dry-run]',
  does: 'it is asked again',
  options: who,
  run: async (wish, around) => {
    const [provider] = words(wish, '<provider>');
    const by = nameOf(wish);
    return toggle(provider, 'resume', wish, around, () => around.resumeProvider.execute(provider, by));
  },
};

const said = {
  pause: { done: 'is paused', dry: 'would be paused', asBefore: 'was paused already' },
  resume: { done: 'is asked again', dry: 'would be asked again', asBefore: 'was not paused' },
} as const;

async function toggle(
  provider: string,
  verb: 'pause' | 'resume',
  wish: Wish,
  { pauses }: Surroundings,
  execute: () => Promise<boolean>,
): Promise<Outcome> {
  const { done, dry, asBefore } = said[verb];
  if (wish.is('dry-run')) {
    if (!messageProviders.some((known) => known === provider)) throw unknown(provider);
    const isPaused = (await pauses.list()).some((one) => one.provider === provider && one.resumedAt === null);
    const would = isPaused === (verb === 'resume') ? dry : asBefore;
    return { lines: [`${provider} ${would}.`, 'Nothing was changed.'], exitCode: 0 };
  }
  try {
    return { lines: [`${provider} ${(await execute()) ? done : asBefore}.`], exitCode: 0 };
  } catch (error) {
    if (error instanceof DomainError && error.code === 'provider.unknown') throw unknown(provider);
    throw error;
  }
}

const unknown = (provider: string): NotUnderstood =>
  new NotUnderstood(`There is no provider ${provider}. There are ${messageProviders.join(', ')}.`);

function nameOf(wish: Wish): string {
  const by = wish.text('by')?.trim() ?? '';
  if (by === '') throw new NotUnderstood('--by is missing: who does it.');
  if (by.length > NAME_AT_MOST) throw new NotUnderstood(`--by has at most ${NAME_AT_MOST} characters.`);
  return by;
}
