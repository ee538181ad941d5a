import { readFile } from 'node:fs/promises'
import type { Entry, ParsedFeed } from './entry.ts'
import { createFeedParser, type FeedParser } from './feed-parser.ts'

/** A feed file as `dragoman read` prints it; dates are ISO 8601. */
export interface FeedFileAnswer {
  readonly file: string
  readonly ok: boolean
  readonly error?: string
  readonly title: string | null
  readonly link: string | null
  readonly description: string | null
  readonly entries: readonly FeedFileEntry[]
  /** What the entries do not show: that some were left out, or that there is nothing to look like a feed. */
  readonly notes: readonly string[]
}

interface FeedFileEntry {
  readonly id: string | null
  readonly title: string
  readonly link: string | null
  readonly published: string | null
  readonly updated: string | null
  readonly author: string | null
  readonly summary: string | null
  readonly content: string | null
}

/**
 * Reads feeds from files, in the same threads as live feeds. `headers` are those that came with the bytes. Never
 * throws: what goes wrong stands in `error`. Unlike an address, from which people await a feed, a file may be any piece of
 * markup: without a feed in it, it holds no entries, which is a note and no error.
 */
export function createFeedFileReader(parser: FeedParser = createFeedParser()): {
  read(file: string, headers?: Readonly<Record<string, string>>): Promise<FeedFileAnswer>
  close(): Promise<void>
} {
  const read = async (file: string, headers?: Readonly<Record<string, string>>): Promise<FeedFileAnswer> => {
    const nothing = { title: null, link: null, description: null, entries: [], notes: [] }
    const failed = (error: string): FeedFileAnswer => ({ file, ok: false, error, ...nothing })
    let bytes: Uint8Array
    try {
      bytes = await readFile(file)
    } catch (error) {
      return failed(`Cannot read the file: ${error instanceof Error ? error.message : String(error)}`)
    }
    const answer = await parser.parse(bytes, { headers: lowerCase(headers) })
    if (answer.status === 'not-a-feed' && answer.code === 'fragment')
      return { file, ok: true, ...nothing, notes: [answer.text] }
    if (answer.status !== 'parsed') return failed(answer.text)
    const { title, link, description, entries } = answer.feed
    const notes = notesOn(answer.feed)
    return { file, ok: true, title, link, description, entries: entries.map(printed), notes }
  }
  return { read, close: () => parser.close() }
}

const lowerCase = (headers: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))

function notesOn({ entries, lost, truncated }: ParsedFeed): string[] {
  const notes: string[] = []
  if (lost === 1) notes.push('1 entry had nothing in it and was left out.')
  else if (lost > 1) notes.push(`${lost} entries had nothing in them and were left out.`)
  if (truncated) notes.push(`The feed is too long to be read whole; ${entries.length} entries were read.`)
  return notes
}

const printed = (entry: Entry): FeedFileEntry => ({
  id: entry.guid,
  title: entry.title,
  link: entry.link,
  published: iso(entry.publishedAt),
  updated: iso(entry.updatedAt),
  author: entry.author,
  summary: entry.summary,
  content: entry.content,
})

const iso = (instant: number | null): string | null =>
  instant === null ? null : new Date(instant).toISOString()
