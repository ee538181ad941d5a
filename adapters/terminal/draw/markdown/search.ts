import { phrase } from '../../../../src/words/say.ts'
import type { SearchResults } from '../../../../src/records/message.ts'
import type { RootContent } from 'mdast'
import { webAddress } from '../../../../src/words/web-address.ts'
import { dotted, quote, spans } from '../../../../src/chat/wording/pieces.ts'
import { afterSearch, describeHit } from '../../../../src/chat/wording/search.ts'
import { nameArticle } from '../../../../src/chat/wording/story.ts'
import { timesIn } from '../../../../src/words/times.ts'
import { heading, list, paragraph, phrasing, text } from './nodes.ts'
import type { Page } from './page.ts'

/** What a search found, as a numbered list. */
export function writeSearch(results: SearchResults, zone: string, page: Page): RootContent[] {
  const time = timesIn(zone, page.language).instant
  const after = afterSearch(results, page.language)
  const items = results.hits.map((hit) =>
    [
      [nameArticle(hit.title, page.language, undefined, webAddress(hit.url))],
      dotted(describeHit(hit, time, page.language)),
      [quote(hit.snippet)],
    ].map((line) => paragraph(phrasing(line, page.rightToLeft))),
  )
  return [
    heading(
      1,
      phrasing(
        spans(phrase('search.title', page.language, { query: quote(results.query) })),
        page.rightToLeft,
      ),
    ),
    ...(items.length === 0 ? [] : [list(items, true)]),
    ...(after === null ? [] : [paragraph([text(after)])]),
  ]
}
