import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { cleanHtml } from './clean-html.ts'
import { decode } from './decode.ts'
import { plainText } from './plain-text.ts'

export interface ExtractTask {
  readonly bytes: Uint8Array
  readonly contentType: string | undefined
}

/**
 * Extracts the clean text of the article on a page; empty if none is found. Runs in a worker thread of
 * `createPageReader`.
 */
export default function extract({ bytes, contentType }: ExtractTask): string {
  const html = decode(bytes, { contentType }).text.slice(0, MAX_PAGE)
  const { document } = parseHTML(cleanHtml(html))
  const article = new Readability(document, {
    maxElemsToParse: MAX_ELEMENTS,
    charThreshold: MIN_TEXT,
  }).parse()
  return plainText(article?.content ?? '')
}

/** Upper bounds: a newspaper's page has some hundred KB and some thousand elements. */
const MAX_PAGE = 2_000_000
const MAX_ELEMENTS = 50_000

/**
 * Below this many characters, less than a short article has, Readability searches again with looser rules.
 */
const MIN_TEXT = 300
