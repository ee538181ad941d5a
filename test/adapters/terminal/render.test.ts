import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { renderMessage, type RenderOptions } from '../../../adapters/terminal/render.ts'
import type { Message } from '../../../src/records/message.ts'
import { anOutlet, aStory } from '../../fakes/briefed-story.ts'
import { aBriefing, TOPIC_NAMES } from '../../fakes/briefings.ts'
import { MESSAGES } from '../../fakes/messages.ts'
import { aWorstDay } from '../../fakes/worst-day.ts'

const plain: RenderOptions = {
  width: 80,
  colour: false,
  links: 'none',
  topicName: (code) => TOPIC_NAMES.get(code),
}

const inBriefing = (story: Parameters<typeof aStory>[0], options: Partial<RenderOptions> = {}): string =>
  renderMessage(
    {
      kind: 'briefing',
      briefing: aBriefing({
        sections: [{ region: 'r', name: 'Region', stories: [aStory(story)], leftOut: 0 }],
      }),
    },
    { ...plain, ...options },
  )

describe('renderMessage', () => {
  it.each([60, 80, 100])('draws the briefing %i columns wide as reviewed', async (width) => {
    const drawn = renderMessage(MESSAGES.briefing, { ...plain, width })
    await expect(`${drawn}\n`).toMatchFileSnapshot(`expected/briefing.${width}.txt`)
  })

  it.each(Object.values(MESSAGES))(
    'draws $kind with printed addresses as reviewed',
    async (message: Message) => {
      const drawn = renderMessage(message, { ...plain, links: 'text' })
      await expect(`${drawn}\n`).toMatchFileSnapshot(`expected/${message.kind}.links.80.txt`)
    },
  )

  it('draws the worst day as reviewed', async () => {
    const drawn = renderMessage({ kind: 'briefing', briefing: aWorstDay() }, { ...plain, links: 'text' })
    await expect(`${drawn}\n`).toMatchFileSnapshot('expected/worst-day.80.txt')
  })

  it.each(Object.values(MESSAGES))(
    'says the same in colour and with hyperlinks: $kind',
    (message: Message) => {
      const rich = renderMessage(message, { ...plain, colour: true, links: 'hyperlink' })
      expect(stripVTControlCharacters(rich)).toBe(renderMessage(message, plain))
      expect(rich).toContain('\u001b[1m')
    },
  )

  it('lets the name and the number of an outlet lead to its article', () => {
    const link = '\u001b]8;;https://open-atlas.example/1\u001b\\'
    const drawn = inBriefing(
      { outlets: [anOutlet({ url: 'https://open-atlas.example/1', name: 'Open Atlas' })] },
      { links: 'hyperlink' },
    )
    expect(drawn).toContain(`${link}Open Atlas\u001b]8;;\u001b\\`)
    expect(drawn).toContain(`${link}[1]\u001b]8;;\u001b\\`)
  })

  it('makes no hyperlink of an address that is longer than terminals take', () => {
    const url = `https://open-atlas.example/${'a'.repeat(2083)}`
    expect(inBriefing({ outlets: [anOutlet({ url })] }, { links: 'hyperlink' })).not.toContain('\u001b]8')
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'not an address', null])(
    'makes no link of %s',
    (url) => {
      expect(inBriefing({ outlets: [anOutlet({ url })] }, { links: 'hyperlink' })).not.toContain('\u001b]8')
      expect(inBriefing({ outlets: [anOutlet({ url })] }, { links: 'text' })).not.toContain('javascript')
    },
  )

  it('names the topic by its code where it has no name', () => {
    expect(inBriefing({ topics: ['medtop:123'] })).toContain('medtop:123')
  })

  it('says that a story has no headline rather than showing a number alone', () => {
    expect(inBriefing({ headline: '\u001b[0m ' })).toContain(' 1  NEW · No headline')
  })

  it('tells a time of another day with its date, in the zone of the briefing', () => {
    expect(inBriefing({ lastAt: Date.UTC(2026, 10, 24, 0, 5) })).toContain('latest 03:05')
    expect(inBriefing({ lastAt: Date.UTC(2026, 10, 23, 20, 5) })).toContain('latest Mon 23 Nov, 23:05')
    expect(inBriefing({ lastAt: Date.UTC(2025, 10, 24, 0, 5) })).toContain('latest Mon, 24 Nov 2025, 03:05')
  })

  it('says that a quiet region is quiet', () => {
    expect(renderMessage(MESSAGES.briefing, plain)).toMatch(/Central Asia ─+\n {4}Nothing new\./)
  })

  it('isolates every quoted text for a reader whose own language runs from right to left', () => {
    const drawn = renderMessage({ kind: 'briefing', briefing: aBriefing({ language: 'ar' }) }, plain)
    expect(drawn).toContain('\u2068The Meridian Courier\u2069')
  })
})
