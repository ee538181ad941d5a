import type { BriefedSentence, BriefedStory } from '../../records/briefing.ts'
import { startsRightToLeft } from '../../words/direction.ts'
import { harmless } from '../../words/harmless.ts'
import { localeOf } from '../../words/locale.ts'
import { countryName } from '../../words/names.ts'
import { citeOutlet } from './outlet.ts'
import { phrase, say } from '../../words/say.ts'
import { listed, own, quote, spans } from './pieces.ts'
import { webAddress } from '../../words/web-address.ts'
import type { Reader } from './reader.ts'
import type { Look, Span } from './span.ts'

/** The headline with its mark: what is new here, what was told before and moved. Feeds have items without a headline. */
export function headStory(
  { headline, mark }: Pick<BriefedStory, 'headline' | 'mark'>,
  language: string,
  look?: Look,
): readonly Span[] {
  const head = nameArticle(headline, language, look)
  return mark === null ? [head] : [own(say(`mark.${mark}`, language), mark), own(' · ', 'quiet'), head]
}

/** The title of an article, or a word for its absence. */
export function nameArticle(title: string, language: string, look?: Look, url: string | null = null): Span {
  return harmless(title).trim() === '' ? own(say('story.untitled', language), look) : quote(title, look, url)
}

/** Countries, topics, how many report it, and what the labels of a model's choice mean. */
export function tagStory(story: BriefedStory, { language, topicName }: Reader): readonly (readonly Span[])[] {
  // An outlet stands there once for each of its reports that is cited.
  const outlets = new Set(story.outlets.map(({ sourceId }) => sourceId)).size
  const told =
    outlets === 1
      ? say('story.outlets', language, { outlets })
      : say('story.reports', language, { independent: story.independentReports, outlets })
  return [
    listed(
      story.countries.map((code) => [own(countryName(code, language))]),
      language,
    ),
    listed(
      story.topics.map((code) => [own(topicName(code, localeOf(language).language) ?? code)]),
      language,
    ),
    [own(told, 'quiet')],
    isChosenByModel(story) ? [own(say('story.chosen', language), 'quiet')] : [],
  ].filter((fact) => fact.length > 0)
}

const isChosenByModel = ({ headlineBy, sentences }: BriefedStory): boolean =>
  headlineBy === 'model' || sentences.some(({ chosenBy }) => chosenBy === 'model')

/** What is said behind a sentence that a model chose, or chose and shortened. */
function labelOf({ chosenBy, leftOut }: BriefedSentence, language: string): readonly Span[] {
  if (chosenBy === undefined) return []
  const label = leftOut === undefined ? 'sentence.chosen' : 'sentence.shortened'
  return [own(' '), own(say(label, language), 'quiet')]
}

/** The id under which a story can be asked for. */
export function nameStory(id: string, language: string): readonly Span[] {
  const named = spans(phrase('story.id', language, { id: own(id, 'quiet') }), 'quiet')
  return named.map((span) => ({ ...span, whole: true }))
}

/**
 * Paragraphs of the sentences, each followed by the number of its outlet, and by a label where a model chose or shortened it. Where the writing direction changes, a new paragraph
 * begins: no terminal and no Markdown viewer orders a mixed line well. A story that gives no sentence says where to read it.
 */
export function tellSentences(
  { sentences, outlets }: BriefedStory,
  reader: Pick<Reader, 'number' | 'language'>,
): readonly (readonly Span[])[] {
  const cite = (sentence: BriefedSentence): readonly Span[] => [
    quote(sentence.text),
    { text: ' ', whole: true },
    citeOutlet(sentence.outlet, outlets[sentence.outlet]?.url ?? null, reader),
    ...labelOf(sentence, reader.language),
  ]
  const readable = outlets.findIndex(({ url }) => webAddress(url) !== null)
  const outlet = outlets[readable]
  if (sentences.length === 0 && outlet !== undefined) {
    const told = spans(phrase('story.noSentence', reader.language, { outlet: quote(outlet.name) }), 'quiet')
    return [[...told, { text: ' ', whole: true }, citeOutlet(readable, outlet.url, reader)]]
  }
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
