import { describe, expect, it } from 'vitest'
import { createFeedWriter } from '../../src/demo/serve-sample.ts'
import { readSample } from '../../src/demo/sample-edition.ts'

const at = (day: number, hour: number) => Date.UTC(2026, 2, 8 + day, hour)
const outlet = readSample('config/sample').find(({ id }) => id === 'steppe-herald')

describe('createFeedWriter', () => {
  it('writes a feed once for all that ask until its outlet publishes or corrects something', () => {
    if (outlet === undefined) throw new Error('The sample has no such outlet')
    const feedAt = createFeedWriter(outlet)
    const hours = Array.from({ length: 78 }, (_, hour) => feedAt(at(1, hour)))
    const changes = outlet.articles.flatMap(({ published = 0, appears = published, revisions }) => [
      appears,
      ...revisions.map(({ from }) => from),
    ])
    const first = changes.filter((change) => change <= at(1, 0)).length === 0 ? 1 : 0
    const later = changes.filter((change) => change <= at(4, 5)).length
    expect(new Set(hours).size).toBeLessThanOrEqual(later + first)
    expect(new Set(hours.map(({ etag }) => etag)).size).toBe(new Set(hours).size)
  })

  it('tells a correction by body, validators and date', () => {
    if (outlet === undefined) throw new Error('The sample has no such outlet')
    const feedAt = createFeedWriter(outlet)
    const [before, after] = [feedAt(at(3, 15)), feedAt(at(4, 5))]
    expect(before.body).toContain('14.25')
    expect(after.body).toContain('14.75')
    expect(after.etag).not.toBe(before.etag)
    expect(after.changedAt.getTime()).toBeGreaterThan(before.changedAt.getTime())
  })
})
