import type { BriefedEvent } from '../../records/briefing.ts'
import { say } from '../../words/say.ts'
import { timesIn } from '../../words/times.ts'
import { webAddress } from '../../words/web-address.ts'
import { dotted, type Line, own, quote } from './span.ts'

/**
 * Lists what takes place in the week ahead, one line each: the day, the sentence and its outlet. Null where a
 * briefing has none.
 */
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
