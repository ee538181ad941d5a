import { describe, expect, it } from 'vitest'
import { preview } from '../../../adapters/discord/preview/preview.ts'
import type { Message } from '../../../src/records/message.ts'
import { aStory } from '../../fakes/briefed-story.ts'
import { aBriefing, TOPIC_NAMES } from '../../fakes/briefings.ts'
import { MESSAGES } from '../../fakes/messages.ts'
import { aWorstDay } from '../../fakes/worst-day.ts'

const pageOf = (message: Message): string => preview(message, (code) => TOPIC_NAMES.get(code)).html

describe('preview', () => {
  it.each(Object.values(MESSAGES))('shows $kind on a page that needs nothing else', (message: Message) => {
    const page = pageOf(message)
    expect(page).toMatch(/^<!doctype html>/)
    expect(page).not.toMatch(/<(?:script|link|img|iframe)\b|\bsrc=|url\(/)
    expect(page).not.toContain('<mark>')
  })

  it('shows times as on the clock of the reader, the newest as now', () => {
    const page = pageOf(MESSAGES.briefing)
    expect(page).toContain('<time>24 November 2026 at 08:00</time>')
    expect(page).toContain('latest <time>2 hours ago</time>')
  })

  it('opens the thread of a long briefing', () => {
    expect(pageOf({ kind: 'briefing', briefing: aWorstDay() })).toContain('<section class="thread">')
    expect(pageOf(MESSAGES.briefing)).not.toContain('<section class="thread">')
  })

  it('makes no HTML of hostile text', () => {
    const headline = '<img src=x onerror=alert(1)> **bold** @everyone <@123456789012345678>'
    const briefing = aBriefing({
      sections: [{ region: 'r', name: '<b>', stories: [aStory({ headline })], leftOut: 0 }],
    })
    const page = pageOf({ kind: 'briefing', briefing })
    expect(page).toContain(
      '&lt;img src=x onerror=alert(1)&gt; **bold** @everyone &lt;@123456789012345678&gt;',
    )
    expect(page).not.toMatch(/<img|<b>(?!Dragoman)/)
  })
})
