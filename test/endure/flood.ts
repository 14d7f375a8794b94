import type { HttpClient } from './http-client.js';

export interface Flood {
  asked: number;
  /** As too many. */
  refused: number;
  /** Neither that nor answered as usual. */
  failed: number;
}

/** So many requests at once by one key. */
export async function floodOf(client: HttpClient, key: string, count: number): Promise<Flood> {
  const ask = () =>
    client.send({ method: 'GET', path: '/api/v1/me', headers: { authorization: `Bearer ${key}` } });
  // A key that was not good a moment ago is counted by its address, together with others of which that is true.
  await ask();
  const answers = await Promise.all(Array.from({ length: count }, ask));
  const refused = answers.filter(({ status }) => status === 429).length;
  const served = answers.filter(({ status }) => status === 200).length;
  return { asked: count, refused, failed: count - refused - served };
}
