import { describe, expect, it } from 'vitest'
import type { BriefedStory, Briefing } from '../../src/records/briefing.ts'
import { correctBriefing } from '../../src/briefings/correct-briefing.ts'
import { leaveOut } from '../../src/summaries/cut/leave-out.ts'
import { anOutlet, aSentence, aStory } from '../fakes/briefed-story.ts'
import { aBriefing } from '../fakes/briefings.ts'

const QUOTED = 'Eleven people were hurt.'
const before = { title: 'Fire at the harbour', text: `${QUOTED} The port is closed. Ships wait outside.` }
const edit = (text: string, title = before.title) => ({
  articleId: 'fire',
  sourceId: 'meridian-courier',
  versions: [
    { version: 1, seenAt: 1, ...before },
    { version: 2, seenAt: 7, title, text },
  ],
})

/** A report that begins as an agency's does. */
const wire = (figure: string) => `MERSIN (Reuters) - ${figure} people were hurt in the fire on Monday.`

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
  it('shows a change once that headline and quoted sentence share', () => {
    const title = 'Eleven hurt at the harbour'
    const told = {
      ...briefing,
      sections: briefing.sections.map((section) => ({
        ...section,
        stories: section.stories.map((story) =>
          story.id === 'other' ? story : { ...story, headline: title, outlets: [anOutlet({ title })] },
        ),
      })),
    }
    const after = { version: 2, seenAt: 7, title: title.replace('Eleven', 'Twelve') }
    const corrected = correctBriefing(told, {
      articleId: 'fire',
      sourceId: 'meridian-courier',
      versions: [
        { version: 1, seenAt: 1, title, text: before.text },
        { ...after, text: before.text.replace('Eleven', 'Twelve') },
      ],
    })
    expect(firstStory(corrected)?.changes).toMatchObject([{ before: title, after: after.title }])
  })

  it('replaces a headline that was printed without the label of its agency, and prints no label', () => {
    const [first] = briefing.sections[0]?.stories ?? []
    const stories = [{ ...(first ?? aStory()), sentences: [], outlets: [anOutlet({ title: 'Ships wait' })] }]
    const told = { ...briefing, sections: briefing.sections.map((section) => ({ ...section, stories })) }
    const corrected = correctBriefing(told, {
      articleId: 'fire',
      sourceId: 'meridian-courier',
      versions: [
        { version: 1, seenAt: 1, text: '', title: `UPDATE 1-${before.title}` },
        { version: 2, seenAt: 7, text: '', title: 'UPDATE 2-Fire at the harbour kills nine' },
      ],
    })
    expect(firstStory(corrected)?.headline).toBe('Fire at the harbour kills nine')
  })

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
    const closed = aSentence({
      articleId: 'fire',
      text: 'The port is closed.',
      start: whole.length + 1,
      end: text.length,
    })
    const [section] = briefing.sections
    const told = {
      ...briefing,
      sections:
        section === undefined ? [] : [{ ...section, stories: [aStory({ sentences: [shortened, closed] })] }],
    }
    const sentencesAfter = (now: string) => {
      const versions = [
        { version: 1, seenAt: 1, ...before, text },
        { version: 2, seenAt: 7, ...before, text: now },
      ]
      return firstStory(correctBriefing(told, { ...edit(now), versions }))?.sentences
    }

    it('stays so where the whole of it still stands, at its new place', () => {
      const now = `The port is open. ${whole}`
      const [sentence] = sentencesAfter(now) ?? []
      expect(sentence).toMatchObject({ text: shown, version: 2, start: 18, leftOut: [[31, 52]] })
      expect(sentence && leaveOut(now, sentence)).toBe(shown)
    })

    it('is whole in its new words where it was changed', () => {
      const now = 'Fourteen people were hurt. The port is closed.'
      const [sentence] = sentencesAfter(now) ?? []
      expect(sentence).toMatchObject({ text: 'Fourteen people were hurt.', start: 0, end: 26 })
      expect(sentence).not.toHaveProperty('leftOut')
    })

    it('is whole as it stands now where only the words left out were changed', () => {
      const now = 'Eleven people, three of them divers, were hurt. The port is closed.'
      const [sentence] = sentencesAfter(now) ?? []
      expect(sentence).toMatchObject({ text: 'Eleven people, three of them divers, were hurt.' })
      expect(sentence).not.toHaveProperty('leftOut')
    })
  })

  it('takes out a sentence that the outlet took back', () => {
    const corrected = correctBriefing(briefing, edit('The port is closed. Ships wait far outside.'))
    expect(firstStory(corrected)?.sentences.map(({ text }) => text)).toEqual(['The port is closed.'])
    expect(firstStory(corrected)?.changes).toMatchObject([
      { before: 'Ships wait outside.', after: 'Ships wait far outside.' },
    ])
  })

  it('quotes the new words of each sentence that was rewritten, and says so of each', () => {
    const corrected = correctBriefing(
      briefing,
      edit('Fourteen people were hurt. The port is open. Ships wait outside.'),
    )
    const rewritten = ['Fourteen people were hurt.', 'The port is open.']
    expect(firstStory(corrected)?.sentences.map(({ text }) => text)).toEqual(rewritten)
    expect(firstStory(corrected)?.changes.map(({ after }) => after)).toEqual(rewritten)
  })

  it('quotes the article anew where it was rewritten altogether', () => {
    const after = 'Firefighters left the quay at noon. Nobody was injured there, the mayor told reporters.'
    const corrected = correctBriefing(briefing, edit(after, 'No fire at the harbour'))
    const sentences = firstStory(corrected)?.sentences ?? []
    expect(sentences.map(({ text }) => text)).toEqual([
      'Firefighters left the quay at noon.',
      'Nobody was injured there, the mayor told reporters.',
    ])
    for (const sentence of sentences) expect(after.slice(sentence.start, sentence.end)).toBe(sentence.text)
    expect(sentences).toMatchObject([
      { outlet: 0, articleId: 'fire', version: 2 },
      { outlet: 0, articleId: 'fire', version: 2 },
    ])
  })

  it('quotes without the dateline what was quoted without it', () => {
    const quoted = 'Eleven people were hurt in the fire on Monday.'
    const start = wire('Eleven').indexOf(quoted)
    const told = aStory({
      headline: before.title,
      outlets: [anOutlet({ title: before.title })],
      sentences: [aSentence({ articleId: 'fire', text: quoted, start, end: start + quoted.length })],
    })
    const corrected = correctBriefing(
      { ...briefing, sections: [{ region: 'x', name: 'X', leftOut: 0, stories: [told] }] },
      {
        ...edit(''),
        versions: [
          { version: 1, seenAt: 1, title: before.title, text: wire('Eleven') },
          { version: 2, seenAt: 7, title: before.title, text: wire('Fourteen') },
        ],
      },
    )
    expect(firstStory(corrected)?.sentences.map(({ text }) => text)).toEqual([
      'Fourteen people were hurt in the fire on Monday.',
    ])
  })

  it('leaves the briefing as it is when the edit shows nowhere in it', () => {
    expect(correctBriefing(briefing, edit(`${QUOTED} The port is closed. Ships wait far outside.`))).toBe(
      briefing,
    )
    expect(
      correctBriefing(briefing, {
        ...edit(''),
        articleId: 'unknown',
        versions: [
          { version: 1, seenAt: 1, title: 'x', text: 'y' },
          { version: 2, seenAt: 7, title: 'z', text: 'y' },
        ],
      }),
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
    const correction = { ...edit(before.text, title), articleId: 'copied' }
    const story = firstStory(correctBriefing(told, { ...correction, sourceId: 'copycat' }))
    expect(story?.changes).toMatchObject([{ outlet: 1, after: title }])
    expect(story?.outlets.map((outlet) => outlet.title)).toEqual([before.title, title, 'Another report'])
    expect(correctBriefing(told, { ...correction, sourceId: 'not-listed' })).toBe(told)
  })

  it('says what an outlet calls a correction, wherever in its article it is', () => {
    const after = `${QUOTED} The port is closed. Ships wait inside. Correction: they do not wait outside.`
    const corrected = correctBriefing(briefing, edit(after))
    expect(firstStory(corrected)?.changes).toMatchObject([
      { kind: 'correction', before: 'Ships wait outside.', after: 'Ships wait inside.' },
      { kind: 'note', before: null, after: 'Correction: they do not wait outside.' },
    ])
  })

  it('corrects a headline that comes from another report of an outlet than the one that is listed', () => {
    const told = aStory({
      headline: before.title,
      outlets: [anOutlet({ title: 'Ferries stop' })],
      sentences: [aSentence({ articleId: 'ferries' })],
      changes: [],
    })
    const one = { ...briefing, sections: [{ region: 'x', name: 'X', leftOut: 0, stories: [told] }] }
    const story = firstStory(correctBriefing(one, edit(before.text, 'Smoke at the harbour')))
    expect(story).toMatchObject({
      headline: 'Smoke at the harbour',
      outlets: [{ title: 'Ferries stop' }],
      changes: [{ outlet: 0, before: before.title, after: 'Smoke at the harbour' }],
    })
  })
})
