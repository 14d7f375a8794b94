export { CrashingDispatch } from './crashing-dispatch.js';
export { CrashingGateway } from './crashing-gateway.js';
export { CrashingTransactor, underTheirNames } from './crashing-transactor.js';
