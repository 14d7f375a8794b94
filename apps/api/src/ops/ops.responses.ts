import { nested, oneOf } from '../http/fields/index.js';

const checks = ['ok', 'failed', 'unknown'] as const;

class ReadinessChecks {
  @oneOf(checks, { description: '`failed`, mens processen lukker ned.' }) process!: string;
  @oneOf(checks) database!: string;
  @oneOf(checks) migrations!: string;
  @oneOf(checks, {
    description: '`failed` gør kun svaret `degraded`: forfaldne trin findes igen i databasen.',
  })
  queue!: string;
}

export class ReadinessResponse {
  @oneOf(['ready', 'degraded', 'not-ready']) status!: string;
  @nested(ReadinessChecks) checks!: ReadinessChecks;
}

export class LiveResponse {
  @oneOf(['live']) status!: string;
}
