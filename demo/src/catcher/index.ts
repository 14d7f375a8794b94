export { startCatcher, type Catcher, type CatcherOptions } from './start-catcher.js';
