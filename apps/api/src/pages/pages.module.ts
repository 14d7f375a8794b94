import { Module } from '@nestjs/common';
import { useCasesOf } from '../http/use-case-providers.js';
import { CitizenAnswerController } from './citizen/answer.controller.js';
import { EmployerAnswerController } from './employer/answer.controller.js';
import { AssetsController } from './frame/assets.controller.js';
import { HomeController } from './home/home.controller.js';

const controllers = [HomeController, CitizenAnswerController, EmployerAnswerController, AssetsController];

/** Pages for people without a login: HTML that works without scripts, on an old phone. */
@Module({ controllers, providers: useCasesOf(controllers) })
export class PagesModule {}
