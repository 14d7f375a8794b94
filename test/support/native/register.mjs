import { register } from 'node:module';

/** For `node --import`, as every jest run is started (package.json): its processes load TypeScript as it stands. */
register('./typescript.mjs', import.meta.url);
