import { webAddress } from '../../words/web-address.ts'
import type { Reader } from './reader.ts'
import type { Span } from './span.ts'

/** Returns the number by which sentences cite an outlet; it links to the article. */
export function citeOutlet(index: number, url: string | null, { number }: Pick<Reader, 'number'>): Span {
  return { text: `[${number(index + 1)}]`, look: 'mark', whole: true, url: webAddress(url) }
}
