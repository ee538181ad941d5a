import { readFile } from 'node:fs/promises'
import { escapeText } from 'entities'
import { cleanHtml } from './clean-html.ts'
import type { Entry, ParsedFeed } from './entry.ts'
import type { FeedParser } from './feed-parser.ts'

const NOTHING = { title: null, link: null, description: null, entries: [], notes: [] }

/**
 * Reads a feed file for `dragoman read`: texts are printed as HTML, dates as ISO 8601. `headers` are those
 * that came with the bytes. `notes` tell what the entries do not show: some were left out, or nothing looks
 * like a feed. Never throws; errors are in `error`. Unlike an address, which is expected to be a feed, a file
 * may be any piece of markup: one without a feed is a file without entries, with a note and no error.
 */
export async function readFeedFile(
  file: string,
  headers: Readonly<Record<string, string>>,
  parser: Pick<FeedParser, 'parse'>,
): Promise<{ readonly ok: boolean; readonly [field: string]: unknown }> {
  const failed = (error: string) => ({ file, ok: false, error, ...NOTHING })
  let bytes: Uint8Array
  try {
    bytes = await readFile(file)
  } catch (error) {
    return failed(`Cannot read the file: ${error instanceof Error ? error.message : String(error)}`)
  }
  const lowerCase = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])
  const answer = await parser.parse(bytes, { headers: Object.fromEntries(lowerCase) })
  if (answer.status === 'not-a-feed' && answer.code === 'fragment')
    return { file, ok: true, ...NOTHING, notes: [answer.text] }
  if (answer.status !== 'parsed') return failed(answer.text)
  const { title, link, description, entries } = answer.feed
  const notes = notesOn(answer.feed)
  return {
    file,
    ok: true,
    title: escapeText(title),
    link,
    description: escapeText(description),
    entries: entries.map(printed),
    notes,
  }
}

function notesOn({ entries, lost, cut = false, truncated }: ParsedFeed): string[] {
  const notes: string[] = []
  const empty = lost - (cut ? 1 : 0)
  if (empty === 1) notes.push('1 entry had nothing in it and was left out.')
  else if (empty > 1) notes.push(`${empty} entries had nothing in them and were left out.`)
  if (cut) notes.push('The feed ends within an entry, which was left out.')
  if (truncated) notes.push(`The feed is too long to be read whole; ${entries.length} entries were read.`)
  return notes
}

const printed = ({ guid, title, link, publishedAt, updatedAt, author, summary, content }: Entry) => ({
  id: guid,
  title: escapeText(title),
  link,
  published: iso(publishedAt),
  updated: iso(updatedAt),
  author,
  summary: summary && cleanHtml(summary),
  content: content && cleanHtml(content),
})

const iso = (instant: number | null): string | null =>
  instant === null ? null : new Date(instant).toISOString()
