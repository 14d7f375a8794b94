import { Module, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { ACTOR_SOURCES, type ActorSource } from './actor-source.js';
import { AuthGuard } from './auth.guard.js';
import { BearerKeys } from './bearer-keys.js';
import { PageInterceptor } from '../pages/frame/page.interceptor.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { MarkedRoutes } from './marked-routes.js';
import { ApiDocument } from './openapi/api-document.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { ProblemFilter } from './problem.filter.js';
import { RequestPipe } from './request.pipe.js';
import { Accounts } from './session/accounts.js';
import { EndSessions } from './session/end-sessions.js';
import { FormDesk } from './session/form-desk.js';
import { FormTokens } from './session/form-tokens.js';
import { SessionActors } from './session/session-actors.js';
import { sessionKeys } from './session/session-keys.js';
import { SignInDesk } from './session/sign-in-desk.js';
import { useCasesOf } from './use-case-providers.js';
import { ApiConfig } from '../config.js';

const sessionServices: Provider[] = [
  ...useCasesOf([Accounts, BearerKeys, SignInDesk]),
  Accounts,
  SessionActors,
  SignInDesk,
  EndSessions,
  FormDesk,
  {
    provide: FormTokens,
    useFactory: ({ masterKeys }: ApiConfig) => new FormTokens(sessionKeys(masterKeys).forms),
    inject: [ApiConfig],
  },
];

/** What every route of the app gets without asking: guard, repeat, reading, problems, description. */
@Module({
  imports: [DiscoveryModule],
  controllers: [OpenApiController],
  providers: [
    BearerKeys,
    ...sessionServices,
    {
      provide: ACTOR_SOURCES,
      useFactory: (...sources: ActorSource[]) => sources,
      inject: [BearerKeys, SessionActors],
    },
    { provide: APP_GUARD, useClass: AuthGuard },
    // The first is the outermost: pages become HTML after repeats have been dealt with.
    { provide: APP_INTERCEPTOR, useClass: PageInterceptor },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    { provide: APP_PIPE, useClass: RequestPipe },
    { provide: APP_FILTER, useClass: ProblemFilter },
    MarkedRoutes,
    ApiDocument,
  ],
  exports: [BearerKeys, ApiDocument, Accounts, EndSessions, SignInDesk, FormDesk, FormTokens],
})
export class HttpModule {}
