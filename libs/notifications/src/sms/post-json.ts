import { request as overHttp, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request as overHttps } from 'node:https';
import type { Deadline } from '#use-cases';

/** No answer of an SMS provider is near this long: whatever sends more is something else. */
const LONGEST_ANSWER = 64 * 1024;

/** What is known for certain afterwards: whether the request can have reached the other side. */
export type Posted =
  | { outcome: 'answered'; status: number; headers: IncomingHttpHeaders; body: string }
  | { outcome: 'never-left'; reason: string }
  | { outcome: 'unanswered'; reason: string };

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection-refused',
  ENOTFOUND: 'name-not-resolved',
  EAI_AGAIN: 'name-not-resolved',
  EMSGSIZE: 'answer-too-long',
};

interface Limits {
  /** For finding, reaching and hearing the other side, all together. */
  timeoutMs: number;
  /** Looked at once more when the connection stands: a process that slept meanwhile writes nothing. */
  deadline: Deadline;
}

/**
 * One POST over a connection of its own; never rejects. Node's request instead of fetch, because it tells
 * when the connection stood: a failure before that is a safe one, a failure after it is not. A kept
 * connection would blur this, since the provider may just be closing it.
 */
export function postJson(
  url: URL,
  headers: Record<string, string>,
  body: unknown,
  { timeoutMs, deadline }: Limits,
): Promise<Posted> {
  const secure = url.protocol === 'https:';
  const payload = Buffer.from(JSON.stringify(body));
  const signal = AbortSignal.timeout(timeoutMs);
  return new Promise((resolve) => {
    let left = false;
    let late = false;
    const fail = (error: NodeJS.ErrnoException): void => {
      const known = late ? 'too-late' : signal.aborted ? 'timeout' : reasons[error.code ?? ''];
      resolve(
        left
          ? { outcome: 'unanswered', reason: known ?? 'connection-lost' }
          : { outcome: 'never-left', reason: known ?? 'connection-failed' },
      );
    };
    const request = (secure ? overHttps : overHttp)(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'content-length': payload.length },
      agent: false,
      signal,
    });
    request.once('socket', (socket) => {
      socket.once(secure ? 'secureConnect' : 'connect', () => {
        late = deadline.remainingMs() <= 0;
        if (late) {
          request.destroy();
          return;
        }
        left = true;
        request.end(payload);
      });
    });
    request.once('error', fail);
    request.once('response', (response) => {
      const { statusCode: status = 0, headers } = response;
      wholeText(response).then((text) => resolve({ outcome: 'answered', status, headers, body: text }), fail);
    });
  });
}

async function wholeText(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LONGEST_ANSWER) throw Object.assign(new Error('answer too long'), { code: 'EMSGSIZE' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
