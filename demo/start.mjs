import { ensureInstalled } from './install.mjs';

/** What `npm start` and `npm run story` run. Needs nothing but Node: it installs and builds first, when something is missing. */
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Fodfæste needs Node 20.19 or newer; this is ${process.versions.node}.\n`);
  process.exit(1);
}

// Standard output belongs to the ready line.
const say = (text) => process.stderr.write(`${text}\n`);
try {
  await ensureInstalled({ say });
  const { ensureBuilt } = await import('./build.mjs');
  await ensureBuilt({ say });
} catch (error) {
  say(error.message);
  process.exit(1);
}
const story = process.argv.includes('--story');
await import(story ? '../dist/demo/src/story/main.js' : '../dist/demo/src/main.js');
