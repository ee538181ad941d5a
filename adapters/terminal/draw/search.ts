import type { SearchHit, SearchResults } from '../../../src/chat/message.ts'
import { flow } from '../text/flow.ts'
import { phrase, words } from '../text/phrase.ts'
import { own, quote, spans } from '../text/pieces.ts'
import { timesIn } from '../text/times.ts'
import { webAddress } from '../text/web-address.ts'
import { drawAddress } from './address.ts'
import { drawFacts } from './facts.ts'
import { drawOutlet } from './outlet.ts'
import type { View } from './view.ts'

/** What a search found, the best first as it was given. */
export function drawSearch(results: SearchResults, zone: string, view: View): string[] {
  const time = timesIn(zone, view.language).instant
  const after = results.hits.length === 0 ? 'search.none' : results.more ? 'search.more' : null
  return [
    ...flow(spans(phrase('search.title', { query: quote(results.query, 'title') }), 'title'), view),
    ...results.hits.flatMap((hit, index) => ['', ...drawHit(hit, index + 1, time, view)]),
    ...(after === null ? [] : ['', ...flow([own(words(after))], view)]),
  ]
}

function drawHit(hit: SearchHit, number: number, time: (at: number) => string, view: View): string[] {
  const first = `${String(number).padStart(2)}  `
  const indent = ' '.repeat(first.length)
  const when = hit.publishedAt === null ? words('story.undated') : time(hit.publishedAt)
  const about = [
    drawOutlet({ ...hit, name: hit.sourceName, url: null }, view),
    [own(when, 'quiet')],
    hit.storyId === null ? [] : [own(words('story.id', { id: hit.storyId }), 'quiet')],
  ]
  return [
    ...flow([quote(hit.title, 'headline', webAddress(hit.url))], { ...view, first, rest: indent }),
    ...drawFacts(about, indent, view),
    ...flow([quote(hit.snippet)], { ...view, first: indent }),
    ...drawAddress(hit.url, indent, view),
  ]
}
