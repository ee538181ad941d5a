import type { BriefedOutlet } from '../../../src/briefings/briefing.ts'
import { countryName, languageName, sameLanguage } from '../text/names.ts'
import { listed, own, quote, spans } from '../text/pieces.ts'
import { phrase, words } from '../text/phrase.ts'
import type { Span } from '../text/span.ts'
import { webAddress } from '../text/web-address.ts'
import type { View } from './view.ts'

type Described = Pick<BriefedOutlet, 'name' | 'country' | 'ownership' | 'language'>

/** An outlet with what a reader should know of it: labels, never a score. "Radio Saltmarsh (Iraq, private, Arabic)". */
export function drawOutlet(
  outlet: Described & Partial<Pick<BriefedOutlet, 'url' | 'carries'>>,
  view: View,
): readonly Span[] {
  const { url = null, carries = null } = outlet
  const labels: (readonly Span[])[] = []
  if (outlet.country !== '') labels.push([own(countryName(outlet.country, view.language), 'quiet')])
  labels.push([own(words(`ownership.${outlet.ownership}`), 'quiet')])
  if (!sameLanguage(outlet.language, view.language))
    labels.push([own(languageName(outlet.language, view.language), 'quiet')])
  if (carries !== null)
    labels.push(spans(phrase('story.carries', { agency: quote(carries, 'quiet') }), 'quiet'))
  return [
    quote(outlet.name, undefined, webAddress(url)),
    own(' (', 'quiet'),
    ...listed(labels, 'quiet'),
    own(')', 'quiet'),
  ]
}

/** The number under which sentences cite an outlet. */
export function drawMark(index: number, outlet: BriefedOutlet | undefined): Span {
  return { text: `[${index + 1}]`, look: 'mark', whole: true, url: webAddress(outlet?.url ?? null) }
}
