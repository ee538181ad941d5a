import { describe, expect, it } from 'vitest'
import { tellCoverage } from '../../../src/chat/wording/coverage.ts'
import { aBriefing } from '../../fakes/briefings.ts'

const lines = (briefing: ReturnType<typeof aBriefing>): string[] =>
  tellCoverage(briefing).map((line) => line.map(({ text }) => text).join(''))

describe('tellCoverage', () => {
  const coverage = { answered: 9, sources: 9, failed: [] }

  it('says that nothing is new where nothing is told, in the reader’s language', () => {
    const quiet = { ...aBriefing(), sections: [], leftOut: 0, coverage }
    expect(lines({ ...quiet, language: 'en' })).toEqual([
      'Nothing new. 9 of 9 sources answered; nothing left out.',
    ])
    expect(lines({ ...quiet, language: 'de' })[0]).toMatch(/^Nichts Neues\. /u)
  })

  it('says that only the strongest stories were looked at', () => {
    const short = { ...aBriefing(), lookedAt: 10_000, coverage }
    expect(lines({ ...short, language: 'en' })[0]).toBe(
      'There was so much news in this time that only the 10,000 strongest stories were considered.',
    )
  })

  it.each([
    ['an hour ago, by the time alone', 1, /(?<!on )\d\d:\d\d\), with/u],
    ['three days ago, with the date', 72, /\w+, \w+ \d+, \d\d:\d\d\), with/u],
  ])('says in words that suit both when it was told before: %s', (_, hours, time) => {
    const briefing = aBriefing()
    const keptOut = { told: 1, muted: 0, toldAt: briefing.to - hours * 3_600_000 }
    const [, line] = lines({ ...briefing, keptOut, coverage, language: 'en' })
    expect(line).toContain('1 matching story was sent here before (most recently: ')
    expect(line).toMatch(time)
  })

  it('does not call quiet what nobody answered, and counts most of many that failed alike', () => {
    const failed = Array.from({ length: 30 }, (_, n) => ({
      sourceId: `s${n}`,
      name: `Source ${n}`,
      kind: 'unreachable' as const,
      reason: 'no such host',
    }))
    const cutOff = {
      ...aBriefing(),
      sections: [],
      leftOut: 0,
      coverage: { answered: 0, sources: 30, failed },
    }
    expect(lines({ ...cutOff, language: 'en' })).toEqual([
      '0 of 30 sources answered; nothing left out.',
      `Not read: ${failed
        .slice(0, 12)
        .map(({ name }) => name)
        .join(', ')}, and 18 other sources (server unreachable)`,
    ])
    expect(lines({ ...cutOff, language: 'ar' })[1]).toMatch(/Source 11 و18 مصدرًا آخر/u)
  })

  it('says only how many sources answered where something is told', () => {
    expect(lines({ ...aBriefing(), leftOut: 0, coverage, language: 'en' })).toEqual([
      '9 of 9 sources answered; nothing left out.',
    ])
  })
})
