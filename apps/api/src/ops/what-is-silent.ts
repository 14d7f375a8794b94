import { alarmKinds, type AlarmKind, type Silence } from '#use-cases';

export interface SilentPart {
  kind: AlarmKind;
  forSeconds: number;
}

/** A worker beats every five seconds: one that was heard within this time is at work. */
const AT_WORK_SECONDS = 15;

/**
 * The gravest of what has been silent for too long. Without workers the others are silent as well: as long as it is not
 * sure that one is at work, theirs counts as that of the workers.
 *
 * @param watchingForSeconds since when whoever asks has been there to hear anything: nobody is missed at a start
 */
export function whatIsSilent(
  silence: Silence,
  afterSeconds: number,
  watchingForSeconds: number,
): SilentPart | undefined {
  const missed = (kind: AlarmKind): number => Math.min(silence[kind] ?? Infinity, watchingForSeconds);
  const isAtWork = missed('workers-silent') < AT_WORK_SECONDS;
  const kind = alarmKinds.find((one) => missed(one) > afterSeconds && (isAtWork || one === 'workers-silent'));
  return kind && { kind, forSeconds: silence[kind] ?? watchingForSeconds };
}

/** Nobody may call it over who has only just begun to listen. */
export const allAreBack = (silence: Silence, afterSeconds: number): boolean =>
  alarmKinds.every((kind) => (silence[kind] ?? Infinity) <= afterSeconds);
