import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { placeAll } from './place-all.ts'
import { scoreStories } from './score-stories.ts'

const folder = path.resolve('../shared/data/stories')

interface Row {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly time: string | number | null
  readonly cluster: string
}

function readRows(set: string): Row[] {
  const lines = readFileSync(path.join(folder, `${set}.jsonl`), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line): Row => JSON.parse(line))
}

describe.skipIf(!existsSync(folder))('createStoryGrouper on labelled sets (needs ../shared/data)', () => {
  it.each([
    ['clusters.wikinews', 67, 82],
    ['clusters.multinews', 85, 92],
    ['clusters.uci-titles', 76, 77],
  ])('%s: pairs at least %d, B-cubed at least %d', (set, pairs, bCubed) => {
    const rows = readRows(set)
    const { stories } = placeAll(
      rows.map(({ id, title, text, time }) => {
        const at = time === null ? null : new Date(time).getTime()
        return { id, sourceId: '', language: 'en', title, text, at }
      }),
    )
    const score = scoreStories(
      rows.map((row) => row.cluster),
      stories,
    )
    expect(score.pairs).toBeGreaterThanOrEqual(pairs)
    expect(score.bCubed).toBeGreaterThanOrEqual(bCubed)
  })
})
