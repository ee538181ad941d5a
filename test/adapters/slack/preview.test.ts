import { assert, property } from 'fast-check'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { preview } from '../../../adapters/slack/preview/preview.ts'
import type { Message } from '../../../src/records/message.ts'
import { webAddress } from '../../../src/words/web-address.ts'
import { anyBriefing } from '../../fakes/any-briefing.ts'
import { aStory } from '../../fakes/briefings.ts'
import { MESSAGES } from '../../fakes/messages.ts'
import { shownText } from './shown-text.ts'

const noName = () => undefined

const bare = (text: string): string => text.replace(/\s/gu, '')

describe('preview', () => {
  it.each(Object.values(MESSAGES))('shows all of $kind that Slack would', (message: Message) => {
    const { html, payload } = preview(message, noName)
    const { document } = parseHTML(html)
    const shown = bare(document.querySelector('main')?.textContent ?? '')
    for (const { blocks } of [payload.main, ...payload.thread])
      for (const block of blocks) {
        const text = block.type === 'table' ? '' : shownText(block)
        expect(shown).toContain(bare(text))
      }
  })

  it('loads nothing and runs nothing, whatever feeds send', () => {
    assert(
      property(anyBriefing, (briefing) => {
        const { document } = parseHTML(preview({ kind: 'briefing', briefing }, noName).html)
        expect(
          document.querySelectorAll('script, img, link, iframe, object, [onclick], [onerror], [src]'),
        ).toHaveLength(0)
        const addresses = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href'))
        expect(addresses.filter((href) => webAddress(href) === null)).toEqual([])
      }),
      { numRuns: 20 },
    )
  })

  it('draws the parts of a thread beside the message', () => {
    const { document } = parseHTML(preview({ kind: 'briefing', briefing: manyStories() }, noName).html)
    expect(document.querySelectorAll('section.thread article')).toHaveLength(1)
  })
})

function manyStories() {
  const { briefing } = MESSAGES.briefing
  const [section] = briefing.sections
  if (section === undefined) throw new Error('the sample has sections')
  return {
    ...briefing,
    sections: [{ ...section, stories: Array.from({ length: 7 }, (_, index) => aStory({ id: `s${index}` })) }],
  }
}
