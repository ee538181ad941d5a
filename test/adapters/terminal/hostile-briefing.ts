import { array, constantFrom, integer, oneof, record, string, type Arbitrary } from 'fast-check'
import type { BriefedStory, Briefing } from '../../../src/records/briefing.ts'
import { aChange, anOutlet, aSentence, aStory } from '../../fakes/briefed-story.ts'
import { aBriefing } from '../../fakes/briefings.ts'
import { anyCharacter } from '../../fakes/any-character.ts'

const SNIPPETS = [
  'the ministers met',
  'سوریه و ترکیه',
  'דמשק',
  '大马士革会议结束。',
  '👩🏽‍🚒 🇹🇷',
  '\u001b[31m',
  '\u001b]8;;https://evil.example\u0007',
  '\u009b2J',
  '\u202e',
  '\u2066',
  '\u2069',
  '<b>',
  '[x](javascript:alert(1))',
  'https://evil.example/a_b?c=d',
  'www.evil.example',
  '**bold** `code` | # ~x~',
  '\r\n- item',
  'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz',
]

/** Text as a feed may send it: words, any code point, escapes, markup, in any order. */
const hostileText: Arbitrary<string> = array(
  oneof(
    { weight: 3, arbitrary: constantFrom(...SNIPPETS) },
    { weight: 1, arbitrary: string({ unit: anyCharacter, maxLength: 12 }) },
  ),
  { maxLength: 12 },
).map((parts) => parts.join(' '))

const hostileStory: Arbitrary<BriefedStory> = record({
  headline: hostileText,
  sentence: hostileText,
  name: hostileText,
  carries: hostileText,
  before: hostileText,
  after: hostileText,
  url: oneof(hostileText, constantFrom('https://open-atlas.example/1', 'javascript:alert(1)')),
}).map(({ headline, sentence, name, carries, before, after, url }) =>
  aStory({
    headline,
    sentences: [aSentence({ text: sentence }), aSentence({ text: headline })],
    outlets: [anOutlet({ name, carries, url })],
    changes: [aChange({ before, after })],
  }),
)

/** A briefing of hostile text, and a width to render it in. */
export const hostileBriefing: Arbitrary<{ readonly briefing: Briefing; readonly width: number }> = record({
  stories: array(hostileStory, { minLength: 1, maxLength: 3 }),
  title: hostileText,
  reason: hostileText,
  outlet: hostileText,
  language: constantFrom('en-GB', 'ar', 'ja'),
  width: integer({ min: 40, max: 100 }),
}).map(({ stories, title, reason, outlet, language, width }) => ({
  width,
  briefing: aBriefing({
    coming: [{ at: 0, words: reason, outlet, url: outlet }],
    title,
    language,
    sections: [{ region: 'r', name: title, stories, leftOut: 0 }],
    coverage: { sources: 2, answered: 1, failed: [{ sourceId: 'a', name: title, kind: 'timeout', reason }] },
  }),
}))
