import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { decode } from './decode.ts'
import { plainText } from './plain-text.ts'

export interface ExtractTask {
  readonly bytes: Uint8Array
  readonly contentType: string | undefined
}

/** Clean text of the article on a page; empty when none is found. Runs in a worker thread of `createPageReader`. */
export default function extract({ bytes, contentType }: ExtractTask): string {
  const html = decode(bytes, { contentType }).text.slice(0, MAX_PAGE)
  const { document } = parseHTML(html)
  const article = new Readability(document, {
    maxElemsToParse: MAX_ELEMENTS,
    charThreshold: MIN_TEXT,
  }).parse()
  return plainText(article?.content ?? '')
}

/** A page of a newspaper has some hundred KB and some thousand elements. */
const MAX_PAGE = 2_000_000
const MAX_ELEMENTS = 50_000

/** Less text than a short article: Readability then looks again with looser rules. */
const MIN_TEXT = 300
