import { expect, it } from 'vitest'
import { leaveOut } from '../../src/summaries/cut/leave-out.ts'
import type { Summarise, SummaryArticle, SummaryRequest } from '../../src/summaries/summary.ts'

export function aReport(overrides: Partial<SummaryArticle> = {}): SummaryArticle {
  return {
    id: 'harbour-1',
    version: 1,
    title: 'Port of Arvela to close for two weeks',
    text: [
      'The port of Arvela will close for two weeks from 3 May, Transport Minister Lena Hoxha said on Monday.',
      'Divers found cracks 40 metres long in the eastern pier during an inspection last week.',
      'Ferries to the islands will not run from the port of Arvela and will leave from Torrin instead.',
      'The ministry expects repairs to cost 12 million euros.',
    ].join(' '),
    outlet: 'harbour',
    language: 'en',
    ...overrides,
  }
}

const secondReport = aReport({
  id: 'coast-1',
  title: 'Cracks in pier shut Arvela port',
  text: [
    'Arvela port is to be shut for a fortnight because of cracks in a pier, Lena Hoxha told reporters.',
    'Some 300 dock workers will be paid in full while the port is closed, their union said.',
    'Repairs at Arvela, the oldest harbour of the coast, begin on Tuesday.',
  ].join(' '),
  outlet: 'coast',
})

export const aRequest = (overrides: Partial<SummaryRequest> = {}): SummaryRequest => ({
  articles: [aReport(), secondReport],
  words: 85,
  sentences: 3,
  ...overrides,
})

/** Defines the tests that every implementation of `Summarise` must pass. */
export function itSummarises(summarise: () => Summarise): void {
  it('tells what is reported, in no more sentences than it is given', async () => {
    const { sentences } = await summarise()(aRequest({ sentences: 2 }))
    expect(sentences.length).toBeGreaterThan(0)
    expect(sentences.length).toBeLessThanOrEqual(2)
    expect(sentences.map(({ text }) => text).join(' ')).toContain('Arvela')
  })

  it('tells only words that stand at their span, with “…” where some were left out', async () => {
    const request = aRequest()
    for (const sentence of (await summarise()(request)).sentences) {
      const { article, text } = sentence
      const written = request.articles[article]?.text ?? ''
      expect(leaveOut(written, sentence)).toBe(text)
      for (const piece of text.split('…')) expect(written).toContain(piece.trim())
    }
  })

  it('tells the same again when asked again', async () => {
    const ask = summarise()
    expect(await ask(aRequest())).toEqual(await ask(aRequest()))
  })

  it.each([
    ['no articles', []],
    ['headlines alone', [aReport({ text: '' })]],
    ['furniture alone', [aReport({ text: 'Read more' })]],
  ])('tells nothing of %s', async (_, articles) => {
    expect(await summarise()(aRequest({ articles }))).toEqual({ sentences: [] })
  })

  it('is not troubled by a text without end or sense', async () => {
    const articles = [
      aReport({ text: '"'.repeat(50_000) }),
      aReport({ id: 'x', text: 'Aa. '.repeat(20_000) }),
    ]
    expect((await summarise()(aRequest({ articles }))).sentences.length).toBeLessThanOrEqual(3)
  })
}
