import { describe, expect, it } from 'vitest'
import { tagStory, tellSentences } from '../../../src/chat/wording/story.ts'
import { aShortenedSentence, anOutlet, aSentence, aStory } from '../../fakes/briefed-story.ts'

const reader = { language: 'en', number: String, topicName: () => undefined }
const factsOf = (story: ReturnType<typeof aStory>): string =>
  tagStory(story, reader)
    .flat()
    .map(({ text }) => text)
    .join()
const told = (story: ReturnType<typeof aStory>): string =>
  tellSentences(story, reader)
    .flat()
    .map(({ text }) => text)
    .join('')

describe('the sentences of a story', () => {
  it.each([
    ['chose', aSentence({ text: 'It reopens.', chosenBy: 'model' }), 'It reopens. [1] (chosen by a model)'],
    [
      'chose and shortened',
      aShortenedSentence({ text: 'It … reopens.' }),
      'It … reopens. [1] (chosen and shortened by a model)',
    ],
  ])('say which a model %s, and that the words are the outlets’', (_, sentence, said) => {
    const story = aStory({ sentences: [sentence] })
    expect(told(story)).toBe(said)
    expect(factsOf(story)).toContain('every word is the outlets’')
  })

  it('say so of a headline alone', () => {
    expect(factsOf(aStory({ headlineBy: 'model' }))).toContain('chosen by a model')
  })

  it('say nothing of models where outlets speak', () => {
    const story = aStory({ sentences: [aSentence({ text: 'It reopens.' })] })
    expect(told(story)).toBe('It reopens. [1]')
    expect(factsOf(story)).not.toContain('model')
  })

  it('count an outlet once, however many of its reports they cite', () => {
    const outlets = [anOutlet(), anOutlet({ url: 'https://meridian-courier.example/later' })]
    const counted = tagStory(aStory({ outlets }), reader).map((fact) => fact.map(({ text }) => text).join(''))
    expect(counted).toContain('1 outlet')
  })
})
