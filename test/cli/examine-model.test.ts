import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { examineModel, sayModel } from '../../src/cli/examine.ts'
import { openSummariser } from '../../src/cli/open-summariser.ts'
import { aReport, aRequest } from '../contracts/summarise.ts'
import { startModelServer } from '../fakes/model-server.ts'

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined }

/** A bot whose model server behaves in this way, and what `doctor` reports afterwards. */
async function aBot(turn: Parameters<typeof startModelServer>[0], now: () => number) {
  const server = await startModelServer(turn)
  const dataDirectory = mkdtempSync(join(tmpdir(), 'dragoman-model-'))
  onTestFinished(() => {
    rmSync(dataDirectory, { recursive: true })
    return server.close()
  })
  const model = {
    provider: 'openai-compatible' as const,
    name: 'small',
    url: server.url,
    key: () => 'secret',
    tokensADay: 90_000,
  }
  const start = () =>
    openSummariser(
      { model, briefings: [], dataDirectory },
      { now, log: silent, stopped: new Promise(() => undefined) },
    )
  return { start, says: async () => sayModel(await examineModel({ model, dataDirectory })) }
}

describe('what doctor says of the model', () => {
  it('is that there is none where none is set', async () => {
    expect(sayModel(await examineModel({ model: null, dataDirectory: '/nowhere' }))).toBe(
      'none: our own rules choose the sentences',
    )
  })

  it('counts choices and answers that could not be used and cuts that were refused, by reason, over restarts', async () => {
    const answers = [
      (reply: Replying) =>
        reply.choice([
          { number: 2, leaveOut: ['in the eastern pier'] },
          { number: 3, leaveOut: ['not', 'no such words'] },
          { number: 77 },
        ]),
      (reply: Replying) => reply.text('{"sentences":[{"number":1,"leav'),
      (reply: Replying) => reply.status(401),
    ]
    let asked = 0
    const now = Date.now()
    const bot = await aBot(
      (_, reply) => answers[asked++]?.(reply),
      () => now,
    )
    expect(await bot.says()).toBe('small: 0 of 90000 tokens today; not asked yet')
    for (const i of answers.keys()) {
      const summarise = await bot.start()
      await summarise(aRequest({ articles: [aReport({ id: `story-${i}` })] }))
    }
    expect(asked).toBe(3)
    const date = new Date(now).toISOString().slice(0, 10)
    expect((await bot.says()).replace(/\d+ of/u, 'N of')).toBe(
      [
        'small: N of 90000 tokens today',
        `on ${date} 1 summaries of 2 sentences, 1 choices not used: unknown 1`,
        '0 cuts made, 3 refused: phrase 1, negation 1, absent 1',
        '2 answers not used: broken 1, rejected 1',
      ].join('; '),
    )
  })

  it('begins anew each day', async () => {
    let now = Date.UTC(2026, 10, 24, 23, 59)
    const bot = await aBot(
      (_, reply) => reply.status(401),
      () => now,
    )
    const summarise = await bot.start()
    await summarise(aRequest())
    now += 60_000
    await summarise(aRequest())
    expect(await bot.says()).toContain('on 2026-11-25 0 summaries of 0 sentences')
    expect(await bot.says()).toContain('1 answers not used: resting 1')
  })
})
type Replying = Parameters<Parameters<typeof startModelServer>[0]>[1]
