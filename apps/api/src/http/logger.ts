import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';
import { logDestination } from '#configuration';
import { requestIds } from './request-context.js';

/** JSON lines on standard output. What is written is chosen where it is written; nothing is logged whole. */
export const createLogger = (level: string, destination: DestinationStream = logDestination()): Logger =>
  pino(
    { level, base: { service: 'api' }, timestamp: pino.stdTimeFunctions.isoTime, mixin: requestIds },
    destination,
  );

/** Nest's own lines in the same log. Its account of every route at start is for debugging only. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.logger.debug(named(rest), String(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.logger.error(named(rest), String(message));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.logger.warn(named(rest), String(message));
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.logger.debug(named(rest), String(message));
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.logger.debug(named(rest), String(message));
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.logger.fatal(named(rest), String(message));
  }
}

/** Nest says last which part of it speaks. */
const named = (rest: unknown[]): { context?: string } => {
  const context = rest.at(-1);
  return typeof context === 'string' ? { context } : {};
};
