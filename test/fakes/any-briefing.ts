import { array, constantFrom, integer, oneof, record, string, type Arbitrary } from 'fast-check'
import { shorten } from '../../src/text/shorten.ts'
import type { BriefedOutlet, BriefedStory, Briefing } from '../../src/records/briefing.ts'
import { aChange, aShortenedSentence, anOutlet, aSentence, aStory } from './briefed-story.ts'
import { aBriefing } from './briefings.ts'
import { anyCharacter } from './any-character.ts'

const SNIPPETS: readonly string[] = [
  'the ministers met',
  'سوریه و ترکیه',
  'דמשק',
  '大马士革会议结束。',
  '👩🏽‍🚒 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  '<!channel>',
  '<!here|here>',
  '<@U012AB3CD>',
  '<#C012AB3CD|general>',
  '@everyone',
  '<@&1234567890>',
  '<https://evil.example|Open Atlas>',
  '[x](javascript:alert(1))',
  '<img src=x onerror=alert(1)>"><script>alert(1)</script>',
  'https://evil.example/a_b?c=d|e>',
  '*bold* _it_ ~gone~ `code` ```block```',
  ':rotating_light: :x:',
  '> said &amp; done &lt;',
  '\u001b[31m\u202e\u2066',
  '\u2069',
  '\r\n• item',
  'Z'.repeat(700),
]

/**
 * Any text that a feed may send, up to some thousand characters: words, any code point, markup of chat
 * platforms, nothing at all.
 */
export const anyText: Arbitrary<string> = oneof(
  {
    weight: 1,
    arbitrary: constantFrom('', ' ', 'Talks go on '.repeat(30), '&<>'.repeat(900), 'بغداد '.repeat(600)),
  },
  {
    weight: 6,
    arbitrary: array(
      oneof(
        { weight: 4, arbitrary: constantFrom(...SNIPPETS) },
        { weight: 1, arbitrary: string({ unit: anyCharacter, maxLength: 12 }) },
      ),
      { maxLength: 12 },
    ).map((parts) => parts.join(' ')),
  },
)

/** Shortens a text to the length that briefings allow for an upcoming event. */
const asTold = (text: string): string => shorten(text, 240)

const anyAddress: Arbitrary<string | null> = oneof(
  constantFrom(
    null,
    '',
    'javascript:alert(1)',
    'https://open-atlas.example/1?a=1&b=2|3',
    'https://bank.example@evil.example/login',
    'https://münze.example/طريق?q=a b)"<>',
    `https://open-atlas.example/${'a&'.repeat(700)}`,
    `https://open-atlas.example/${'b'.repeat(4000)}`,
  ),
  anyText,
)

const anyOutlet: Arbitrary<BriefedOutlet> = record({
  name: anyText,
  carries: oneof(constantFrom(null), anyText),
  country: constantFrom('TR', '', 'zz'),
  language: constantFrom('en', 'ar', 'und'),
  url: anyAddress,
}).map((own) => anOutlet(own))

const anyStory: Arbitrary<BriefedStory> = record({
  headline: anyText,
  mark: constantFrom('new', 'updated', null),
  texts: array(anyText, { maxLength: 4 }),
  outlets: array(anyOutlet, { minLength: 1, maxLength: 5 }),
  changes: array(record({ before: anyText, after: anyText }), { maxLength: 2 }),
  named: array(record({ headline: anyText, url: anyAddress }), { maxLength: 1 }),
  developments: array(record({ speaker: anyText.map(asTold), words: anyText.map(asTold), url: anyAddress }), {
    maxLength: 2,
  }),
}).map(({ headline, mark, texts, outlets, changes, named, developments }) =>
  aStory({
    headline,
    mark,
    outlets,
    independentReports: 1,
    sentences: texts.map((text, index) =>
      index % 2 === 0
        ? aSentence({ text, outlet: index % outlets.length, ...(index > 0 && { saidBy: text }) })
        : aShortenedSentence({ text, outlet: index % outlets.length }),
    ),
    changes: changes.map((change) => aChange(change)),
    developments: developments.map((one) => ({ kind: 'says', articleId: 'a', outlet: 0, ...one })),
    ...(named.length > 0 && {
      alsoRunning: {
        stories: named.map((one) => ({ ...one, id: 's0', language: 'en' })),
        more: 2,
      },
    }),
  }),
)

/**
 * Any briefing in any of our languages: up to sixty stories in up to five regions, any text, any number of
 * sources down.
 */
export const anyBriefing: Arbitrary<Briefing> = record({
  title: anyText,
  names: array(anyText, { maxLength: 5 }),
  stories: array(anyStory, { minLength: 1, maxLength: 5 }),
  count: integer({ min: 0, max: 60 }),
  failed: array(anyText, { maxLength: 3 }),
  coming: array(record({ words: anyText.map(asTold), outlet: anyText, url: anyAddress }), { maxLength: 5 }),
  failures: integer({ min: 0, max: 60 }),
  language: constantFrom('en-GB', 'ar', 'fa', 'ja'),
}).map(({ title, names, stories, count, failed, failures, coming, language }) => {
  const all = Array.from({ length: count }, (_, index) => ({
    ...(stories[index % stories.length] ?? aStory()),
    id: `s${index}`,
  }))
  return aBriefing({
    title,
    language,
    sections: names.map((name, section) => ({
      region: section === 0 ? 'no-place' : `region-${'of-many-words-'.repeat(section)}`,
      name,
      stories: all.filter((_, index) => index % names.length === section),
      leftOut: section,
    })),
    leftOut: 3,
    ...(coming.length > 0 && { coming: coming.map((event) => ({ ...event, at: 1_772_000_000_000 })) }),
    coverage: {
      sources: 120,
      answered: 120 - failures,
      failed: Array.from({ length: failed.length === 0 ? 0 : failures }, (_, index) => ({
        sourceId: `source-${index}`,
        name: failed[index % failed.length] ?? '',
        kind: 'timeout',
        reason: '',
      })),
    },
  })
})
