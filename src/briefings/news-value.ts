import { bridgeOf } from '../language/bridge/bridge.ts'
import { type CountedTerms, TermKind } from '../language/terms.ts'
import type { EnglishTerms, ReadArticle } from '../records/article.ts'
import { formOf, type ReportForm } from '../summaries/report-form.ts'
import { openNewsWords } from './news-words.ts'
import weights from './news-value-weights.json' with { type: 'json' }

/** What shows whether an article tells news. Numbers without a unit are 0 or 1, or shares from 0 to 1. */
type Signs = Readonly<Record<ArticleSign, number>>

type ArticleSign = (typeof ARTICLE_SIGNS)[number]

export const ARTICLE_SIGNS = [
  /** How much more often news has the words of the title than other texts: mean log-odds. */
  'newsWords',
  /** The same of the beginning of the text. */
  'newsWordsBelow',
  'viewing',
  'service',
  'lookback',
  /** Scores of these topics. */
  'arts',
  'lifestyle',
  /** Whether a country is in focus; how many countries and organisations it names, at most three. */
  'focus',
  'countries',
  'organisations',
  /** In the title: quotation marks, a colon, an ellipsis. */
  'quotation',
  'colon',
  'ellipsis',
  /** Share of the words of the title with a capital within a sentence; of stop words there and below. */
  'capitals',
  'stopWords',
  'stopWordsBelow',
  /** Whether it has a statement of an official, or of somebody it names; a toll; a coming event. */
  'official',
  'named',
  'dead',
  'coming',
] as const

/** What a story's news value depends on besides its articles (`storyNewsValue`). */
export const STORY_SIGNS = ['outlets', 'always'] as const

/**
 * Returns the log-odds, as far as one article shows them, that an editor would tell its story in a briefing.
 * Null for a language without English stems: it would lack the sign that tells most.
 */
export function newsValueOf(article: NewsArticle): number | null {
  const signs = readNewsSigns(article)
  if (signs === null) return null
  return round(ARTICLE_SIGNS.reduce((sum, sign) => sum + weights[sign] * signs[sign], 0))
}

export type NewsArticle = Pick<ReadArticle, 'title' | 'text' | 'url' | 'tags' | 'terms' | 'findings'>

/** Reads the signs of an article; null for a language without English stems. */
function readNewsSigns({ title, text, url, tags, terms, findings }: NewsArticle): Signs | null {
  const { language } = tags
  if (bridgeOf(language) === undefined) return null
  const { title: headline, start, english } = terms.opening
  const form = formOf({ title, text, url, language })
  const is = (one: ReportForm): number => Number(form === one)
  const topic = (code: string): number => tags.topics.find((one) => one.code === code)?.score ?? 0
  const sayings = findings.filter((finding) => finding.kind === 'saying')
  return {
    newsWords: meanOdds(headline, english?.title),
    newsWordsBelow: meanOdds(start, english?.start),
    viewing: is('viewing'),
    service: is('service'),
    lookback: is('lookback'),
    arts: topic('medtop:01000000'),
    lifestyle: topic('medtop:10000000'),
    focus: Number(tags.countries.some((country) => country.focus)),
    countries: Math.min(MOST_NAMES, tags.countries.length),
    organisations: Math.min(MOST_NAMES, tags.organisations.length),
    quotation: Number(QUOTATION.test(title)),
    colon: Number(title.includes(':')),
    ellipsis: Number(/…|\.{3}/u.test(title)),
    capitals: shareOf(headline, TermKind.capital),
    stopWords: shareOf(headline, TermKind.stop),
    stopWordsBelow: shareOf(start, TermKind.stop, TERMS_BELOW),
    official: Number(sayings.some(({ speaker }) => speaker.side === 'official')),
    named: Number(sayings.some(({ speaker }) => speaker.name !== null)),
    dead: Number(findings.some((finding) => finding.kind === 'figure' && finding.what === 'killed')),
    coming: Number(findings.some((finding) => finding.kind === 'coming')),
  }
}

/** Terms of the text that are looked at: about 400 letters. */
const TERMS_BELOW = 60
/** More names say no more: lists have many. */
const MOST_NAMES = 3
const QUOTATION = /["“„«]\S.*\S["”»]/u
/** Words of no kind that are added to a mean, so that one word alone says less than several. */
const ADDED_WORDS = 2

/** Mean log-odds of the first terms of a text, by their English stems if it is in another language. */
function meanOdds({ hashes, kinds }: CountedTerms, english: EnglishTerms | undefined): number {
  const words = openNewsWords()
  let sum = 0
  let count = ADDED_WORDS
  const add = (stem: number, weight: number): void => {
    const odds = words.get(stem)
    if (odds === undefined) return
    sum += weight * odds
    count += weight
  }
  if (english === undefined) {
    for (let at = 0; at < Math.min(TERMS_BELOW, hashes.length); at++)
      if (((kinds[at] ?? 0) & SAYS_NOTHING) === 0) add(hashes[at] ?? 0, 1)
  } else
    for (let at = 0; at < english.hashes.length && (english.places[at] ?? 0) < TERMS_BELOW; at++)
      add(english.hashes[at] ?? 0, english.weights[at] ?? 0)
  return sum / count
}

const SAYS_NOTHING = TermKind.stop | TermKind.single

function shareOf({ kinds }: CountedTerms, kind: number, most = Infinity): number {
  const looked = Math.min(most, kinds.length)
  let found = 0
  for (let at = 0; at < looked; at++) if (((kinds[at] ?? 0) & kind) !== 0) found++
  return looked === 0 ? 0 : found / looked
}

const round = (value: number): number => Math.round(value * 100) / 100
