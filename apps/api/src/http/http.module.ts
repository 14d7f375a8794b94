import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { ACTOR_SOURCES } from './actor-source.js';
import { AuthGuard } from './auth.guard.js';
import { BearerKeys } from './bearer-keys.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { MarkedRoutes } from './marked-routes.js';
import { ApiDocument } from './openapi/api-document.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { ProblemFilter } from './problem.filter.js';
import { RequestPipe } from './request.pipe.js';

/** What every route of the app gets without asking: guard, repeat, reading, problems, description. */
@Module({
  imports: [DiscoveryModule],
  controllers: [OpenApiController],
  providers: [
    BearerKeys,
    // A further way of signing in, as a session, is one more line here.
    { provide: ACTOR_SOURCES, useFactory: (keys: BearerKeys) => [keys], inject: [BearerKeys] },
    { provide: APP_GUARD, useClass: AuthGuard },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    { provide: APP_PIPE, useClass: RequestPipe },
    { provide: APP_FILTER, useClass: ProblemFilter },
    MarkedRoutes,
    ApiDocument,
  ],
  exports: [BearerKeys, ApiDocument],
})
export class HttpModule {}
