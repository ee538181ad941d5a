import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createStoryGrouper } from '../../src/stories/create-story-grouper.ts'

const folder = path.resolve('../shared/data/stories')

interface Row {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly time: string | number | null
  readonly cluster: string
}

/** Pairwise and B-cubed F1, in per cent, of the stories we find in one labelled set. */
function measure(set: string): { pairs: number; bCubed: number } {
  const rows = readFileSync(path.join(folder, `${set}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line): Row => JSON.parse(line))
  const grouper = createStoryGrouper()
  const forwards = new Map<string, string>()
  const placed = rows.map(({ id, title, text, time }) => {
    const at = time === null ? null : new Date(time).getTime()
    const { storyId, mergedStoryIds } = grouper.place({ id, sourceId: '', language: 'en', title, text, at })
    for (const merged of mergedStoryIds) forwards.set(merged, storyId)
    return storyId
  })
  const found = placed.map((storyId) => {
    let final = storyId
    for (let next = forwards.get(final); next !== undefined; next = forwards.get(final)) final = next
    return final
  })

  const labels = rows.map((row) => row.cluster)
  const labelSizes = sizes(labels)
  const foundSizes = sizes(found)
  const bothSizes = sizes(labels.map((label, i) => `${label}\u0000${found[i]}`))
  const both = pairs(bothSizes)
  let precision = 0
  let recall = 0
  for (const [key, n] of bothSizes) {
    const [label = '', story = ''] = key.split('\u0000')
    precision += n ** 2 / (foundSizes.get(story) ?? 1) / rows.length
    recall += n ** 2 / (labelSizes.get(label) ?? 1) / rows.length
  }
  return {
    pairs: (200 * both) / (pairs(foundSizes) + pairs(labelSizes)),
    bCubed: (200 * precision * recall) / (precision + recall),
  }
}

function sizes(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

function pairs(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0)
}

describe.skipIf(!existsSync(folder))('createStoryGrouper on labelled sets (needs ../shared/data)', () => {
  it.each([
    ['clusters.wikinews', 67, 86.5],
    ['clusters.multinews', 85, 93.5],
    ['clusters.uci-titles', 82, 81],
  ])('%s: pairs at least %d, B-cubed at least %d', (set, pairs, bCubed) => {
    const measured = measure(set)
    expect(measured.pairs).toBeGreaterThanOrEqual(pairs)
    expect(measured.bCubed).toBeGreaterThanOrEqual(bCubed)
  })
})
