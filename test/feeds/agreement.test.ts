import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { decodeHTML } from 'entities'
import { describe, expect, it } from 'vitest'
import type { FeedEntry, ParsedFeed } from '../../src/feeds/entry.ts'
import { parseFeed } from '../../src/feeds/parse-feed.ts'

interface Expectation {
  readonly file: string
  readonly field: string
  readonly expected: string | number
  readonly group: string
  readonly index?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly emptyText?: boolean
}

const folder = path.resolve('../shared/data/feeds')
const isPresent = existsSync(folder)

/** Removes tags, decodes entities and collapses white space: what a reader sees. */
const plain = (text: string): string =>
  decodeHTML(
    text
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/<[^>]*>/g, ''),
  )
    .replace(/\s+/g, ' ')
    .trim()

const date = (instant: number | null | undefined): string | null =>
  typeof instant === 'number' ? new Date(instant).toISOString().replace(/\.\d+Z$/, 'Z') : null

function answersOf(
  feed: ParsedFeed<FeedEntry>,
  { field, index = 0 }: Expectation,
): (string | null | undefined)[] {
  const entry = feed.entries[index]
  const answers: Readonly<Record<string, (string | null | undefined)[]>> = {
    'feed.title': [feed.title],
    'feed.link': [feed.link],
    'feed.description': [feed.description],
    count: [String(feed.entries.length)],
    body: [entry?.summary, entry?.content],
    date: [date(entry?.publishedAt), date(entry?.updatedAt)],
    id: [entry?.guid],
    title: [entry?.title],
    link: [entry?.link],
    author: [entry?.author],
  }
  return answers[field] ?? []
}

describe.skipIf(!isPresent)('parseFeed on feedparser’s expectations (needs ../shared/data)', () => {
  it.each([
    ['core', 0.94],
    ['entities', 0.99],
  ])(
    'meets the %s ones at least by %f',
    async (group, floor) => {
      const lines = (await readFile(path.join(folder, 'expectations.jsonl'), 'utf8')).trim().split('\n')
      const rows = lines
        .map((line): Expectation => JSON.parse(line))
        .filter((row) => row.group === group && !row.emptyText)
      let met = 0
      for (const row of rows) {
        const bytes = await readFile(path.join(folder, row.file))
        const feed = await parseFeed(bytes, { headers: row.headers })
        const answers = answersOf(feed, row).filter((answer) => typeof answer === 'string')
        if (answers.some((answer) => plain(answer) === plain(String(row.expected)))) met += 1
      }
      expect(met / rows.length).toBeGreaterThan(floor)
    },
    60_000,
  )
})
