import { describe, expect, it } from 'vitest'
import { leaveOut } from '../../../src/summaries/cut/leave-out.ts'
import type { Span } from '../../../src/records/briefing.ts'

const TEXT = 'Fog. Otto Brandvik, 61, opened the pier (PN) to boats, and people cheered.'
const START = 5
const spanOf = (words: string): Span => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length]
const without = (...words: readonly string[]): string =>
  leaveOut(TEXT, { start: START, end: TEXT.length, leftOut: words.map(spanOf) })

describe('leaveOut', () => {
  it.each([
    [[], TEXT.slice(START)],
    [[', 61,'], 'Otto Brandvik … opened the pier (PN) to boats, and people cheered.'],
    [[', 61,', ' (PN)'], 'Otto Brandvik … opened the pier … to boats, and people cheered.'],
    [['Otto Brandvik, 61, '], '… opened the pier (PN) to boats, and people cheered.'],
    [[', and people cheered'], 'Otto Brandvik, 61, opened the pier (PN) to boats ….'],
    [['(PN) to boats'], 'Otto Brandvik, 61, opened the pier …, and people cheered.'],
    [[', 61', ', opened'], 'Otto Brandvik … the pier (PN) to boats, and people cheered.'],
  ])('shows “…” wherever words are left out: %j', (words, shown) => {
    expect(without(...words)).toBe(shown)
  })
})
