import { describe, expect, it } from 'vitest'
import type { BriefedStory, Briefing } from '../../src/briefings/briefing.ts'
import { correctBriefing } from '../../src/briefings/correct-briefing.ts'
import { leaveOut } from '../../src/summaries/cut/leave-out.ts'
import { aBriefing, anOutlet, aSentence, aStory } from '../fakes/briefings.ts'

const QUOTED = 'Eleven people were hurt.'
const before = { title: 'Fire at the harbour', text: `${QUOTED} The port is closed. Ships wait outside.` }
const edit = (text: string, own: Partial<Parameters<typeof correctBriefing>[1]['edit']> = {}) => ({
  articleId: 'fire',
  sourceId: 'meridian-courier',
  before,
  after: { title: before.title, text, version: 2, seenAt: 7 },
  edit: { kind: 'edit' as const, before: QUOTED, after: 'Fourteen people were hurt.', ...own },
})

const briefing: Briefing = {
  ...aBriefing(),
  sections: [
    {
      region: 'middle-east',
      name: 'Middle East',
      leftOut: 0,
      stories: [
        aStory({
          headline: before.title,
          outlets: [anOutlet({ title: before.title })],
          sentences: [
            aSentence({ articleId: 'fire', text: QUOTED, start: 0, end: QUOTED.length }),
            aSentence({ articleId: 'fire', text: 'The port is closed.', start: 25, end: 44 }),
          ],
          changes: [],
        }),
        aStory({ id: 'other' }),
      ],
    },
  ],
}

const firstStory = (corrected: Briefing): BriefedStory | undefined => corrected.sections[0]?.stories[0]

describe('correctBriefing', () => {
  it('quotes the new words at their place in the new version, and keeps what still stands there', () => {
    const after = 'The port is closed. Fourteen people were hurt. Ships wait outside.'
    const corrected = correctBriefing(briefing, edit(after))
    expect(firstStory(corrected)?.sentences).toMatchObject([
      { text: 'Fourteen people were hurt.', version: 2, start: 20, end: 46 },
      { text: 'The port is closed.', version: 2, start: 0, end: 19 },
    ])
    for (const sentence of firstStory(corrected)?.sentences ?? [])
      expect(after.slice(sentence.start, sentence.end)).toBe(sentence.text)
    expect(firstStory(corrected)?.changes).toMatchObject([{ kind: 'edit', before: QUOTED, at: 7 }])
    expect(corrected.sections[0]?.stories[1]).toBe(briefing.sections[0]?.stories[1])
  })

  describe('a sentence that a model shortened', () => {
    const whole = 'Eleven people, two of them divers, were hurt.'
    const shown = 'Eleven people … were hurt.'
    const text = `${whole} The port is closed.`
    const shortened = aSentence({
      articleId: 'fire',
      text: shown,
      start: 0,
      end: whole.length,
      leftOut: [[13, 34]],
      chosenBy: 'model',
    })
    const [section] = briefing.sections
    const told = {
      ...briefing,
      sections: section === undefined ? [] : [{ ...section, stories: [aStory({ sentences: [shortened] })] }],
    }
    const sentencesAfter = (now: string, own = {}) =>
      firstStory(
        correctBriefing(told, { ...edit(now, { before: whole, ...own }), before: { ...before, text } }),
      )?.sentences

    it('stays so where the whole of it still stands, at its new place', () => {
      const now = `Ships wait outside. ${whole}`
      const [sentence] = sentencesAfter(now, { kind: 'correction', before: 'Ships wait.' }) ?? []
      expect(sentence).toMatchObject({ text: shown, version: 2, start: 20, leftOut: [[33, 54]] })
      expect(sentence && leaveOut(now, sentence)).toBe(shown)
    })

    it('is whole in its new words where it was changed', () => {
      const now = 'Fourteen people were hurt. The port is closed.'
      const [sentence] = sentencesAfter(now) ?? []
      expect(sentence).toMatchObject({ text: 'Fourteen people were hurt.', start: 0, end: 26 })
      expect(sentence).not.toHaveProperty('leftOut')
    })

    it('goes where it was taken back, also when only the words left out were', () => {
      const now = 'Eleven people were hurt. The port is closed.'
      expect(sentencesAfter(now, { after: 'Ships wait.' })).toEqual([])
    })
  })

  it('takes out a sentence that the outlet took back', () => {
    const corrected = correctBriefing(
      briefing,
      edit('The port is closed. Ships wait outside.', {
        before: 'Ships wait.',
        after: 'Ships wait outside.',
      }),
    )
    expect(firstStory(corrected)?.sentences.map(({ text }) => text)).toEqual(['The port is closed.'])
  })

  it('leaves the briefing as it is when the edit shows nowhere in it', () => {
    const after = `${QUOTED} The port is closed. Ships turn round.`
    const elsewhere = { before: 'Ships wait outside.', after: 'Ships turn round.' }
    expect(correctBriefing(briefing, edit(after, elsewhere))).toBe(briefing)
    expect(
      correctBriefing(briefing, { ...edit(after), articleId: 'unknown', before: { title: 'x', text: 'y' } }),
    ).toBe(briefing)
  })

  it('pins the correction of an article that is not cited on its own outlet, not on a copy with the same title', () => {
    const copies = aStory({
      headline: 'Smoke over the port',
      outlets: [
        anOutlet({ sourceId: 'agency', title: before.title }),
        anOutlet({ sourceId: 'copycat', title: before.title }),
        anOutlet({ sourceId: 'copycat', title: 'Another report' }),
      ],
      changes: [],
    })
    const told = { ...briefing, sections: [{ region: 'x', name: 'X', leftOut: 0, stories: [copies] }] }
    const title = 'No fire at the harbour (corrected)'
    const correction = {
      ...edit(before.text, { kind: 'correction', before: before.title, after: title }),
      articleId: 'copied',
      after: { title, text: before.text, version: 2, seenAt: 7 },
    }
    const story = firstStory(correctBriefing(told, { ...correction, sourceId: 'copycat' }))
    expect(story?.changes).toMatchObject([{ outlet: 1, after: title }])
    expect(story?.outlets.map((outlet) => outlet.title)).toEqual([before.title, title, 'Another report'])
    expect(correctBriefing(told, { ...correction, sourceId: 'not-listed' })).toBe(told)
  })

  it('says what an outlet calls a correction, wherever in its article it is', () => {
    const after = `${QUOTED} The port is closed. Ships turn round.`
    const corrected = correctBriefing(
      briefing,
      edit(after, { kind: 'correction', before: 'Ships wait outside.', after: 'Ships turn round.' }),
    )
    expect(firstStory(corrected)?.changes).toMatchObject([{ kind: 'correction', after: 'Ships turn round.' }])
  })
})
