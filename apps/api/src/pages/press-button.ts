import { DomainError, type Actor, type Language } from '#domain';
import type { AnswerByLink, AnswerPage, LinkAnswer, ShowAnswerPage } from '#use-cases';

/**
 * Stores an answer. Gives back the page only when it is still waiting for that answer afterwards: then nothing was
 * stored, and whoever pressed must hear so. A double click, a hundred at once, or an answer that came too late all
 * end on the page, which tells what became of it.
 */
export async function pressButton(
  useCases: { answer: AnswerByLink; show: ShowAnswerPage },
  token: string,
  input: LinkAnswer,
  visit: { visitor?: Actor | null; language?: Language } = {},
): Promise<AnswerPage | undefined> {
  if (await stored(useCases.answer, token, input, visit.visitor ?? null)) return undefined;
  const page = await useCases.show.execute(token, visit);
  const decides = input.answer === 'yes' || input.answer === 'no';
  return decides && isWaiting(page) ? page : undefined;
}

/** A rule that has come to say no since the link was sent, as a person who no longer fits, is no fault of ours. */
async function stored(
  answer: AnswerByLink,
  token: string,
  input: LinkAnswer,
  visitor: Actor | null,
): Promise<boolean> {
  try {
    return (await answer.execute(token, input, visitor)).changed;
  } catch (error) {
    if (error instanceof DomainError && error.kind === 'rule') return false;
    throw error;
  }
}

function isWaiting(page: AnswerPage): boolean {
  if (page.purpose === 'offer') return page.state === 'sent' || page.state === 'visiting';
  return page.state === (page.purpose === 'interest' ? 'asking' : 'proposed');
}
