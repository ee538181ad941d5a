import type { SearchHit, SearchResults } from '../../../src/records/message.ts'
import { flow } from '../text/flow.ts'
import { webAddress } from '../../../src/words/web-address.ts'
import { phrase } from '../../../src/words/say.ts'
import { own, quote, spans } from '../../../src/chat/wording/pieces.ts'
import { afterSearch, describeHit } from '../../../src/chat/wording/search.ts'
import { nameArticle } from '../../../src/chat/wording/story.ts'
import { timesIn } from '../../../src/words/times.ts'
import { drawAddress } from './address.ts'
import { drawFacts } from './facts.ts'
import type { View } from './view.ts'

/** What a search found, the best first as it was given. */
export function drawSearch(results: SearchResults, zone: string, view: View): string[] {
  const time = timesIn(zone, view.language).instant
  const after = afterSearch(results, view.language)
  return [
    ...flow(
      spans(phrase('search.title', view.language, { query: quote(results.query, 'title') }), 'title'),
      view,
    ),
    ...results.hits.flatMap((hit, index) => ['', ...drawHit(hit, index + 1, time, view)]),
    ...(after === null ? [] : ['', ...flow([own(after)], view)]),
  ]
}

function drawHit(hit: SearchHit, number: number, time: (at: number) => string, view: View): string[] {
  const first = `${view.number(number).padStart(2)}  `
  const indent = ' '.repeat(first.length)
  return [
    ...flow([nameArticle(hit.title, view.language, 'headline', webAddress(hit.url))], {
      ...view,
      first,
      rest: indent,
    }),
    ...drawFacts(describeHit(hit, time, view.language), indent, view),
    ...flow([quote(hit.snippet)], { ...view, first: indent }),
    ...drawAddress(hit.url, indent, view),
  ]
}
