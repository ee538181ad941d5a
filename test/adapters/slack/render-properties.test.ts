import { assert, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { validateMessage } from '../../fakes/slack/validate-message.ts'
import { type DrawOptions, renderMessage } from '../../../adapters/slack/render.ts'
import { drawStory } from '../../../adapters/terminal/draw/briefing.ts'
import type { View } from '../../../adapters/terminal/draw/parts.ts'
import { decodeButton } from '../../../src/chat/action.ts'
import { tellCoverage } from '../../../src/chat/wording/coverage.ts'
import type { Briefing } from '../../../src/records/briefing.ts'
import type { Message } from '../../../src/records/message.ts'
import { harmless } from '../../../src/words/harmless.ts'
import { localeOf } from '../../../src/words/locale.ts'
import { say } from '../../../src/words/say.ts'
import { timesIn } from '../../../src/words/times.ts'
import { webAddress } from '../../../src/words/web-address.ts'
import { writeNumber } from '../../../src/words/write-numbers.ts'
import { anyBriefing, anyText } from '../../fakes/any-briefing.ts'
import { aStoryCard } from '../../fakes/briefings.ts'
import { aSearchHit, aSource } from '../../fakes/findings.ts'
import { MESSAGES } from '../../fakes/messages.ts'
import { aWorstDay } from '../../fakes/worst-day.ts'
import { addressesIn, shownText } from './shown-text.ts'
import { effort } from '../../effort.ts'

const RUNS = { numRuns: effort(100) }

const secret = 'sample'
const options: DrawOptions = { secret, topicName: () => undefined }

const drawn = (message: Message) => {
  const { main, thread } = renderMessage(message, options)
  return [main, ...thread]
}

const blocksOf = (briefing: Briefing) => drawn({ kind: 'briefing', briefing }).flatMap(({ blocks }) => blocks)

/** Removes blanks and direction marks: layout depends on the platform. */
const bare = (text: string): string => text.replace(/[\s\u2068\u2069\u200e\u200f]/gu, '')

/** Returns what the terminal prints of each story, by id. */
function toldInTerminal(briefing: Briefing): ReadonlyMap<string, string> {
  const { language, zone, to } = briefing
  const number = (of: number) => writeNumber(of, language)
  const view: View = {
    width: 1_000_000,
    colour: false,
    links: 'none',
    hyperlinks: false,
    language,
    rightToLeft: localeOf(language).rightToLeft,
    topicName: () => undefined,
    number,
  }
  const time = (at: number) => timesIn(zone, language).moment(at, to)
  return new Map(
    briefing.sections
      .flatMap(({ stories }) => stories)
      .map((story, index) => {
        const told = bare(drawStory(story, index + 1, time, view).join('\n'))
        const rank = number(index + 1)
        expect(told.startsWith(rank)).toBe(true)
        return [story.id, `${rank}.${told.slice(rank.length)}`]
      }),
  )
}

/** Returns what Slack shows up to the buttons of each story, by id. */
function shownInSlack(briefing: Briefing): ReadonlyMap<string, string> {
  const shown = new Map<string, string>()
  let text = ''
  for (const block of blocksOf(briefing)) {
    text += bare(shownText(block))
    if (block.type !== 'actions') continue
    for (const element of block.elements) {
      const decoded = decodeButton(element.type === 'button' ? (element.value ?? '') : '', secret)
      if (decoded.status === 'genuine' && decoded.text.startsWith('story ')) {
        shown.set(decoded.text.slice('story '.length), text)
        text = ''
      }
    }
  }
  return shown
}

/** Returns a message of each other kind with this text wherever text is possible, and `many` of each item. */
function messages(text: string, many: number): readonly Message[] {
  const times = <Item>(item: Item) => Array.from({ length: many }, () => item)
  const { story: card } = MESSAGES.story
  const [subscription] = MESSAGES.subscriptions.subscriptions
  return [
    { ...MESSAGES.notice, text },
    {
      ...MESSAGES.search,
      results: {
        query: text,
        hits: times(aSearchHit({ title: text, snippet: text, sourceName: text, url: text })),
        more: true,
      },
    },
    { ...MESSAGES.sources, sources: times(aSource({ name: text, finding: { kind: 'moved', to: text } })) },
    {
      ...MESSAGES.story,
      story: aStoryCard({
        headline: text,
        reports: card.reports.flatMap((report) => times({ ...report, title: text, lead: text, name: text })),
      }),
    },
    {
      ...MESSAGES.trial,
      trial: {
        ...MESSAGES.trial.trial,
        servings: times({
          at: 0,
          stories: times({ id: 's1', headline: text, language: 'en' }).slice(0, 9),
          leftOut: 1,
        }),
      },
    },
    {
      ...MESSAGES.trace,
      trace: {
        ...MESSAGES.trace.trace,
        title: text,
        url: text,
        steps: times({ label: 'Read', text }),
        members: { reports: times({ label: text, url: text, text }), more: 2 },
        verdicts: times({ subscription: text, status: 'told', text }),
      },
    },
    ...(subscription === undefined
      ? []
      : [
          {
            ...MESSAGES.subscriptions,
            subscriptions: times({ ...subscription, title: text, filter: text }),
          },
        ]),
    { ...MESSAGES.help, commands: times({ words: text, summary: text, examples: [text] }) },
  ]
}

describe('any briefing in Slack', { timeout: 60_000 }, () => {
  it('keeps every limit, in the message and in each part of its thread', () => {
    assert(
      property(anyBriefing, (briefing) => {
        expect(drawn({ kind: 'briefing', briefing }).flatMap(validateMessage)).toEqual([])
      }),
      RUNS,
    )
  })

  it('tells every story, word for word as the terminal does', () => {
    assert(
      property(anyBriefing, (briefing) => {
        const shown = shownInSlack(briefing)
        const told = toldInTerminal(briefing)
        expect([...shown.keys()].toSorted()).toEqual([...told.keys()].toSorted())
        const lost = [...told].filter(([id, text]) => shown.get(id)?.endsWith(text) !== true)
        expect(lost.map(([id, text]) => [text, shown.get(id)])).toEqual([])
      }),
      RUNS,
    )
  })

  it('tells what it is about, what was left out and what was not read', () => {
    assert(
      property(anyBriefing, (briefing) => {
        const { language, sections, title } = briefing
        const shown = bare(blocksOf(briefing).map(shownText).join(''))
        const texts = [
          title,
          ...sections.map(({ name }) => name),
          ...sections
            .filter(({ leftOut }) => leftOut > 0)
            .map(({ leftOut }) => say('section.leftOut', language, { count: leftOut })),
          ...tellCoverage(briefing).map((line) => line.map(({ text }) => harmless(text)).join('')),
        ]
        for (const text of texts) expect(shown).toContain(bare(harmless(text)))
      }),
      RUNS,
    )
  })

  it('leads nowhere but to the articles', () => {
    assert(
      property(anyBriefing, (briefing) => {
        const articles = briefing.sections
          .flatMap(({ stories }) => stories)
          .flatMap(({ outlets, alsoRunning, developments = [] }) => [
            ...outlets,
            ...(alsoRunning?.stories ?? []),
            ...developments.flatMap((one) => ('url' in one ? [one] : [])),
          ])
        const addresses = new Set(
          [...articles, ...(briefing.coming ?? [])].map(({ url }) => webAddress(url)?.replaceAll('|', '%7C')),
        )
        const strays = blocksOf(briefing)
          .flatMap(addressesIn)
          .filter((url) => !addresses.has(url.replaceAll('|', '%7C')))
        expect(strays).toEqual([])
      }),
      RUNS,
    )
  })

  it('gives no text to Slack that could steer a screen', () => {
    assert(
      property(anyBriefing, (briefing) => {
        const shown = blocksOf(briefing).map(shownText).join('')
        expect(shown).not.toMatch(/[^\P{Cc}]|[\u202a-\u202e\u2066\u2067]/u)
        expect(shown.isWellFormed()).toBe(true)
        expect(shown.replace(/[^\u2068\u2069]/gu, '')).toMatch(/^(?:\u2068\u2069)*$/u)
      }),
      RUNS,
    )
  })

  it('tells the sixty stories of the worst day', () => {
    const briefing = aWorstDay()
    const shown = shownInSlack(briefing)
    const told = toldInTerminal(briefing)
    expect(told.size).toBe(60)
    expect([...told].filter(([id, text]) => shown.get(id)?.endsWith(text) !== true)).toEqual([])
  })
})

describe('any other message in Slack', () => {
  it('keeps every limit, whatever stands in it and however much', () => {
    assert(
      property(anyText, (text) => {
        const refused = [...messages(text, 1), ...messages(text, 40)].map((message) => [
          message.kind,
          drawn(message).flatMap(validateMessage),
        ])
        expect(refused.filter(([, reasons = []]) => reasons.length > 0)).toEqual([])
      }),
      { numRuns: effort(30) },
    )
  })

  it('loses none of its words', () => {
    assert(
      property(anyText, (text) => {
        const words = bare(harmless(text))
        // A table cell longer than Slack's limit continues in the next row.
        const lost = (words.length > 1000 ? [] : messages(text, 3)).filter((message) => {
          const shown = bare(
            drawn(message)
              .flatMap(({ blocks }) => blocks.map(shownText))
              .join(''),
          )
          return !shown.includes(words)
        })
        expect(lost.map(({ kind }) => kind)).toEqual([])
      }),
      { numRuns: effort(50) },
    )
  })
})
