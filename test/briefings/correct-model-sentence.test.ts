import { describe, expect, it } from 'vitest'
import { correctBriefing } from '../../src/briefings/correct-briefing.ts'
import { aBriefing, aModelSentence, anOutlet, aStory } from '../fakes/briefings.ts'

const before = {
  title: 'Fire at the harbour',
  text: 'Eleven people were hurt in the fire. The port is closed.',
}
const SENTENCE = 'Eleven people were hurt in the fire, and the port is closed.'

const sentencesAfter = (text: string) => {
  const story = aStory({
    headline: before.title,
    outlets: [anOutlet({ title: before.title }), anOutlet({ sourceId: 'other', title: 'Another' })],
    sentences: [
      aModelSentence({
        text: SENTENCE,
        cites: [
          { outlet: 0, articleId: 'fire', version: 1 },
          { outlet: 1, articleId: 'other', version: 4 },
        ],
      }),
    ],
  })
  const sections = [{ region: 'x', name: 'X', leftOut: 0, stories: [story] }]
  const corrected = correctBriefing(
    { ...aBriefing(), sections },
    {
      articleId: 'fire',
      sourceId: 'meridian-courier',
      versions: [
        { version: 1, seenAt: 1, ...before },
        { version: 2, seenAt: 7, title: 'Fire at the harbour (corrected)', text },
      ],
    },
  )
  return corrected.sections[0]?.stories[0]?.sentences
}

describe('correctBriefing, of what a model says', () => {
  it('keeps a sentence that the new text carries too, and cites the new version', () => {
    expect(sentencesAfter(`${before.text} Ships wait outside.`)).toMatchObject([
      { text: SENTENCE, cites: [{ version: 2 }, { version: 4 }] },
    ])
  })

  it('quotes the outlet in the place of a sentence that the new text no longer carries', () => {
    const after = 'Fourteen people were hurt in the fire. The port is closed.'
    const text = 'Fourteen people were hurt in the fire.'
    expect(sentencesAfter(after)).toMatchObject([
      { by: 'outlet', text, outlet: 0, articleId: 'fire', version: 2, start: 0, end: text.length },
    ])
  })

  it('takes it out where the new text gives nothing to quote', () => {
    expect(sentencesAfter('Corrected.')).toEqual([])
  })
})
