import { assert, oneof, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DiscordMessage } from '../../../adapters/discord/draw/draft.ts'
import { type DrawOptions, renderMessage } from '../../../adapters/discord/render.ts'
import { renderMessage as renderInTerminal } from '../../../adapters/terminal/render.ts'
import type { Briefing } from '../../../src/records/briefing.ts'
import { webAddress } from '../../../src/words/web-address.ts'
import { anyBriefing } from '../../fakes/any-briefing.ts'
import { aWorstDay } from '../../fakes/worst-day.ts'
import { bare as barely, sayingsOf } from '../sayings.ts'
import { hostileBriefing, hostileMessage } from './hostile-news.ts'
import { faultsOf, partsOf } from './parts.ts'
import { nodesOf, shownOf, textsOf } from './shown.ts'
import { effort } from '../../effort.ts'

/** Briefings with Discord's own markup, and those that every platform is tested with. */
const anyNews = oneof(hostileBriefing, anyBriefing)

/** Each run renders up to sixty stories and parses them again. */
const RUNS = { numRuns: effort(40) }

const options: DrawOptions = { secret: 'a secret of tests', topicName: () => 'diplomacy' }

const draw = (briefing: Briefing, threads = true): DiscordMessage =>
  renderMessage({ kind: 'briefing', briefing }, { ...options, threads })

const allTexts = (message: DiscordMessage): readonly string[] => partsOf(message).flatMap(textsOf)

const OURS = new Set([
  'text',
  'br',
  'newline',
  'heading',
  'subtext',
  'blockQuote',
  'strong',
  'link',
  'timestamp',
  'twemoji',
])

describe('a briefing of hostile text in Discord', { timeout: 60_000 }, () => {
  it('is within every limit', () => {
    assert(
      property(anyNews, (briefing) => {
        expect(partsOf(draw(briefing)).flatMap(faultsOf)).toEqual([])
      }),
      RUNS,
    )
  })

  it('says of every story what the terminal says', () => {
    assert(
      property(anyNews, (briefing) => {
        const shown = bare(allTexts(draw(briefing)).map(shownOf).join(''))
        const terminal = bare(
          renderInTerminal(
            { kind: 'briefing', briefing },
            { width: 80, colour: false, links: 'none', topicName: () => 'diplomacy' },
          ),
        )
        for (const saying of briefing.sections.flatMap(({ stories }) =>
          stories.flatMap((story) => sayingsOf(story, briefing.language)),
        )) {
          expect(terminal).toContain(bare(saying))
          expect(shown).toContain(bare(saying))
        }
      }),
      RUNS,
    )
  })

  it('becomes no markup but ours', () => {
    assert(
      property(anyNews, (briefing) => {
        const nodes = allTexts(draw(briefing)).flatMap(nodesOf)
        expect([...new Set(nodes.map(({ type }) => type))].filter((type) => !OURS.has(type))).toEqual([])
        const stories = briefing.sections.flatMap((section) => section.stories)
        const addresses = new Set(
          [
            ...stories.flatMap(({ outlets, alsoRunning, developments = [] }) => [
              ...outlets,
              ...(alsoRunning?.stories ?? []),
              ...developments.flatMap((one) => ('url' in one ? [one] : [])),
            ]),
            ...(briefing.coming ?? []),
          ].map(({ url }) => written(webAddress(url))),
        )
        const strange = nodes.filter(({ type, target }) => type === 'link' && !addresses.has(String(target)))
        expect(strange).toEqual([])
        const moments = new Set([
          briefing.from,
          briefing.to,
          ...stories.flatMap(({ lastAt, changes }) => [lastAt, ...changes.map(({ at }) => at)]),
        ])
        const times = nodes
          .filter(({ type }) => type === 'timestamp')
          .map(({ timestamp }) => Number(timestamp) * 1000)
        expect(times.filter((time) => !moments.has(time))).toEqual([])
      }),
      RUNS,
    )
  })

  it('holds no control character and no bidi control but balanced isolates', () => {
    assert(
      property(anyNews, (briefing) => {
        for (const line of allTexts(draw(briefing)).flatMap((text) => text.split('\n'))) {
          expect(line).not.toMatch(/\p{Cc}|[\u202a-\u202e\u2066\u2067]/u)
          expect(line.isWellFormed()).toBe(true)
          expect(line.replace(/[^\u2068\u2069]/g, '')).toMatch(/^(?:\u2068\u2069)*$/)
        }
      }),
      RUNS,
    )
  })

  it.each([true, false])('tells all sixty stories of the worst day, threads: %s', (threads) => {
    const briefing = aWorstDay()
    const drawn = draw(briefing, threads)
    expect(partsOf(drawn).flatMap(faultsOf)).toEqual([])
    const shown = drawn.main.flatMap(textsOf).map(shownOf).join('\n')
    expect(shown.match(/(?<=^[\u200e\u200f]?)\d+(?=\. \S)/gm)?.map(Number)).toEqual(
      Array.from({ length: 60 }, (_, index) => index + 1),
    )
    const told = bare(allTexts(drawn).map(shownOf).join(''))
    for (const saying of briefing.sections.flatMap(({ stories }) =>
      stories.flatMap((story) => sayingsOf(story, briefing.language)),
    ))
      expect(told).toContain(bare(saying))
  })
})

describe('any message with hostile text in Discord', () => {
  it('is within every limit and becomes no markup but ours', () => {
    assert(
      property(hostileMessage, (message) => {
        const drawn = renderMessage(message, options)
        expect(partsOf(drawn).flatMap(faultsOf)).toEqual([])
        const types = new Set(
          allTexts(drawn)
            .flatMap(nodesOf)
            .map(({ type }) => type),
        )
        expect([...types].filter((type) => !OURS.has(type))).toEqual([])
      }),
      RUNS,
    )
  })
})

/** Removes dots as well: they separate marks that share a line. */
const bare = (text: string): string => barely(text).replaceAll('·', '')

/** Encodes an address as our links do: brackets would end them. */
function written(address: string | null): string {
  return (address ?? '').replace(/[()\\<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
