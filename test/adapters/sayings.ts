import type { Span } from '../../src/chat/wording/span.ts'
import { headStory, labelOutlet, tellAlsoRunning, tellSentences } from '../../src/chat/wording/story.ts'
import type { BriefedStory } from '../../src/records/briefing.ts'
import { harmless } from '../../src/words/harmless.ts'
import { writeNumber } from '../../src/words/write-numbers.ts'

/**
 * Returns what a story says on every platform, without layout: headline, sentences with the numbers of their
 * outlets, each outlet with its labels, and what else happened in its storyline.
 */
export function sayingsOf(story: BriefedStory, language: string): readonly string[] {
  const number = (at: number) => writeNumber(at, language)
  return [
    headStory(story, language),
    ...tellSentences(story, { language, number }),
    ...story.outlets.map((outlet) => labelOutlet(outlet, language)),
    tellAlsoRunning(story, language),
  ].map((spans: readonly Span[]) => bare(spans.map(({ text }) => text).join('')))
}

/** Removes blanks, direction marks, the arrows of links, and noncharacters that must not be sent. */
export function bare(text: string): string {
  return harmless(text).replace(/[\s↗\u2068\u2069\u200e\u200f\ufdd0\ufdd1]/gu, '')
}
