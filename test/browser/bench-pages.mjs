import { Buffer } from 'node:buffer';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { createInterface } from 'node:readline';
import { gzipSync } from 'node:zlib';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { ensureBuilt } from '../../demo/build.mjs';

/**
 * `npm run bench:pages`: prints, as JSON, how heavy and how fast pages are on a slow phone, and the same for a peer:
 * the same page with all of dkfds as it comes, CSS, script and fonts. Both in one run on one machine, so that the
 * ratio means something where the numbers alone do not.
 */
const root = join(import.meta.dirname, '../..');
const dkfds = dirname(dirname(createRequire(import.meta.url).resolve('dkfds')));
const RUNS = 3;
const SLOW_3G = {
  throttlingMethod: 'devtools',
  throttling: {
    requestLatencyMs: 400,
    downloadThroughputKbps: 400,
    uploadThroughputKbps: 400,
    cpuSlowdownMultiplier: 4,
  },
};

await ensureBuilt({ say: (text) => process.stderr.write(`${text}\n`) });
const product = await startProduct();
const chrome = await launch({
  chromePath: '/usr/bin/chromium',
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
});
const peer = await startPeer();
try {
  const offer = await offerLink();
  const jonas = await cookieOf('jonas');
  const ali = await cookieOf('ali');
  const pages = [
    ['offer', offer, ''],
    ['home', '/', ''],
    ['citizen', '/min-side', jonas],
    ['employer', '/firma', ali],
  ];
  const ours = {};
  for (const [name, path, cookie] of pages) ours[name] = await measure(product.ready.url + path, cookie);
  await peer.show(product.ready.url + offer);
  const theirs = await measure(`${peer.url}/`, '');
  const ratio = (key) => Number((theirs[key] / ours.offer[key]).toFixed(2));
  const result = {
    at: new Date().toISOString(),
    node: process.version,
    throttling: 'slow 3G (400 ms, 400 kbit/s), CPU 4 times slower, median of 3',
    pages: ours,
    peer: { page: 'the offer with dkfds 11.2 as it comes', ...theirs },
    peerTimesOurs: {
      bytes: ratio('bytes'),
      firstPaintMs: ratio('firstPaintMs'),
      largestPaintMs: ratio('largestPaintMs'),
    },
  };
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
} finally {
  chrome.kill();
  peer.server.close();
  product.child.kill('SIGTERM');
  await once(product.child, 'exit');
  rmSync(product.folder, { recursive: true, force: true });
}

async function startProduct() {
  const folder = mkdtempSync(join(tmpdir(), 'fodfaeste-bench-'));
  const child = fork(join(root, 'dist/demo/src/main.js'), [], {
    env: { ...process.env, PORT: '0', QUIET_HOURS: 'off', LOG_LEVEL: 'error', DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  for await (const line of createInterface({ input: child.stdout }))
    if (line.startsWith('{')) return { ready: JSON.parse(line), child, folder };
  throw new Error('The product did not start');
}

/** An offer to somebody of the story, made over the interface, and the link as the citizen gets it. */
async function offerLink() {
  const { Stage } = await import(join(root, 'dist/demo/src/story/stage.js'));
  const { emptyBoxes, fruitWarehouse, jonas } = await import(join(root, 'dist/demo/src/story/demo-case.js'));
  const stage = new Stage(product.ready);
  const made = async (path, body) => {
    const answer = await stage.consultant.post(path, body);
    if (answer.status >= 400) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const phone = '+4522698765';
  const contact = { ...fruitWarehouse.contact, phone: '+4521798765' };
  const company = await made('/companies', { ...fruitWarehouse, contact });
  const me = (await stage.consultant.get('/me')).body;
  const job = await made('/small-jobs', {
    ...emptyBoxes,
    companyId: company.id,
    companyContact: { name: contact.name, phone: contact.phone },
    startDate: stage.today(),
    fixedContactId: me.staffId,
  });
  await made(`/small-jobs/${job.id}/publish`);
  const citizen = await made('/citizens', {
    ...jonas,
    phone,
    email: undefined,
    availableFrom: stage.today(),
  });
  const interest = { how: 'phone', at: new Date(Date.now() - 1_000).toISOString(), fields: ['goals'] };
  const match = await made('/matches', { smallJobId: job.id, citizenId: citizen.id, interest });
  await made(`/matches/${match.id}/confirm`, { start: 'meet' });
  const message = await stage.post.next(phone, 'sms', /\/o\//);
  return new URL(message.links[0]).pathname;
}

async function cookieOf(slug) {
  const answer = await fetch(`${product.ready.url}/demo/log-ind/${slug}`, { redirect: 'manual' });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
}

/** The peer answers as a careful server would: compressed, and to be kept. */
async function startPeer() {
  let page = '';
  const types = { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml', woff2: 'font/woff2' };
  const server = createServer((request, response) => {
    const path = normalize(request.url ?? '/').split('?', 1)[0];
    const ending = path.slice(path.lastIndexOf('.') + 1);
    const content = path === '/' ? Buffer.from(page) : readOrNothing(join(dkfds, path));
    const isText = ending !== 'woff2';
    response.writeHead(content ? 200 : 404, {
      'content-type':
        path === '/' ? 'text/html; charset=utf-8' : (types[ending] ?? 'application/octet-stream'),
      'cache-control': 'max-age=31536000',
      ...(isText && { 'content-encoding': 'gzip' }),
    });
    response.end(isText ? gzipSync(content ?? '') : content);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    server,
    url: `http://127.0.0.1:${server.address().port}`,
    show: async (address) => {
      const html = await (await fetch(address)).text();
      page = html
        .replace(/<link rel="stylesheet"[^>]*>/, '<link rel="stylesheet" href="/css/dkfds.min.css">')
        .replace(/<script[^>]*><\/script>/, '<script src="/js/dkfds.min.js" defer></script>')
        .replace(/<link rel="icon"[^>]*>/, '');
    },
  };
}

function readOrNothing(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

async function measure(address, cookie) {
  const runs = [];
  for (let run = 0; run < RUNS; run++) {
    const { lhr } = await lighthouse(address, {
      port: chrome.port,
      logLevel: 'silent',
      onlyCategories: ['performance'],
      formFactor: 'mobile',
      screenEmulation: { mobile: true, width: 360, height: 740, deviceScaleFactor: 2 },
      ...SLOW_3G,
      ...(cookie && { extraHeaders: { Cookie: cookie } }),
    });
    if (lhr.runtimeError) throw new Error(`${address}: ${lhr.runtimeError.message}`);
    const value = (audit) => Math.round(lhr.audits[audit].numericValue);
    runs.push({
      performance: Math.round(lhr.categories.performance.score * 100),
      bytes: value('total-byte-weight'),
      firstPaintMs: value('first-contentful-paint'),
      largestPaintMs: value('largest-contentful-paint'),
      shift: Number(lhr.audits['cumulative-layout-shift'].numericValue.toFixed(3)),
    });
  }
  const median = (key) => runs.map((run) => run[key]).sort((a, b) => a - b)[Math.floor(RUNS / 2)];
  return Object.fromEntries(Object.keys(runs[0]).map((key) => [key, median(key)]));
}
