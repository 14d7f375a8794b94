import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { PersistenceModule } from '#persistence';
import { ApiConfig } from '../../../apps/api/src/config.js';
import { HttpModule } from '../../../apps/api/src/http/http.module.js';
import { useCasesOf } from '../../../apps/api/src/http/use-case-providers.js';
import { OpsModule } from '../../../apps/api/src/ops/ops.module.js';
import { CategoriesController } from '../../../apps/api/src/rest/categories/categories.controller.js';
import { MeController } from '../../../apps/api/src/rest/me/me.controller.js';
import { StaffController } from '../../../apps/api/src/rest/staff/staff.controller.js';
import { SampleController } from './sample.controller.js';
import { startApp, type AppOptions, type RunningApp } from './start-app.js';

export type { Answer } from './call.js';
export type { RunningApp as SampleApp } from './start-app.js';

@Module({})
class SampleModule {
  static with(config: ApiConfig, controllers: Type[]): DynamicModule {
    return {
      module: SampleModule,
      global: true,
      imports: [
        PersistenceModule.forRootAsync({
          useFactory: () => ({
            databaseUrl: config.DATABASE_URL,
            poolSize: config.DATABASE_POOL_SIZE,
            masterKeys: config.masterKeys,
          }),
        }),
        HttpModule,
        OpsModule,
      ],
      controllers,
      providers: [{ provide: ApiConfig, useValue: config }, ...useCasesOf(controllers)],
      exports: [ApiConfig],
    };
  }
}

const standard = [SampleController, MeController, CategoriesController, StaffController];

/** The foundation with sample routes that do no more than the foundation is asked to handle. */
export const startSampleApp = (
  more: NodeJS.ProcessEnv = {},
  { controllers = standard, ...options }: { controllers?: Type[] } & AppOptions = {},
): Promise<RunningApp> => startApp((config) => SampleModule.with(config, controllers), more, options);
