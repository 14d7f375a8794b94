export { migrateQueues, type QueueSettings } from './backend.js';
export {
  concurrencyOf,
  dueJobIdsOf,
  jobIdOf,
  mostTogether,
  queueNames,
  queueOf,
  type QueueName,
  type WakeUp,
  type WakeUpCall,
} from './contract.js';
export { gathered } from './gathered.js';
export { QueueSet } from './queue-set.js';
export { reactionsTo, type Reaction } from './routes.js';
