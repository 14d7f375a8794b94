export interface CallOptions {
  method?: string;
  key?: string;
  body?: unknown;
  /** Sent as it is, instead of `body` as JSON. */
  raw?: string | Uint8Array;
  headers?: Record<string, string>;
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** Undefined when the answer is not JSON. */
  json: AnswerJson;
}

/** What the tests read of answers; an answer has some of these. */
export interface AnswerJson {
  code: string;
  title: string;
  instance: string;
  status: string | number;
  details: Record<string, unknown>;
  errors?: { path: string; message: string }[];
  items: { id: string; name: string }[];
  nextCursor: string | null;
  checks: Record<string, string>;
}

/** Calls as an integrator does: over HTTP, with a key and JSON. */
export async function call(
  url: string,
  { method = 'GET', key, body, raw, headers = {} }: CallOptions = {},
): Promise<Answer> {
  const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    headers: {
      ...(key && { authorization: `Bearer ${key}` }),
      ...(content !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(content !== undefined && { body: content }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
  const json = (isJson ? JSON.parse(text) : undefined) as AnswerJson;
  return { status: response.status, headers: response.headers, text, json };
}
