import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { examineModel, sayModel } from '../../src/cli/examine-model.ts'
import { openSummarize } from '../../src/cli/open-summarize.ts'
import { aReport, aRequest } from '../contracts/summarize.ts'
import { startModelServer } from '../fakes/model-server.ts'

const GOOD = {
  text: 'Arvela port will close for two weeks from 3 May because of cracks in its eastern pier.',
  cites: ['R1'],
}
const INVENTED = {
  ...GOOD,
  text: 'Minister Karl Brandt will close Arvela port for two weeks from 3 May.',
}
const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined }

/** A bot whose model's server does this, and what `doctor` says of it afterwards. */
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
    openSummarize(
      { model, briefings: [], dataDirectory },
      { now, log: silent, stopped: new Promise(() => undefined) },
    )
  return { start, says: async () => sayModel(await examineModel({ model, dataDirectory })) }
}

describe('what doctor says of the model', () => {
  it('is that there is none where none is set', async () => {
    expect(sayModel(await examineModel({ model: null, dataDirectory: '/nowhere' }))).toBe(
      'none: the outlets speak for themselves',
    )
  })

  it('counts sentences that failed the check and answers that could not be used, over restarts', async () => {
    const answers = [
      (reply: Replying) => reply.sentences([GOOD, INVENTED]),
      (reply: Replying) => reply.text('{"sentences":[{"text":"Arv'),
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
      const summarize = await bot.start()
      await summarize(aRequest({ articles: [aReport({ id: `story-${i}` })] }))
    }
    expect(asked).toBe(3)
    expect(await bot.says()).toMatch(
      new RegExp(
        `^small: \\d+ of 90000 tokens today; on ${new Date(now).toISOString().slice(0, 10)} 1 summaries told, 1 of 2 sentences failed the check; not used 2 times: broken 1, rejected 1$`,
        'u',
      ),
    )
  })

  it('begins anew each day', async () => {
    let now = Date.UTC(2026, 10, 24, 23, 59)
    const bot = await aBot(
      (_, reply) => reply.status(401),
      () => now,
    )
    const summarize = await bot.start()
    await summarize(aRequest())
    now += 60_000
    await summarize(aRequest())
    expect(await bot.says()).toContain('on 2026-11-25 0 summaries told')
    expect(await bot.says()).toContain('not used 1 times: resting 1')
  })
})
type Replying = Parameters<Parameters<typeof startModelServer>[0]>[1]
