import { describe, expect, it } from 'vitest'
import { preview } from '../../../adapters/discord/preview.ts'
import type { Message } from '../../../src/records/message.ts'
import { aBriefing, aStory, TOPIC_NAMES } from '../../fakes/briefings.ts'
import { MESSAGES } from '../../fakes/messages.ts'
import { aWorstDay } from '../../fakes/worst-day.ts'

const options = { secret: 'a secret of tests', topicName: (code: string) => TOPIC_NAMES.get(code) }

describe('preview', () => {
  it.each(Object.values(MESSAGES))('shows $kind on a page that needs nothing else', (message: Message) => {
    const page = preview(message, options)
    expect(page).toMatch(/^<!doctype html>/)
    expect(page).not.toMatch(/<(?:script|link|img|iframe)\b|\bsrc=|url\(/)
    expect(page).not.toContain('class="fault"')
    expect(page).not.toContain('<mark>')
  })

  it('shows times as on the clock of the reader, the newest as now', () => {
    const page = preview(MESSAGES.briefing, options)
    expect(page).toContain('<time>24 November 2026 at 08:00</time>')
    expect(page).toContain('latest <time>2 hours ago</time>')
  })

  it('opens the thread of a long briefing', () => {
    expect(preview({ kind: 'briefing', briefing: aWorstDay() }, options)).toContain(
      '<section class="thread">',
    )
    expect(preview(MESSAGES.briefing, options)).not.toContain('<section class="thread">')
  })

  it('makes no HTML of hostile text', () => {
    const headline = '<img src=x onerror=alert(1)> **bold** @everyone <@123456789012345678>'
    const briefing = aBriefing({
      sections: [{ region: 'r', name: '<b>', stories: [aStory({ headline })], leftOut: 0 }],
    })
    const page = preview({ kind: 'briefing', briefing }, options)
    expect(page).toContain(
      '&lt;img src=x onerror=alert(1)&gt; **bold** @everyone &lt;@123456789012345678&gt;',
    )
    expect(page).not.toMatch(/<img|<b>(?!Dragoman)/)
  })
})
