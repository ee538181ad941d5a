import type { BriefedSentence, BriefedStory } from '../../../src/briefings/briefing.ts'
import { startsRightToLeft } from '../text/direction.ts'
import { harmless } from '../text/harmless.ts'
import { countryName } from './names.ts'
import { citeOutlet } from './outlet.ts'
import { words } from './phrase.ts'
import { listed, own, quote } from './pieces.ts'
import type { Reader } from './reader.ts'
import type { Look, Span } from './span.ts'

/** Mark, countries, topics, and how many report it. */
export function tagStory(story: BriefedStory, { language, topicName }: Reader): readonly (readonly Span[])[] {
  const reports = { independent: story.independentReports, outlets: story.outlets.length }
  return [
    story.mark === null ? [] : [own(words(`mark.${story.mark}`), story.mark)],
    listed(story.countries.map((code) => [own(countryName(code, language))])),
    listed(story.topics.map((code) => [own(topicName(code, language) ?? code)])),
    [own(words('story.reports', reports), 'quiet')],
  ].filter((fact) => fact.length > 0)
}

/** A headline; feeds have items without one. */
export function headStory(headline: string, look?: Look, url: string | null = null): Span {
  return harmless(headline).trim() === '' ? own(words('story.untitled'), look) : quote(headline, look, url)
}

/** The id under which a story can be asked for. */
export function nameStory(id: string): readonly Span[] {
  return [own(words('story.id', { id }), 'quiet')]
}

/**
 * Paragraphs of the sentences, each followed by the number of its outlet. Where the writing direction changes, a new paragraph
 * begins: no terminal and no Markdown viewer orders a mixed line well.
 */
export function tellSentences({ sentences, outlets }: BriefedStory): readonly (readonly Span[])[] {
  const cite = ({ text, outlet }: BriefedSentence): readonly Span[] => [
    quote(text),
    { text: ' ', whole: true },
    citeOutlet(outlet, outlets[outlet]?.url ?? null),
  ]
  const paragraphs: Span[][] = []
  let before: boolean | null = null
  for (const sentence of sentences) {
    const rightToLeft = startsRightToLeft(sentence.text)
    if (before === rightToLeft) paragraphs.at(-1)?.push(own(' '), ...cite(sentence))
    else paragraphs.push([...cite(sentence)])
    before = rightToLeft
  }
  return paragraphs
}
