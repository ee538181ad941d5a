import { describe, expect, it } from 'vitest'
import { rankHeadlines, type HeadlineCandidate } from '../../src/briefings/rank-headlines.ts'
import { eventWords } from '../../src/summaries/event-words.ts'
import { HOUR, NOON } from '../storage/a-read.ts'

const candidate = (title: string, own: Partial<HeadlineCandidate> = {}): HeadlineCandidate => ({
  title,
  language: 'en',
  form: 'report',
  at: NOON,
  isLabel: false,
  opening: new Set(),
  voice: 0,
  news: 0,
  newsValue: 0,
  ...own,
})

/** Returns the first-ranked of these headlines, each from a different outlet. */
function first(...candidates: readonly HeadlineCandidate[]): string | undefined {
  const event = eventWords(
    candidates.map(({ title, language }, i) => ({ title, text: '', language, outlet: String(i), weight: 1 })),
  )
  const heard = candidates.map((one, i) => ({ ...one, voice: event.voices[i] ?? 0 }))
  return candidates[rankHeadlines(heard, event)[0]?.index ?? -1]?.title
}

describe('rankHeadlines', () => {
  it('puts first what most outlets say', () => {
    expect(
      first(
        candidate('Dam bursts above Vik'),
        candidate('Vik: dam bursts in the night'),
        candidate('Families of Vik mourn a teacher'),
      ),
    ).toContain('bursts')
  })

  it('never puts a comment before a report', () => {
    const comment = candidate('Dam bursts above Vik, and nobody listened', { form: 'comment' })
    expect(first(comment, candidate('Town in the north under water'))).toBe('Town in the north under water')
  })

  it('puts the name of a section behind', () => {
    const label = candidate('Vik and the dam', { isLabel: true })
    expect(first(label, candidate('Dam bursts above Vik'), candidate('Vik flooded as dam bursts'))).not.toBe(
      label.title,
    )
  })

  it('puts the newer one first where two say it equally well', () => {
    const old = candidate('Dam bursts above Vik town', { at: NOON - 6 * HOUR })
    expect(first(old, candidate('Dam bursts above Vik village'))).toBe('Dam bursts above Vik village')
  })

  it('puts the one first whose report is more clearly news, where two say it equally well', () => {
    const value = { newsValue: 2 }
    expect(
      first(candidate('Dam bursts above Vik town', value), candidate('Dam bursts above Vik village')),
    ).toBe('Dam bursts above Vik town')
  })

  it('puts what the reader does not know first in an update', () => {
    const news = candidate('Army reaches Vik below the dam', { news: 0.6 })
    expect(first(candidate('Dam above Vik bursts again'), news)).toBe(news.title)
  })

  it('puts the one first that its own report goes on to tell', () => {
    const told = candidate('Dam bursts above Vik town', { opening: new Set(['dam', 'burst', 'vik', 'town']) })
    expect(first(told, candidate('Dam bursts above Vik village'))).toBe(told.title)
    expect(first(candidate('Dam bursts above Vik village'), told)).toBe(told.title)
  })

  it('rather has a number than a word for many', () => {
    const number = 'Dam bursts above Vik and 900 flee'
    expect(first(candidate(number), candidate('Dam bursts above Vik and hundreds flee'))).toBe(number)
  })

  it('rather says what another outlet has, too, than what one alone has an hour later', () => {
    const event = {
      weights: new Map([
        ['dam', 1],
        ['burst', 1],
        ['king', 0.3],
        ['school', 0.32],
      ]),
      voices: [],
    }
    const candidates = [
      candidate('Dam bursts at king', { voice: 0.3 }),
      candidate('Dam bursts at school', { voice: 0.3, at: NOON - HOUR }),
    ]
    expect(rankHeadlines(candidates, event).map(({ index }) => index)).toEqual([1, 0])
  })
})
