import { build } from 'esbuild';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const bundles = join(dist, 'bundles');

/** What is started as a process of its own. */
const processes = [
  'apps/api/src/main',
  'apps/worker/src/main',
  'apps/worker/src/begin',
  'apps/worker/src/identity-provider',
  'apps/worker/src/migrate',
  'apps/worker/src/ops',
  'apps/worker/src/rates',
  'demo/src/main',
  'demo/src/story/main',
];

/**
 * Packages of many small modules that nobody but us and each other imports. All others are loaded from where they are:
 * two copies of one that keeps something in mind, such as typeorm or pg, would not know of each other.
 */
const bundled = new Set(
  `@nestjs/common @nestjs/core @nestjs/mapped-types @nestjs/platform-fastify @nestjs/swagger @nestjs/typeorm
  rxjs iterare uid tslib es-toolkit
  astronomia caldate date-holidays date-holidays-parser jose nodemailer postal-mime
  csv-parse csv-stringify read-excel-file write-excel-file unzipper-esm temporal-polyfill temporal-utils`.split(
    /\s+/,
  ),
);

/**
 * Each process from a few files instead of from thousands: finding and reading modules is nine tenths of what a start
 * costs, and after a crash a start is what people wait for (ADR 0027). What `dist` holds besides stays as it was compiled.
 */
export async function bundle() {
  rmSync(bundles, { recursive: true, force: true });
  const named = (path) =>
    path
      .replaceAll('/src/', '-')
      .replaceAll('/', '-')
      .replace(/^apps-/, '');
  await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(processes.map((path) => [named(path), join(dist, `${path}.js`)])),
    outdir: bundles,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    keepNames: true,
    sourcemap: 'linked',
    logLevel: 'warning',
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    plugins: [packagesStayWhereTheyAre, filesKnowWhereTheyWere],
  });
  for (const path of processes) {
    const file = join(dist, `${path}.js`);
    const to = relative(dirname(file), join(bundles, `${named(path)}.js`));
    writeFileSync(file, `import '${to}';\n`);
    rmSync(`${file}.map`, { force: true });
  }
}

const packageOf = (path) =>
  path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/');

/** From a bundle everybody sees the packages at the top; one that has a version of its own below gets it bundled. */
function hasItsOwn(name, importer) {
  for (let folder = dirname(importer); folder.startsWith(root) && folder !== root; folder = dirname(folder))
    if (existsSync(join(folder, 'node_modules', name))) return true;
  return false;
}

const packagesStayWhereTheyAre = {
  name: 'packages stay where they are',
  setup({ onResolve }) {
    onResolve({ filter: /^[^.#/]/ }, ({ path, kind, importer }) => {
      if (kind === 'entry-point') return undefined;
      const name = packageOf(path);
      if (kind !== 'dynamic-import' && hasItsOwn(name, importer)) return undefined;
      // What is asked for only when it is needed may not be installed at all.
      const isBundled = kind !== 'dynamic-import' && bundled.has(name);
      return isBundled ? undefined : { path, external: true };
    });
  },
};

/** A bundle lies elsewhere than what it is made of: whoever asks where it is, is told where it was compiled to. */
const filesKnowWhereTheyWere = {
  name: 'files know where they were',
  setup({ onLoad }) {
    onLoad({ filter: /\.js$/ }, ({ path }) => {
      if (!path.startsWith(join(dist, '/'))) return undefined;
      const contents = readFileSync(path, 'utf8');
      if (!contents.includes('import.meta.')) return undefined;
      const file = JSON.stringify(relative(bundles, path));
      const folder = JSON.stringify(`/${relative(bundles, dirname(path))}`);
      const here = {
        url: `new URL(${file}, import.meta.url).href`,
        dirname: `(import.meta.dirname + ${folder})`,
      };
      return {
        contents: contents.replaceAll(/import\.meta\.(url|dirname)/g, (_, what) => here[what]),
        loader: 'js',
      };
    });
  },
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await bundle();
