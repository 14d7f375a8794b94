import { Body, Get, Post, Query } from '@nestjs/common';
import { Temporal, type Actor } from '#domain';
import { PostponeTask, ReopenTask, TaskRecords } from '#use-cases';
import { Area, Id, Operation } from '../../http/operation.js';
import { Paged, pageRequest, toPage, type PageResponse } from '../../http/page.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';
import { FinishTaskBody, PostponeTaskBody, TasksQuery } from './tasks.requests.js';
import { TaskResponse, toTask } from './tasks.responses.js';

@Area('tasks', 'Opgaver')
export class TasksController {
  constructor(
    private readonly records: TaskRecords,
    private readonly postpone: PostponeTask,
    private readonly reopen: ReopenTask,
  ) {}

  @Get()
  @Roles(...STAFF)
  @Operation({ summary: 'Det, et menneske skal gøre', answer: Paged(TaskResponse) })
  async list(@Query() query: TasksQuery, @CurrentActor() actor: Actor): Promise<PageResponse<TaskResponse>> {
    const { state, staffId, citizenId } = query;
    return toPage(await this.records.list({ state, staffId, citizenId }, pageRequest(query), actor), toTask);
  }

  @Post(':id/done')
  @Roles(...STAFF)
  @Operation({
    summary: 'Gjort, og hvad der kom ud af det',
    answer: TaskResponse,
    problems: ['task.not-found', 'task.already-done', 'task.needs-answer'],
  })
  async done(
    @Id() id: string,
    @Body() { outcome }: FinishTaskBody,
    @CurrentActor() actor: Actor,
  ): Promise<TaskResponse> {
    return toTask(await this.records.finish(id, outcome, actor));
  }

  @Post(':id/postpone')
  @Roles(...STAFF)
  @Operation({
    summary: 'Ikke nu: den kommer igen på et andet tidspunkt',
    answer: TaskResponse,
    problems: ['task.not-found', 'task.already-done', 'task.postponed-too-far'],
  })
  async later(
    @Id() id: string,
    @Body() { until }: PostponeTaskBody,
    @CurrentActor() actor: Actor,
  ): Promise<TaskResponse> {
    return toTask(await this.postpone.execute(id, Temporal.Instant.from(until), actor));
  }

  @Post(':id/reopen')
  @Roles(...STAFF)
  @Operation({
    summary: 'Det var en fejl: opgaven venter igen',
    description: 'Kun for den, der selv lukkede den, og kun de første ti minutter.',
    answer: TaskResponse,
    problems: ['task.not-found', 'task.cannot-reopen'],
  })
  async undo(@Id() id: string, @CurrentActor() actor: Actor): Promise<TaskResponse> {
    return toTask(await this.reopen.execute(id, actor));
  }
}
