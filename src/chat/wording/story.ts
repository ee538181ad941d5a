import type {
  BriefedOutlet,
  BriefedSentence,
  BriefedStory,
  StoryCard,
  StoryReport,
} from '../../records/briefing.ts'
import { compareWords } from '../../text/compare-words.ts'
import { startsRightToLeft } from '../../words/direction.ts'
import { harmless } from '../../words/harmless.ts'
import { localeOf } from '../../words/locale.ts'
import { countryName, languageName, sameLanguage } from '../../words/names.ts'
import { phrase, say } from '../../words/say.ts'
import { webAddress } from '../../words/web-address.ts'
import { inGroups } from '../in-groups.ts'
import { citeOutlet } from './cite-outlet.ts'
import { tellDevelopments } from './development.ts'
import type { Reader } from './reader.ts'
import { inLine, type Line, listed, type Look, own, quote, type Span, spans } from './span.ts'

/** Returns the parts in which every platform tells a story. `time` writes an instant (ms since 1970). */
export function tellStory(
  story: BriefedStory,
  time: (at: number) => string,
  reader: Reader,
  look: Look = 'headline',
) {
  const { language } = reader
  return {
    headline: headStory(story, language, look),
    developments: tellDevelopments(story.developments ?? [], story.outlets, reader),
    sentences: tellSentences(story, reader),
    changes: [...tellChanges(story, time, language), ...tellRemovals(story, time, language)],
    tags: tagStory(story, reader),
    also: tellAlsoRunning(story, language),
    latest: [own(say('story.latest', language, { time: time(story.lastAt) }), 'quiet')],
    id: [nameStory(story, language)].filter((line) => line.length > 0),
  }
}

/**
 * The headline, after its mark (new here, or told before and updated). Items of feeds may lack a headline.
 */
export function headStory(
  { headline, mark }: Pick<BriefedStory, 'headline' | 'mark'>,
  language: string,
  look?: Look,
): Line {
  const head = nameArticle(headline, language, look)
  return mark === null ? [head] : [own(say(`mark.${mark}`, language), mark), own(' · ', 'quiet'), head]
}

/**
 * Returns the address where the headline of a story can be read: that of the report that bears it, else of
 * the strongest report that has one; null where none has.
 */
export function addressOf({ headline, outlets }: Pick<BriefedStory, 'headline' | 'outlets'>): string | null {
  const bearing = outlets.filter(({ title }) => title === headline)
  return [...bearing, ...outlets].map(({ url }) => webAddress(url)).find((url) => url !== null) ?? null
}

/** The title of an article, or a placeholder where it has none. */
export function nameArticle(title: string, language: string, look?: Look, url: string | null = null): Span {
  return harmless(title).trim() === '' ? own(say('story.untitled', language), look) : quote(title, look, url)
}

/**
 * Countries, topics, how many outlets report it, that a model chose something in it, and that it is followed.
 */
export function tagStory(story: BriefedStory, { language, topicName }: Reader): readonly Line[] {
  // An outlet is listed once for each of its reports that is cited.
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
    story.followed === true ? [own(say('story.followed', language), 'mark')] : [],
  ].filter((fact) => fact.length > 0)
}

const isChosenByModel = ({ headlineBy, sentences }: BriefedStory): boolean =>
  headlineBy === 'model' || sentences.some(({ chosenBy }) => chosenBy === 'model')

/** The label behind a sentence that a model chose, or chose and shortened. */
function labelOf({ chosenBy, leftOut }: BriefedSentence, language: string): Line {
  if (chosenBy === undefined) return []
  const label = leftOut === undefined ? 'sentence.chosen' : 'sentence.shortened'
  return [own(' '), own(say(label, language), 'quiet')]
}

/** The headlines of what else moved in the running story of a story, with links; empty where nothing did. */
export function tellAlsoRunning({ alsoRunning }: Pick<BriefedStory, 'alsoRunning'>, language: string): Line {
  if (alsoRunning === undefined) return []
  const { stories, more } = alsoRunning
  const named = [
    ...stories.map(({ headline, url }): Line => [
      nameArticle(headline, language, undefined, webAddress(url)),
    ]),
    ...(more === 0 ? [] : [[own(say('thread.more', language, { count: more }))]]),
  ]
  const told = named.flatMap((one, i) => (i === 0 ? one : [own(say('list.semicolon', language)), ...one]))
  return inLine(phrase<'story.alsoRunning', Line>('story.alsoRunning', language, { stories: told }), 'quiet')
}

/** The handle by which a story can be asked for; empty where it no longer has one. */
export function nameStory({ handle }: Pick<BriefedStory, 'handle'>, language: string): Line {
  if (handle === undefined) return []
  const named = spans(phrase('story.id', language, { id: own(handle, 'quiet') }), 'quiet')
  return named.map((span) => ({ ...span, whole: true }))
}

/**
 * Groups the sentences into paragraphs. Each sentence is followed by the number of its outlet, and by a label
 * where a model chose or shortened it. A new paragraph begins where the writing direction changes, because
 * neither terminals nor Markdown viewers order a mixed line well. A story without sentences says where to
 * read it.
 */
export function tellSentences(
  { sentences, outlets }: BriefedStory,
  reader: Pick<Reader, 'number' | 'language'>,
): readonly Line[] {
  const cite = (sentence: BriefedSentence): Line => [
    ...tellWords(sentence, reader.language),
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
  return inGroups(sentences, runOn).map((those) =>
    those.flatMap((sentence, index) => [...(index === 0 ? [] : [own(' ')]), ...cite(sentence)]),
  )
}

/** What somebody says gets a paragraph of its own. */
const runOn = (sentences: readonly BriefedSentence[]): boolean =>
  sentences.every(({ saidBy }) => saidBy === undefined) &&
  new Set(sentences.map(({ text }) => startsRightToLeft(text))).size === 1

/** A sentence as its article has it; a saying follows the name of its speaker, in quotation marks. */
export function tellWords({ text, saidBy }: BriefedSentence, language: string): Line {
  if (saidBy === undefined) return [quote(text)]
  const words = phrase<'list.quoted', Line>('list.quoted', language, { text: [quote(text)] })
  return [quote(saidBy), own(': '), ...inLine(words)]
}

type Labelled = Pick<BriefedOutlet, 'name' | 'country' | 'ownership' | 'language'> &
  Partial<Pick<BriefedOutlet, 'url' | 'carries' | 'isRemoved'>>

/**
 * An outlet with what a reader should know about it, as labels, never as a score: "Radio Saltmarsh (Iraq,
 * private, Arabic)".
 */
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
  if (outlet.isRemoved === true) labels.push([own(say('outlet.takenDown', language))])
  return [
    quote(outlet.name, undefined, webAddress(url)),
    own(' (', 'quiet'),
    ...listed(labels, language, 'quiet'),
    own(')', 'quiet'),
  ]
}

/** What outlets corrected, rewrote or noted, and when: one line each. */
export function tellChanges(
  { changes, outlets }: Pick<BriefedStory, 'changes' | 'outlets'>,
  time: (at: number) => string,
  language: string,
): readonly Line[] {
  return changes.map((change) => {
    const when = { time: time(change.at), outlet: quote(outlets[change.outlet]?.name ?? '') }
    if (change.before === null)
      return spans(phrase('story.note', language, { ...when, words: quote(change.after) }))
    const { before, after } = showDifference(change.before, change.after, language)
    const key = change.kind === 'correction' ? 'story.correction' : 'story.edit'
    return spans(phrase(key, language, { ...when, before: quote(before), after: quote(after) }))
  })
}

/** Which outlets took a report down, and when it was last seen, or that it is back: one line each. */
export function tellRemovals(
  { removals = [], outlets }: Pick<BriefedStory, 'removals' | 'outlets'>,
  time: (at: number) => string,
  language: string,
): readonly Line[] {
  return removals.map(({ outlet: index, seenAt, since, returnedAt }) => {
    const outlet = quote(outlets[index]?.name ?? '')
    return spans(
      returnedAt === undefined
        ? phrase('story.removed', language, { outlet, seen: time(seenAt), since: time(since) })
        : phrase('story.returned', language, { outlet, time: time(returnedAt) }),
    )
  })
}

/** Texts of up to this many characters are shown whole. Headlines are that short. */
const SHORT = 90

/** Number of equal words kept on each side of a difference, so that a reader finds the place. */
const CONTEXT = 4

/**
 * Returns two versions of a text, cut to their differences when both are long. An ellipsis stands for the
 * text that both have. `language`: BCP 47.
 */
export function showDifference(
  before: string,
  after: string,
  language: string,
): { readonly before: string; readonly after: string } {
  const [old, now] = [harmless(before).trim(), harmless(after).trim()]
  if (old.length <= SHORT || now.length <= SHORT) return { before: old, after: now }
  const pieces = compareWords(old, now, language)
  const shown = (side: 'before' | 'after'): string =>
    pieces
      .map(({ text, of }, index) =>
        of === 'both' ? around(text, index > 0, index < pieces.length - 1) : of === side ? text : '',
      )
      .join('')
  return { before: shown('before'), after: shown('after') }
}

/**
 * Shortens text that both versions have to the words next to a difference: after one, before one, or both.
 */
function around(text: string, behind: boolean, before: boolean): string {
  const words = text.trim().split(/\s+/u)
  const [from, to] = [behind ? CONTEXT : 0, before ? CONTEXT : 0]
  if (words.length <= from + to) return text
  const [opening = '', closing = ''] = [/^\s*/u, /\s*$/u].map((blanks) => blanks.exec(text)?.[0])
  return [...words.slice(0, from), '…', ...words.slice(words.length - to)]
    .join(' ')
    .replace(/^/u, behind ? opening : '')
    .concat(before ? closing : '')
}

/** When a story was first told and when last, each as the platform writes such a moment. */
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

/** Who published a report of a story, after its number where a sentence cites it, and when. */
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
