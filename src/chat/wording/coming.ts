import type { BriefedEvent } from '../../records/briefing.ts'
import { say } from '../../words/say.ts'
import { timesIn } from '../../words/times.ts'
import { webAddress } from '../../words/web-address.ts'
import { dotted, type Line, own, quote } from './span.ts'

/** What takes place in the week ahead, a line each: the day, the sentence and whose it is. Null where a briefing tells none. */
export function tellComingWeek({
  coming = [],
  language,
}: {
  readonly coming?: readonly BriefedEvent[]
  readonly language: string
}): { readonly heading: Line; readonly lines: readonly Line[] } | null {
  if (coming.length === 0) return null
  const { day } = timesIn('UTC', language)
  return {
    heading: [own(say('briefing.coming', language), 'section')],
    lines: coming.map(({ at, words, outlet, url }) =>
      dotted(
        [[own(day(at))], [quote(words)], [{ ...quote(outlet, 'quiet'), url: webAddress(url) }]],
        'quiet',
      ),
    ),
  }
}
