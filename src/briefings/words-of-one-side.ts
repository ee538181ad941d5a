import { fold } from '../language/letters.ts'
import { wordLists } from '../language/parts.ts'
import type { PlacedArticle } from '../records/story.ts'
import { readSaidWords, type SaidWords } from '../stories/shared-words.ts'
import { commonness } from '../stories/term-statistics.ts'

/** A report with its first sentence, as it is shown. */
export interface LedReport {
  readonly article: PlacedArticle
  /** Empty where it has no text. */
  readonly lead: string
}

/** Words that only one side uses, and where one of its reports has them. */
export interface OwnWords {
  /** As that report writes them. */
  readonly words: readonly string[]
  readonly report: LedReport
  /** Its headline or its lead. */
  readonly quotation: string
}

/** Least number of a side's outlets that use a word: one outlet's word may be its own manner. */
const LEAST_OUTLETS = 2
/**
 * Least number of the other sides' reports in the same language: that two do without a word proves nothing.
 */
const LEAST_OTHER_REPORTS = 3
/** Weight of the expectation in reports: one more, which nobody would take for more than it is. */
const PRIOR_REPORTS = 1
/**
 * Standard deviations by which the log-odds must exceed 0: one chance in twenty, one-sided, because the other
 * sides never use the word.
 */
const LEAST_DEVIATIONS = 1.645

/**
 * Returns words that at least two outlets of a side use in headline or lead, no headline or opening of the
 * other sides has, and chance explains badly; the clearest first in each language. The measure is log-odds
 * with an informative prior: the share of all these reports that use the word or, if it is higher, the share
 * in news at large. Only reports in one language are compared, and copies do not count as reports. Names are
 * left out: what the tagger knows of people, bodies and places, and words that a side's reports never write
 * small, in languages where that marks a name.
 */
export function wordsOfOneSide(
  side: readonly LedReport[],
  others: readonly LedReport[],
  outletName: (sourceId: string) => string,
): readonly OwnWords[] {
  const byLanguage = Map.groupBy(side.filter(isOwn), ({ article }) => article.tags.language)
  return [...byLanguage].flatMap(([language, own]) => {
    const against = others.filter(({ article }) => article.tags.language === language)
    const isEnough = own.length >= LEAST_OUTLETS && against.filter(isOwn).length >= LEAST_OTHER_REPORTS
    if (!isEnough || wordLists.of(language)?.stop === undefined) return []
    const named = namesIn([...own, ...against], outletName)
    const elsewhere = new Set(
      against.flatMap(({ article }) => [...wordsIn(article.title, article.text, language).keys()]),
    )
    const texts = own.map(
      ({ article }) => new Set(`${article.title}\n${article.text}`.split(/[^\p{L}\p{M}'’-]+/u)),
    )
    const isCommon = (word: string): boolean =>
      wordLists.of(language)?.capitalNouns !== undefined || texts.some((text) => text.has(word.toLowerCase()))
    const shown = own.map((report) => ({
      report,
      title: wordsIn(report.article.title, '', language),
      lead: wordsIn('', report.lead, language),
    }))
    const holdersByHash = Map.groupBy(
      shown.flatMap((one) =>
        [...new Set([...one.title.keys(), ...one.lead.keys()])].map((hash) => [hash, one] as const),
      ),
      ([hash]) => hash,
    )
    const ofOthers = against.filter(isOwn).length
    const oneSided = [...holdersByHash].flatMap(([hash, holding]) => {
      const [first] = holding
      const outlets = new Set(holding.map(([, { report }]) => report.article.sourceId)).size
      if (first === undefined || outlets < LEAST_OUTLETS || elsewhere.has(hash)) return []
      const [, { report, title, lead }] = first
      const word = (title.get(hash) ?? lead.get(hash))?.word ?? ''
      if (named.has(fold(word.toLowerCase())) || !isCommon(word) || !/^\p{L}[\p{L}\p{M}'’-]+$/u.test(word))
        return []
      const share = Math.max(holding.length / (own.length + ofOthers), commonness(hash))
      const deviations = deviationsOf(holding.length, own.length, ofOthers, share)
      const quotation = title.has(hash) ? report.article.title : report.lead
      return deviations < LEAST_DEVIATIONS ? [] : [{ word, deviations, report, quotation }]
    })
    return inOneQuotation(oneSided.toSorted((one, other) => other.deviations - one.deviations))
  })
}

const isOwn = ({ article }: LedReport): boolean => article.copyOf === null && article.agency === null

const wordsIn = (title: string, text: string, language: string): SaidWords['own'] =>
  readSaidWords({ title, text, language }).own

/**
 * Returns the words of names, folded: of outlets and agencies, and of people, organisations and places in
 * headlines that the tagger knows.
 */
export function namesIn(
  reports: readonly LedReport[],
  outletName: (sourceId: string) => string,
): ReadonlySet<string> {
  const names = reports.flatMap(({ article: { sourceId, tags, agency } }) => [
    outletName(sourceId),
    agency ?? '',
    ...[...tags.people, ...tags.organisations, ...(tags.titlePlaces ?? [])].map(({ name }) => name),
  ])
  return new Set(names.flatMap((name) => fold(name.toLowerCase()).split(/[^\p{L}\p{M}]+/u)))
}

/**
 * Returns by how many standard deviations the log-odds of a word differ from 0 if `inSide` of `ofSide`
 * reports use it and none of `ofOthers`. `share`: of all reports expected to use it, 0 to 1.
 */
function deviationsOf(inSide: number, ofSide: number, ofOthers: number, share: number): number {
  const [expected, without] = [PRIOR_REPORTS * share, PRIOR_REPORTS * (1 - share)]
  const [held, missed] = [inSide + expected, ofSide - inSide + without]
  const [heldThere, missedThere] = [expected, ofOthers + without]
  const variance = 1 / held + 1 / missed + 1 / heldThere + 1 / missedThere
  return (Math.log(held / missed) - Math.log(heldThere / missedThere)) / Math.sqrt(variance)
}

type TellingWord = Omit<OwnWords, 'words'> & { readonly word: string }

const inOneQuotation = (found: readonly TellingWord[]): readonly OwnWords[] =>
  [...Map.groupBy(found, ({ quotation }) => quotation).values()].flatMap((words) => {
    const [first] = words
    return first === undefined
      ? []
      : [{ words: words.map(({ word }) => word), report: first.report, quotation: first.quotation }]
  })
