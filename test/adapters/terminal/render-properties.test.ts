import { stripVTControlCharacters } from 'node:util'
import { assert, property } from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { renderMessage } from '../../../adapters/terminal/render.ts'
import { harmless } from '../../../src/words/harmless.ts'
import { aWorstDay } from '../../fakes/worst-day.ts'
import { hostileBriefing } from './hostile-briefing.ts'
import { effort } from '../../effort.ts'

const RUNS = { numRuns: effort(100) }

/** Room for indent, brackets and the number of an outlet beside a word on its line. */
const BESIDE_A_WORD = 16

const bare = (text: string): string => text.replace(/[\s\u2068\u2069\u200e\u200f]/gu, '')

describe('a briefing of hostile text in a terminal', () => {
  it('is never wider than the terminal, but for a word that cannot be broken', () => {
    assert(
      property(hostileBriefing, ({ briefing, width }) => {
        const lines = renderMessage(
          { kind: 'briefing', briefing },
          { width, colour: false, links: 'none' },
        ).split('\n')
        for (const line of lines.filter((line) => stringWidth(line) > width)) {
          const widest = Math.max(...line.split(' ').map((word) => stringWidth(word)))
          expect(widest).toBeGreaterThan(width - BESIDE_A_WORD)
        }
      }),
      RUNS,
    )
  })

  it('loses no text of headlines, sentences and names', () => {
    assert(
      property(hostileBriefing, ({ briefing, width }) => {
        const drawn = bare(
          renderMessage({ kind: 'briefing', briefing }, { width, colour: false, links: 'none' }),
        )
        for (const story of briefing.sections.flatMap((section) => section.stories)) {
          const texts = [
            story.headline,
            ...story.sentences.map(({ text }) => text),
            ...story.outlets.map(({ name }) => name),
          ]
          for (const text of texts) expect(drawn).toContain(bare(harmless(text)))
        }
      }),
      RUNS,
    )
  })

  it('holds no control character and no bidi control but balanced isolates', () => {
    assert(
      property(hostileBriefing, ({ briefing, width }) => {
        const drawn = renderMessage({ kind: 'briefing', briefing }, { width, colour: false, links: 'text' })
        expect(drawn).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066\u2067]/u)
        expect(drawn.isWellFormed()).toBe(true)
        for (const line of drawn.split('\n'))
          expect(line.replace(/[^\u2068\u2069]/g, '')).toMatch(/^(?:\u2068\u2069)*$/)
      }),
      RUNS,
    )
  })

  it('carries no escape but our own colours and links', () => {
    assert(
      property(hostileBriefing, ({ briefing, width }) => {
        const rich = renderMessage(
          { kind: 'briefing', briefing },
          { width, colour: true, links: 'hyperlink' },
        )
        const own = /\u001b\[\d+m|\u001b\]8;;(?:https?:\/\/[!-~]*)?\u001b\\/g
        expect(rich.replace(own, '')).toBe(
          renderMessage({ kind: 'briefing', briefing }, { width, colour: false, links: 'none' }),
        )
      }),
      RUNS,
    )
  })

  it('tells all sixty stories of the worst day', () => {
    const briefing = aWorstDay()
    const drawn = renderMessage(
      { kind: 'briefing', briefing },
      { width: 80, colour: true, links: 'hyperlink' },
    )
    const numbers = stripVTControlCharacters(drawn)
      .match(/^ ?\d+ {2}(?=\S)/gm)
      ?.map(Number)
    expect(numbers).toEqual(Array.from({ length: 60 }, (_, index) => index + 1))
    for (const story of briefing.sections.flatMap((section) => section.stories)) {
      expect(bare(stripVTControlCharacters(drawn))).toContain(bare(harmless(story.headline)))
    }
  })
})
