import { Module } from '@nestjs/common';
import { useCasesOf } from '../../http/use-case-providers.js';
import { StaffKeysController } from './keys.controller.js';
import { StaffStartController } from './start.controller.js';

const controllers = [StaffStartController, StaffKeysController];

/** The pages of the municipality's staff. */
@Module({ controllers, providers: useCasesOf(controllers) })
export class StaffModule {}
