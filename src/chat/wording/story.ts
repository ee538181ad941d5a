import type {
  BriefedOutlet,
  BriefedSentence,
  BriefedStory,
  StoryCard,
  StoryReport,
} from '../../records/briefing.ts'
import { startsRightToLeft } from '../../words/direction.ts'
import { harmless } from '../../words/harmless.ts'
import { localeOf } from '../../words/locale.ts'
import { countryName, languageName, sameLanguage } from '../../words/names.ts'
import { phrase, say } from '../../words/say.ts'
import { webAddress } from '../../words/web-address.ts'
import { inGroups } from '../in-groups.ts'
import type { Reader } from './reader.ts'
import { type Line, listed, type Look, own, quote, type Span, spans } from './span.ts'

/** The parts in which every platform tells a story. `time` writes an instant, milliseconds since 1970. */
export function tellStory(
  story: BriefedStory,
  time: (at: number) => string,
  reader: Reader,
  look: Look = 'headline',
) {
  const { language } = reader
  return {
    headline: headStory(story, language, look),
    sentences: tellSentences(story, reader),
    changes: tellChanges(story, time, language),
    tags: tagStory(story, reader),
    also: tellAlsoRunning(story, language),
    latest: [own(say('story.latest', language, { time: time(story.lastAt) }), 'quiet')],
    id: [nameStory(story, language)].filter((line) => line.length > 0),
  }
}

/** The headline with its mark: what is new here, what was told before and moved. Feeds have items without a headline. */
export function headStory(
  { headline, mark }: Pick<BriefedStory, 'headline' | 'mark'>,
  language: string,
  look?: Look,
): Line {
  const head = nameArticle(headline, language, look)
  return mark === null ? [head] : [own(say(`mark.${mark}`, language), mark), own(' · ', 'quiet'), head]
}

/** Where the headline of a story can be read: in the report that bears it, else in the strongest that has an address; null where none has. */
export function addressOf({ headline, outlets }: Pick<BriefedStory, 'headline' | 'outlets'>): string | null {
  const bearing = outlets.filter(({ title }) => title === headline)
  return [...bearing, ...outlets].map(({ url }) => webAddress(url)).find((url) => url !== null) ?? null
}

/** The title of an article, or a word for its absence. */
export function nameArticle(title: string, language: string, look?: Look, url: string | null = null): Span {
  return harmless(title).trim() === '' ? own(say('story.untitled', language), look) : quote(title, look, url)
}

/** Countries, topics, how many report it, and what the labels of a model's choice mean. */
export function tagStory(story: BriefedStory, { language, topicName }: Reader): readonly Line[] {
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
function labelOf({ chosenBy, leftOut }: BriefedSentence, language: string): Line {
  if (chosenBy === undefined) return []
  const label = leftOut === undefined ? 'sentence.chosen' : 'sentence.shortened'
  return [own(' '), own(say(label, language), 'quiet')]
}

/** What else moved in the running story of a story, by its headlines, which lead there; empty where nothing did. */
export function tellAlsoRunning({ alsoRunning }: Pick<BriefedStory, 'alsoRunning'>, language: string): Line {
  if (alsoRunning === undefined) return []
  const { stories, more } = alsoRunning
  const named = [
    ...stories.map(({ headline, url }): Line => [
      nameArticle(headline, language, undefined, webAddress(url)),
    ]),
    ...(more === 0 ? [] : [[own(say('thread.more', language, { count: more }))]]),
  ]
  return phrase<'story.alsoRunning', Line>('story.alsoRunning', language, {
    stories: named.flatMap((one, i) => (i === 0 ? one : [own(say('list.semicolon', language)), ...one])),
  }).flatMap((part) => (typeof part === 'string' ? [own(part, 'quiet')] : part))
}

/** By what a story can be asked for; empty where it has no handle any more. */
export function nameStory({ handle }: Pick<BriefedStory, 'handle'>, language: string): Line {
  if (handle === undefined) return []
  const named = spans(phrase('story.id', language, { id: own(handle, 'quiet') }), 'quiet')
  return named.map((span) => ({ ...span, whole: true }))
}

/**
 * Paragraphs of the sentences, each followed by the number of its outlet, and by a label where a model chose or shortened it. Where the writing direction changes, a new paragraph
 * begins: no terminal and no Markdown viewer orders a mixed line well. A story that gives no sentence says where to read it.
 */
export function tellSentences(
  { sentences, outlets }: BriefedStory,
  reader: Pick<Reader, 'number' | 'language'>,
): readonly Line[] {
  const cite = (sentence: BriefedSentence): Line => [
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
  return inGroups(sentences, runOneWay).map((those) =>
    those.flatMap((sentence, index) => [...(index === 0 ? [] : [own(' ')]), ...cite(sentence)]),
  )
}

const runOneWay = (sentences: readonly BriefedSentence[]): boolean =>
  new Set(sentences.map(({ text }) => startsRightToLeft(text))).size === 1

type Labelled = Pick<BriefedOutlet, 'name' | 'country' | 'ownership' | 'language'> &
  Partial<Pick<BriefedOutlet, 'url' | 'carries'>>

/** An outlet with what a reader should know of it: labels, never a score. "Radio Saltmarsh (Iraq, private, Arabic)". */
export function labelOutlet(outlet: Labelled, language: string): Line {
  const { url = null, carries = null } = outlet
  const labels: Line[] = []
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

/** What outlets took back or rewrote, when, and how: a line each. */
function tellChanges(
  { changes, outlets }: Pick<BriefedStory, 'changes' | 'outlets'>,
  time: (at: number) => string,
  language: string,
): readonly Line[] {
  return changes.map((change) => {
    const { before, after } = showDifference(change.before, change.after)
    const key = change.kind === 'correction' ? 'story.correction' : 'story.edit'
    const values = {
      time: time(change.at),
      outlet: quote(outlets[change.outlet]?.name ?? ''),
      before: quote(before),
      after: quote(after),
    }
    return spans(phrase(key, language, values))
  })
}

/** Texts up to this many characters are shown whole: a headline is. */
const SHORT = 90

/** Equal words kept on each side of what differs, so that a reader finds the place. */
const CONTEXT = 4

/** Two versions of a text, cut to what differs when both are long. An ellipsis stands for what both have. */
export function showDifference(
  before: string,
  after: string,
): { readonly before: string; readonly after: string } {
  const [old, now] = [harmless(before).trim(), harmless(after).trim()]
  if (old.length <= SHORT || now.length <= SHORT) return { before: old, after: now }
  const [oldWords, newWords] = [old.split(' '), now.split(' ')]
  const shortest = Math.min(oldWords.length, newWords.length)
  let head = 0
  while (head < shortest && oldWords[head] === newWords[head]) head += 1
  let tail = 0
  while (tail < shortest - head && oldWords.at(-1 - tail) === newWords.at(-1 - tail)) tail += 1
  const cut = (words: readonly string[]) => {
    const from = Math.max(0, head - CONTEXT)
    const to = Math.min(words.length, words.length - tail + CONTEXT)
    return `${from > 0 ? '… ' : ''}${words.slice(from, to).join(' ')}${to < words.length ? ' …' : ''}`
  }
  return { before: cut(oldWords), after: cut(newWords) }
}

/** When a story was first told, and when last: each in the way in which a platform writes such a moment. */
export function tellTimes(
  { firstAt, lastAt }: Pick<StoryCard, 'firstAt' | 'lastAt'>,
  first: (at: number) => string,
  language: string,
  latest: (at: number) => string = first,
): readonly Line[] {
  return [
    [own(say('story.first', language, { time: first(firstAt) }), 'quiet')],
    [own(say('story.latest', language, { time: latest(lastAt) }), 'quiet')],
  ]
}

/** Who published a report of a story, under its number where a sentence cites it, and when. */
export function tellReport(
  report: StoryReport,
  time: (at: number) => string,
  reader: Reader,
): { readonly outlet: Line; readonly when: Line } {
  const { language } = reader
  const mark = report.outlet === null ? [] : [citeOutlet(report.outlet, report.url, reader), own(' ')]
  const when = report.publishedAt === null ? say('story.undated', language) : time(report.publishedAt)
  return { outlet: [...mark, ...labelOutlet(report, language)], when: [own(when, 'quiet')] }
}
