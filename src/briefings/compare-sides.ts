import { fold } from '../language/letters.ts'
import type { Figure, Saying } from '../records/finding.ts'
import type { KeptFinding } from '../records/ports/findings.ts'
import type { Source } from '../records/source.ts'
import type { PlacedArticle } from '../records/story.ts'
import { listOutlets } from './outlets.ts'
import { type OwnVoice, wordsInOwnVoice } from './own-voice.ts'
import { joinFigures, type JoinedFigure } from './join-figures.ts'
import { leadOf } from './write-story-card.ts'
import { type LedReport, namesIn, type OwnWords, wordsOfOneSide } from './words-of-one-side.ts'

/** How the outlets of one country and ownership tell a story, and what only they tell. */
export interface Side extends Pick<Source, 'country' | 'ownership'> {
  /** The newest report of each outlet. Own reports are preferred to copies and come first. */
  readonly reports: readonly LedReport[]
  readonly figures: readonly OnlyHere<Figure>[]
  /** The first saying of each named speaker. */
  readonly sayings: readonly OnlyHere<Saying>[]
  readonly words: readonly OwnWords[]
  /**
   * Loaded words that this side prints in its own voice and that outlets of any side only quote: one report
   * for each word.
   */
  readonly ownVoice: readonly OwnVoice[]
}

interface OnlyHere<Kind> {
  readonly finding: Kind
  readonly article: KeptFinding['article']
}

/**
 * Compares how outlets of different countries and ownership tell a story. The side with the most outlets
 * comes first. A figure is only one side's if no report of another side, copies included, has that number; a
 * speaker, if no such report names them. What cannot be known because languages differ is left out. Outlets
 * that are no longer sources form no side, but their reports count as those of another side.
 */
export function compareSides(
  articles: readonly PlacedArticle[],
  sources: readonly Source[],
  findings: readonly KeptFinding[],
): readonly Side[] {
  const sourceOf = new Map(sources.map((source) => [source.id, source]))
  const led = withLeads(articles)
  const sideOf = (sourceId: string): string | null => {
    const source = sourceOf.get(sourceId)
    return source === undefined ? null : `${source.country} ${source.ownership}`
  }
  const bySide = Map.groupBy(led, ({ article }) => sideOf(article.sourceId))
  const outletName = (id: string): string => sourceOf.get(id)?.name ?? id
  const ofSides = led.filter(({ article }) => sourceOf.has(article.sourceId))
  const inOwnVoice = wordsInOwnVoice(ofSides, findings, namesIn(led, outletName))
  const figures = joinFigures(findings).flatMap(({ figures }) => figures)
  return [...bySide]
    .flatMap(([side, reports]): Side[] => {
      const source = sourceOf.get(reports[0]?.article.sourceId ?? '')
      if (source === undefined) return []
      const others = led.filter(({ article }) => sideOf(article.sourceId) !== side)
      const isOfThisSide = ({ article }: Pick<KeptFinding, 'article'>): boolean =>
        sideOf(article.sourceId) === side
      const elsewhere = findings.filter((kept) => !isOfThisSide(kept))
      const outlets = listOutlets(
        reports.map(({ article }) => article),
        [],
      )
      const comparable = others.length > 0
      return [
        {
          country: source.country,
          ownership: source.ownership,
          reports: outlets.flatMap((article) => reports.filter((one) => one.article === article)),
          figures: comparable
            ? figures
                .filter((one) => isOfThisSide(one) && isMissingElsewhere(one, others, elsewhere))
                .map(({ figure, article }) => ({ finding: figure, article }))
            : [],
          sayings: comparable ? speakersOfOneSide(findings.filter(isOfThisSide), others) : [],
          words: wordsOfOneSide(reports, others, outletName),
          ownVoice: firstOfEachWord(
            inOwnVoice.filter(({ report }) => sideOf(report.article.sourceId) === side),
          ),
        },
      ]
    })
    .toSorted((one, other) => other.reports.length - one.reports.length)
}

const firstOfEachWord = (voices: readonly OwnVoice[]): readonly OwnVoice[] =>
  [...Map.groupBy(voices, ({ word }) => word.toLowerCase()).values()].flatMap((uses) => uses.slice(0, 1))

const withLeads = (articles: readonly PlacedArticle[]): readonly LedReport[] =>
  articles.map((article) => ({ article, lead: leadOf(article) ?? '' }))

/**
 * Whether all reports of other sides leave a figure out, as far as can be known. False if one of them is in a
 * language in which no figure of this kind was found: the number may be written there in words that we miss.
 */
function isMissingElsewhere(
  { figure, article }: JoinedFigure,
  others: readonly LedReport[],
  elsewhere: readonly KeptFinding[],
): boolean {
  if (elsewhere.some(({ finding }) => isSameFigure(finding, figure))) return false
  const ofKind = elsewhere.filter(({ finding }) => finding.kind === 'figure' && finding.what === figure.what)
  const known = new Set([article, ...ofKind.map((kept) => kept.article)].map(({ tags }) => tags.language))
  const numbers = [figure.value, figure.low, figure.high].filter((number) => number !== null)
  return others.every(
    ({ article: { title, text, tags } }) =>
      known.has(tags.language) && !numbers.some((number) => hasNumber(`${title}\n${text}`, number)),
  )
}

const hasNumber = (text: string, number: number): boolean =>
  text
    .replaceAll(/(?<=\p{Nd})[,.](?=\p{Nd}{3})/gu, '')
    .match(/\p{Nd}+(?:\.\p{Nd}+)?/gu)
    ?.includes(String(number)) ?? false

/** Whether a finding is a figure of the same kind that has one of the same numbers. */
const isSameFigure = (finding: KeptFinding['finding'], { what, ...numbers }: Figure): boolean =>
  finding.kind === 'figure' &&
  finding.what === what &&
  [finding.value, finding.low, finding.high].some(
    (number) => number !== null && [numbers.value, numbers.low, numbers.high].includes(number),
  )

/**
 * Sayings of speakers whom no report of another side names, by the last word of their name: officials and
 * parties first.
 */
function speakersOfOneSide(
  kept: readonly KeptFinding[],
  others: readonly LedReport[],
): readonly OnlyHere<Saying>[] {
  const texts = others.map(({ article }) => ({
    article,
    text: fold(`${article.title}\n${article.text}`.toLowerCase()),
  }))
  const speakers = new Map<string, OnlyHere<Saying>>()
  for (const { finding, article } of kept) {
    if (finding.kind !== 'saying' || article.copyOf !== null) continue
    const name = finding.speaker.name === null ? '' : lastWord(finding.speaker.name)
    if (name === '' || speakers.has(name)) continue
    const people = article.tags.people.filter((person) => lastWord(person.name) === name)
    const isNamed = texts.some(
      ({ article: other, text }) =>
        text.includes(name) ||
        // A report in another language may spell the name differently. Then only the tags tell, and a speaker
        // without tags counts as named.
        (other.tags.language !== article.tags.language &&
          (people.length === 0 ||
            people.some((person) => other.tags.people.some((one) => one.name === person.name)))),
    )
    if (!isNamed) speakers.set(name, { finding, article })
  }
  return [...speakers.values()].toSorted(
    (one, other) => Number(isOfficialOrParty(other.finding)) - Number(isOfficialOrParty(one.finding)),
  )
}

const isOfficialOrParty = ({ speaker: { side } }: Saying): boolean => side === 'official' || side === 'party'

const lastWord = (name: string): string => fold(name.toLowerCase()).split(/\s+/u).at(-1) ?? ''
