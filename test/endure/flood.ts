import type { HttpClient } from './http-client.js';

/** So many requests at once by one key. @returns how many of them were refused as too many */
export async function floodOf(client: HttpClient, key: string, count: number): Promise<number> {
  const ask = () =>
    client.send({ method: 'GET', path: '/api/v1/me', headers: { authorization: `Bearer ${key}` } });
  // A key that was not good a moment ago is counted by its address, together with others of which that is true.
  await ask();
  const answers = await Promise.all(Array.from({ length: count }, ask));
  return answers.filter(({ status }) => status === 429).length;
}
