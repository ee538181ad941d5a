import type { BriefedOutlet } from '../../records/briefing.ts'
import { webAddress } from '../../words/web-address.ts'
import { countryName, languageName, sameLanguage } from '../../words/names.ts'
import { phrase, say } from '../../words/say.ts'
import { listed, own, quote, spans } from './pieces.ts'
import type { Reader } from './reader.ts'
import type { Span } from './span.ts'

type Labelled = Pick<BriefedOutlet, 'name' | 'country' | 'ownership' | 'language'> &
  Partial<Pick<BriefedOutlet, 'url' | 'carries'>>

/** An outlet with what a reader should know of it: labels, never a score. "Radio Saltmarsh (Iraq, private, Arabic)". */
export function labelOutlet(outlet: Labelled, language: string): readonly Span[] {
  const { url = null, carries = null } = outlet
  const labels: (readonly Span[])[] = []
  if (outlet.country !== '') labels.push([own(countryName(outlet.country, language), 'quiet')])
  const owned = outlet.ownership === null ? 'outlet.removed' : (`ownership.${outlet.ownership}` as const)
  labels.push([own(say(owned, language), 'quiet')])
  if (!sameLanguage(outlet.language, language))
    labels.push([own(languageName(outlet.language, language), 'quiet')])
  if (carries !== null)
    labels.push(spans(phrase('story.carries', language, { agency: quote(carries, 'quiet') }), 'quiet'))
  return [
    quote(outlet.name, undefined, webAddress(url)),
    own(' (', 'quiet'),
    ...listed(labels, language, 'quiet'),
    own(')', 'quiet'),
  ]
}

/** The number under which sentences cite an outlet; it leads to the article. */
export function citeOutlet(index: number, url: string | null, { number }: Pick<Reader, 'number'>): Span {
  return { text: `[${number(index + 1)}]`, look: 'mark', whole: true, url: webAddress(url) }
}
