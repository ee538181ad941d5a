import { onTestFinished } from 'vitest'
import { createAsker } from '../../../src/summaries/model/create-asker.ts'
import { createModelSummarise, type ModelTools } from '../../../src/summaries/model/create-model-summarise.ts'
import type { ModelChoice } from '../../../src/summaries/model/model-choice.ts'
import type { Summarise } from '../../../src/summaries/summary.ts'
import { inMemory } from './in-memory.ts'
import { startModelServer, type ModelServer } from '../../fakes/model-server.ts'

export const KEY = 'sk-very-secret-0123456789'

export interface AModel {
  readonly summarise: Summarise
  readonly server: ModelServer
  readonly reports: Parameters<ModelTools['report']>[0][]
  /** Sets the clock, in milliseconds since 1970. */
  at(now: number): void
}

/** Summarises by a model whose server behaves in this way, through the real client. */
export async function aModel(
  turn: Parameters<typeof startModelServer>[0],
  { provider = 'openai-compatible', ...tools }: Partial<ModelTools> & Partial<ModelChoice> = {},
): Promise<AModel> {
  const server = await startModelServer(turn)
  onTestFinished(() => server.close())
  let now = Date.UTC(2026, 10, 24, 8)
  const reports: AModel['reports'] = []
  const choice = { provider, name: 'claude-sonnet-4-5', url: server.url, key: () => KEY, tokensADay: 100_000 }
  const summarise = createModelSummarise({
    ask: createAsker(choice),
    now: () => now,
    tokensADay: choice.tokensADay,
    spent: inMemory(),
    report: (report) => reports.push(report),
    ...tools,
  })
  return {
    summarise,
    server,
    reports,
    at(moment) {
      now = moment
    },
  }
}
