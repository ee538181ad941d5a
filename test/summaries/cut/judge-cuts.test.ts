import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { judgeCuts } from '../../../src/summaries/cut/judge-cuts.ts'
import type { Span } from '../../../src/records/briefing.ts'

const examples = z.object({ spared: z.array(z.string()).min(10), kept: z.array(z.string()).min(10) })

/** Returns a sentence without ⟦ and ⟧, and the spans between them. */
function unmark(marked: string): { readonly text: string; readonly spans: readonly Span[] } {
  const spans: Span[] = []
  let text = ''
  let start = 0
  for (const piece of marked.split(/([⟦⟧])/u)) {
    if (piece === '⟦') start = text.length
    else if (piece === '⟧') spans.push([start, text.length])
    else text += piece
  }
  return { text, spans }
}

const judge = (marked: string, language = 'en') => {
  const { text, spans } = unmark(marked)
  return judgeCuts(text, spans, language)
}

describe.each(['ar', 'de', 'en', 'es', 'fa', 'fr', 'ru', 'tr'])('judgeCuts, in %s', (language) => {
  const file = new URL(`examples/${language}.yaml`, import.meta.url)
  const { spared, kept } = examples.parse(parse(readFileSync(file, 'utf8')))

  it.each(spared)('lets go: %s', (marked) => {
    expect(judge(marked, language)).toBeNull()
  })

  it.each(kept)('keeps: %s', (marked) => {
    expect(judge(marked, language)).not.toBeNull()
  })
})

describe('judgeCuts', () => {
  it.each([
    ['negation', 'The pier⟦, which is not insured,⟧ burned down on Friday.'],
    ['modality', 'The pier⟦, which may be rebuilt,⟧ burned down on Friday.'],
    ['quantity', 'The pier⟦, which only fishermen used,⟧ burned down on Friday.'],
    ['condition', 'The pier will open on Friday⟦ if the wind drops⟧.'],
    ['contrast', 'The town closed the pier⟦, but the boats stayed⟧.'],
    ['speech', 'The pier burned down⟦, according to its owner⟧.'],
    ['reversal', 'The town closed the pier⟦, and a judge overturned the order⟧.'],
    ['comparison', 'The new pier is longer ⟦than the old one ⟧but lower.'],
    ['time', 'Otto Brandvik⟦, the mayor in 1998,⟧ owns the pier.'],
    ['quotation', '“The pier ⟦in the north ⟧is safe,” Otto Brandvik said.'],
    ['phrase', 'The old ⟦wooden pier burned ⟧down on Friday.'],
    ['remainder', '⟦Waving to the crowd, ⟧Otto slept.'],
    ['span', 'The pi⟦er, ⟧a wooden one, burned down on Friday.'],
  ])('says why: %s', (reason, marked) => {
    expect(judge(marked)).toBe(reason)
  })

  it('allows several spans together only where it allows each', () => {
    const both = 'Otto Brandvik⟦, 61,⟧ opened the pier ⟦(PN) ⟧to the boats.'
    expect(judge(both)).toBeNull()
    expect(judge(both.replace('(PN)', '(not to swimmers)'))).toBe('negation')
  })

  it.each([
    ['no span', []],
    ['a span behind the text', [[5, 900]]],
    ['a span without words', [[3, 3]]],
    [
      'spans out of order',
      [
        [10, 20],
        [0, 4],
      ],
    ],
    [
      'spans that overlap',
      [
        [0, 10],
        [4, 20],
      ],
    ],
  ] satisfies readonly (readonly [string, readonly Span[]])[])('refuses %s', (_, spans) => {
    expect(judgeCuts('Otto Brandvik, 61, opened the northern pier.', spans, 'en')).toBe('span')
  })

  it.each(['ja', 'und', 'xx'])('refuses everything in a language that nobody wrote down: %s', (language) => {
    expect(judge('Otto Brandvik⟦, 61,⟧ opened the northern pier.', language)).toBe('language')
  })

  it.each(['(', '‘a', '"', ', a', '— ', '“', '1,000 '])('is not held up by %j over and over', (part) => {
    const text = part.repeat(200_000 / part.length)
    expect(judgeCuts(text, [[0, 100]], 'en')).toBe('span')
    expect(judgeCuts(text.slice(0, 1_200), [[0, 100]], 'fr')).not.toBeNull()
  })
})
