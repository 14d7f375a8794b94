import type { HttpClient } from './http-client.js';

/** So many requests at once by one key. @returns how many of them were refused as too many */
export async function floodOf(client: HttpClient, key: string, count: number): Promise<number> {
  const answers = await Promise.all(
    Array.from({ length: count }, () =>
      client.send({ method: 'GET', path: '/api/v1/me', headers: { authorization: `Bearer ${key}` } }),
    ),
  );
  return answers.filter(({ status }) => status === 429).length;
}
