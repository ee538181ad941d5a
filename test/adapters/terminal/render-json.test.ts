import { describe, expect, it } from 'vitest'
import { renderJson } from '../../../adapters/terminal/render-json.ts'
import { aBriefing } from '../../fakes/briefings.ts'
import { MESSAGES } from '../../fakes/messages.ts'
import { aWorstDay } from '../../fakes/worst-day.ts'

describe('renderJson', () => {
  it.each(Object.values(MESSAGES))('keeps every value of $kind', (message) => {
    expect(JSON.parse(renderJson(message))).toEqual(message)
  })

  it('writes the same line whatever the order in which keys were set', () => {
    const briefing = aBriefing()
    const reversed = Object.fromEntries(Object.entries(briefing).reverse())
    expect(renderJson({ kind: 'briefing', briefing: { ...briefing, ...reversed } })).toBe(
      renderJson({ briefing, kind: 'briefing' }),
    )
    expect(renderJson({ kind: 'notice', level: 'info', text: 'x', language: 'en' })).toBe(
      '{"kind":"notice","language":"en","level":"info","text":"x"}',
    )
  })

  it('is one line that cannot steer a terminal', () => {
    const briefing = aWorstDay()
    const json = renderJson({ kind: 'briefing', briefing })
    expect(json).not.toMatch(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u)
    expect(JSON.parse(json)).toEqual({ kind: 'briefing', briefing })
  })
})
