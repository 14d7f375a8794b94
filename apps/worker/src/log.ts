import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';
import { logDestination } from '#configuration';
import { workedOn } from './log-context.js';

/** JSON lines on standard output. Each one inside a job says which, by ids; nothing is logged whole. */
export const createLog = (level: string, destination: DestinationStream = logDestination()): Logger =>
  pino(
    { level, base: { service: 'worker' }, timestamp: pino.stdTimeFunctions.isoTime, mixin: workedOn },
    destination,
  );

/** Nest's own lines in the same log, where they are worth one. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown): void {
    this.logger.debug(String(message));
  }

  warn(message: unknown): void {
    this.logger.warn(String(message));
  }

  error(message: unknown): void {
    this.logger.error(String(message));
  }
}
