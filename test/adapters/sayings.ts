import type { Span } from '../../src/chat/wording/span.ts'
import { headStory, labelOutlet, tellAlsoRunning, tellSentences } from '../../src/chat/wording/story.ts'
import type { BriefedStory } from '../../src/records/briefing.ts'
import { harmless } from '../../src/words/harmless.ts'
import { writeNumber } from '../../src/words/write-numbers.ts'

/** What a story says on every platform, bare: headline, sentences with the numbers of their outlets, each outlet with its labels, what else moved in its running story. */
export function sayingsOf(story: BriefedStory, language: string): readonly string[] {
  const number = (at: number) => writeNumber(at, language)
  return [
    headStory(story, language),
    ...tellSentences(story, { language, number }),
    ...story.outlets.map((outlet) => labelOutlet(outlet, language)),
    tellAlsoRunning(story, language),
  ].map((spans: readonly Span[]) => bare(spans.map(({ text }) => text).join('')))
}

/** Letters and signs alone: without blanks, marks of direction, arrows that lead to an address, and noncharacters that nobody may send. */
export function bare(text: string): string {
  return harmless(text).replace(/[\s↗\u2068\u2069\u200e\u200f\ufdd0\ufdd1]/gu, '')
}
