import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { chromiumProgram } from '../../support/chromium.js';

const cli = join(import.meta.dirname, '../../../node_modules/lighthouse/cli/index.js');

type Category = 'accessibility' | 'best-practices' | 'performance';

/** Scores from 0 to 100, by a Lighthouse of its own process: it does not run within jest. */
export async function lighthouse<C extends Category>(
  address: string,
  { categories, cookie }: { categories: readonly C[]; cookie?: string },
): Promise<Record<C, number>> {
  const report = await output(
    [
      address,
      '--output=json',
      '--quiet',
      '--disable-full-page-screenshot',
      `--only-categories=${categories.join(',')}`,
      '--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking',
      ...(cookie ? [`--extra-headers=${JSON.stringify({ Cookie: cookie })}`] : []),
    ],
    { CHROME_PATH: chromiumProgram() },
  );
  const { categories: found } = JSON.parse(report) as { categories: Record<C, { score: number }> };
  const scores = categories.map((category) => [category, Math.round(found[category].score * 100)]);
  return Object.fromEntries(scores) as Record<C, number>;
}

function output(parameters: string[], env: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, ...parameters], {
      env: { ...process.env, NODE_OPTIONS: '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    let errors = '';
    child.stdout.on('data', (data: Buffer) => (text += data.toString()));
    child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0
        ? resolve(text)
        : reject(new Error(`Lighthouse ended with ${code}: ${errors.slice(-2_000)}`)),
    );
  });
}
