import { describe, expect, it } from 'vitest'
import { contentOf } from '../../src/language/terms.ts'
import { eventWords, nearness } from '../../src/summaries/event-words.ts'

const report = (outlet: string, title: string, weight = 1) => ({
  title,
  text: '',
  language: 'en',
  outlet,
  weight,
})

const nearestOf = (reports: readonly ReturnType<typeof report>[]): string | undefined => {
  const event = eventWords(reports)
  const near = reports.map(({ title }, i) => nearness(contentOf(title, 'en'), event, event.voices[i] ?? 0))
  return reports[near.indexOf(Math.max(...near))]?.title
}

describe('eventWords', () => {
  it('counts a word by the outlets that say it, however often one of them does', () => {
    const { weights } = eventWords([
      report('atlas', 'Dam bursts'),
      report('gazette', 'Dam bursts'),
      ...Array.from({ length: 8 }, () => report('noise', 'Ferry sails')),
    ])
    expect(weights.get('dam')).toBeCloseTo(2 / 3)
    expect(weights.get('ferri')).toBeCloseTo(1 / 3)
  })

  it('hears a comment less than a report', () => {
    const { weights } = eventWords([
      report('atlas', 'Dam bursts'),
      report('gazette', 'Blame engineers', 0.25),
    ])
    expect(weights.get('dam') ?? 0).toBeGreaterThan(weights.get('engin') ?? 0)
  })
})

describe('nearness', () => {
  it('is highest for what most outlets say, not for what one of them says at length', () => {
    expect(
      nearestOf([
        report('atlas', 'Dam bursts above Vik'),
        report('gazette', 'Dam bursts and floods Vik'),
        report(
          'noise',
          'Minister visits a school, a farm, a factory and the dam in a long day of campaigning',
        ),
      ]),
    ).toMatch(/^Dam bursts/u)
  })
})
