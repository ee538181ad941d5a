import { describe, expect, it } from 'vitest'
import { extract } from '../../../src/summaries/summarise.ts'
import { aReport, aRequest } from '../../contracts/summarise.ts'
import { hurry } from '../../hurry.ts'
import { aModel } from './a-model.ts'

/** The number of the request's first sentence in the prompt. */
const CLOSURE = { number: 1 }
const own = () => extract(aRequest())

describe('what a model costs', () => {
  it('asks once for each version of a story, whoever waits for it', async () => {
    const model = await aModel((_asked, reply) => reply.choice([CLOSURE]))
    await Promise.all([model.summarise(aRequest()), model.summarise(aRequest())])
    await model.summarise(aRequest())
    expect(model.server.asked).toHaveLength(1)
    const edited = aRequest({ articles: [aReport({ version: 2 })] })
    await model.summarise(edited)
    expect(model.server.asked).toHaveLength(2)
  })

  it('keeps to the tokens of the day, and has new ones after midnight', async () => {
    const model = await aModel((_asked, reply) => reply.choice([CLOSURE]), { tokensADay: 3_500 })
    await model.summarise(aRequest())
    const late = aRequest({ sentences: 2 })
    expect(await model.summarise(late)).toEqual(await extract(late))
    expect(model.reports.at(-1)).toEqual({ status: 'unused', refusal: 'over-budget' })
    model.at(Date.UTC(2026, 10, 25, 0, 1))
    expect((await model.summarise(late)).sentences[0]?.chosenBy).toBe('model')
  })

  it('leaves a server alone for five minutes after it failed', async () => {
    const model = await aModel((_asked, reply) => reply.status(401))
    await model.summarise(aRequest())
    await model.summarise(aRequest())
    expect(model.server.asked).toHaveLength(1)
    expect(model.reports.at(-1)).toEqual({ status: 'unused', refusal: 'resting' })
    model.at(Date.UTC(2026, 10, 24, 8, 6))
    await model.summarise(aRequest())
    expect(model.server.asked).toHaveLength(2)
  })

  it('has three calls open at once, at most', async () => {
    const model = await aModel((_asked, reply) => void setTimeout(() => reply.choice([CLOSURE]), 60))
    const stories = Array.from({ length: 9 }, (_, i) =>
      aRequest({ articles: [aReport({ id: `story-${i}` })] }),
    )
    await Promise.all(stories.map((story) => model.summarise(story)))
    expect(model.server.asked).toHaveLength(9)
    expect(model.server.busiest()).toBe(3)
  })

  it('takes a second, passing fault as nothing', async () => {
    hurry(20)
    let calls = 0
    const model = await aModel((_asked, reply) =>
      ++calls === 1 ? reply.status(503) : reply.choice([CLOSURE]),
    )
    expect((await model.summarise(aRequest())).sentences[0]?.chosenBy).toBe('model')
  }, 10_000)

  it('asks without a schema where a server knows none', async () => {
    const model = await aModel((asked, reply) =>
      asked.body.includes('json_schema')
        ? reply.status(400)
        : reply.text(`\`\`\`json\n${JSON.stringify({ sentences: [CLOSURE] })}\n\`\`\``),
    )
    expect((await model.summarise(aRequest())).sentences[0]?.chosenBy).toBe('model')
  })

  it('ends calls when the bot stops', async () => {
    const stop = new AbortController()
    const model = await aModel(() => stop.abort(), { stopped: stop.signal })
    expect(await model.summarise(aRequest())).toEqual(await own())
    expect(model.reports).toEqual([{ status: 'unused', refusal: 'stopped' }])
  })
})
