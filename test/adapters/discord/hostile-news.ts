import { array, constantFrom, integer, oneof, record, string, type Arbitrary } from 'fast-check'
import type { BriefedStory, Briefing } from '../../../src/records/briefing.ts'
import type { Message } from '../../../src/records/message.ts'
import { aChange, anOutlet, aShortenedSentence, aSentence, aStory } from '../../fakes/briefed-story.ts'
import { aBriefing, aStoryCard } from '../../fakes/briefings.ts'
import { aSearchHit, aSource } from '../../fakes/findings.ts'
import { MESSAGES } from '../../fakes/messages.ts'
import { anyCharacter } from '../../fakes/any-character.ts'

/** Texts that are markup for Discord, or break texts elsewhere. */
const SNIPPETS = [
  'the ministers met',
  'سوریه و ترکیه',
  'דמשק',
  '大马士革会议结束。',
  '👩🏽‍🚒 🇹🇷',
  '@everyone',
  '@here',
  '<@123456789012345678>',
  '<@&123456789012345678>',
  '<#123456789012345678>',
  '<!channel>',
  '</news search:123456789012345678>',
  '<:fire:123456789012345678>',
  '<a:fire:123456789012345678>',
  ':fire:',
  '<t:1700000000:R>',
  '\ufdd01700000000\ufdd1',
  '<id:customize>',
  '<123456789012345678:customize>',
  '<https://evil.example>',
  'https://evil.example/a_b?c=d',
  'http://evil.example',
  '[x](https://evil.example)',
  '[x](javascript:alert(1))',
  '](https://evil.example)',
  '[',
  ']',
  '(',
  ')',
  '\\',
  '# heading',
  '-# small',
  '> quoted',
  '>>> quoted',
  '- item',
  '1. item',
  '**bold** *em* __under__ _em_ ~~gone~~ ||spoiler||',
  '`code` ```block```',
  '¯\\_(ツ)_/¯',
  '\u001b[31m',
  '\u202e',
  '\u2066',
  '\u2069',
  '\r\n# heading',
  'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz',
]

/** Text as a feed may send it: words, any code point, markup, in any order. */
const hostileText: Arbitrary<string> = oneof(
  {
    weight: 8,
    arbitrary: array(
      oneof(
        { weight: 4, arbitrary: constantFrom(...SNIPPETS) },
        { weight: 1, arbitrary: string({ unit: anyCharacter, maxLength: 12 }) },
      ),
      { maxLength: 12 },
    ).map((parts) => parts.join(' ')),
  },
  {
    weight: 1,
    arbitrary: record({
      text: constantFrom(...SNIPPETS, '*', '大', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'ا'),
      times: integer({ min: 100, max: 3000 }),
    }).map(({ text, times }) => text.repeat(times).slice(0, 9000)),
  },
)

const hostileUrl = oneof(
  hostileText,
  constantFrom(
    'https://open-atlas.example/1',
    'https://open-atlas.example/a(b)c)d\\e"f\'g h*i_j|k`l<m>',
    'javascript:alert(1)',
    `https://open-atlas.example/${'long/'.repeat(500)}`,
  ),
)

const hostileStory: Arbitrary<BriefedStory> = record({
  headline: hostileText,
  sentence: hostileText,
  name: hostileText,
  carries: hostileText,
  before: hostileText,
  after: hostileText,
  url: hostileUrl,
  id: integer({ min: 0, max: 9 }),
  outlets: integer({ min: 1, max: 4 }),
  mark: constantFrom('new', 'updated', null),
}).map(({ headline, sentence, name, carries, before, after, url, id, outlets, mark }) =>
  aStory({
    id: `s${id}`,
    headline,
    mark,
    sentences: [aSentence({ text: sentence }), aShortenedSentence({ text: headline })],
    outlets: Array.from({ length: outlets }, (_, index) =>
      anOutlet({ sourceId: `outlet-${index}`, name: `${name} ${index}`, carries, url }),
    ),
    changes: [aChange({ before, after })],
  }),
)

/** A briefing of up to sixty stories with hostile text. */
export const hostileBriefing: Arbitrary<Briefing> = record({
  stories: oneof(
    { weight: 4, arbitrary: array(hostileStory, { minLength: 1, maxLength: 5 }) },
    { weight: 1, arbitrary: array(hostileStory, { minLength: 20, maxLength: 60 }) },
  ),
  title: hostileText,
  region: hostileText,
  language: constantFrom('en-GB', 'ar', 'fa', 'tr', 'ja'),
  quiet: integer({ min: 0, max: 30 }),
}).map(({ stories, title, region, language, quiet }) =>
  aBriefing({
    title,
    language,
    sections: [
      { region, name: title, stories, leftOut: 3 },
      ...Array.from({ length: quiet }, () => ({ region: 'quiet', name: region, stories: [], leftOut: 0 })),
    ],
    coverage: {
      sources: 2,
      answered: 1,
      failed: [{ sourceId: 'a', name: title, kind: 'timeout', reason: region }],
    },
  }),
)

/** Any other message, with hostile text in every field that takes text of others. */
export const hostileMessage: Arbitrary<Message> = record({
  text: hostileText,
  other: hostileText,
  url: hostileUrl,
  stories: array(hostileStory, { minLength: 1, maxLength: 3 }),
  language: constantFrom('en-GB', 'ar', 'fa'),
  times: integer({ min: 0, max: 40 }),
}).chain(({ text, other, url, stories, language, times }) => {
  const [story = aStory()] = stories
  const reader = { zone: 'Europe/Istanbul', language }
  const { subscription } = MESSAGES.subscription
  const card = { ...subscription, title: text, filter: other }
  const many = <Item>(make: (index: number) => Item): Item[] =>
    Array.from({ length: times }, (_, index) => make(index))
  const messages: readonly Message[] = [
    {
      kind: 'story',
      story: aStoryCard({
        ...story,
        reports: many((index) => ({
          ...anOutlet({ name: text, title: other, url }),
          articleId: `a${index}`,
          version: 1,
          outlet: 0,
          lead: text,
        })),
      }),
      actions: [{ label: 'action.mute', command: 'mute s1' }],
      ...reader,
    },
    {
      kind: 'search',
      results: {
        query: text,
        hits: many((index) =>
          aSearchHit({ articleId: `a${index}`, storyId: `s${index % 7}`, title: text, snippet: other, url }),
        ),
        more: true,
      },
      ...reader,
    },
    { kind: 'sources', sources: many((index) => aSource({ sourceId: `o${index}`, name: text })), ...reader },
    { kind: 'subscriptions', subscriptions: many((index) => ({ ...card, id: `k${index}` })), ...reader },
    {
      kind: 'subscription',
      change: 'made',
      subscription: card,
      first: aBriefing({ sections: [{ region: 'r', name: other, stories, leftOut: 0 }] }),
      ...reader,
    },
    {
      kind: 'trial',
      trial: {
        ...MESSAGES.trial.trial,
        subscription: card,
        servings: many((index) => ({
          at: index,
          stories: [{ id: 's1', headline: text, language: 'und' }],
          leftOut: 1,
        })),
      },
      ...reader,
    },
    {
      kind: 'trace',
      trace: {
        title: text,
        titleLanguage: 'und',
        url,
        steps: many(() => ({ label: 'Read', text: other })),
        members: { reports: many(() => ({ label: other, url, text })), more: 2 },
        verdicts: many(() => ({ subscription: text, status: 'told' as const, text: other })),
        elsewhere: many(() => ({ subscription: text, status: 'waiting' as const, text: other })),
      },
      ...reader,
    },
    { kind: 'notice', level: 'error', text: `${text}\n${other}`, language },
  ]
  return constantFrom(...messages)
})
