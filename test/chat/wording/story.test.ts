import { describe, expect, it } from 'vitest'
import { tagStory, tellSentences } from '../../../src/chat/wording/story.ts'
import { aModelSentence, anOutlet, aSentence, aStory } from '../../fakes/briefings.ts'

const reader = { language: 'en', number: String, topicName: () => undefined }
const cite = (outlet: number) => ({ outlet, articleId: `a${outlet}`, version: 1 })
const told = (story: ReturnType<typeof aStory>): string =>
  tellSentences(story, reader)
    .flat()
    .map(({ text }) => text)
    .join('')

describe('the sentences of a story', () => {
  it('say after a model’s which outlets it cites, each once, and that a model wrote it', () => {
    const sentences = [aModelSentence({ text: 'It reopens.', cites: [cite(0), cite(1), cite(1)] })]
    const story = aStory({ sentences, outlets: [anOutlet(), anOutlet({ sourceId: 'second' })] })
    expect(told(story)).toBe('It reopens. [1] [2] (by a model)')
    expect(
      tagStory(story, reader)
        .flat()
        .map(({ text }) => text)
        .join(),
    ).toContain('no quotation')
  })

  it('say nothing of models where outlets speak', () => {
    const story = aStory({ sentences: [aSentence({ text: 'It reopens.' })] })
    expect(told(story)).toBe('It reopens. [1]')
    expect(
      tagStory(story, reader)
        .flat()
        .map(({ text }) => text)
        .join(),
    ).not.toContain('model')
  })

  it('count an outlet once, however many of its reports they cite', () => {
    const outlets = [anOutlet(), anOutlet({ url: 'https://meridian-courier.example/later' })]
    const counted = tagStory(aStory({ outlets }), reader).map((fact) => fact.map(({ text }) => text).join(''))
    expect(counted).toContain('1 outlet')
  })
})
