import { findQuotations } from '../analysis/sayings/quotations.ts'
import { type SayingWords, sayingWordsOf } from '../analysis/sayings/saying-words.ts'
import { inOneText } from '../articles/article-terms.ts'
import { skipDateline } from '../language/dateline.ts'
import { hasMark, MARK, readText, type Words } from '../language/read-text.ts'
import { splitSentences } from '../language/sentences.ts'
import { stem } from '../language/stem.ts'
import type { KeptFinding } from '../records/ports/findings.ts'
import type { LedReport } from './words-of-one-side.ts'

/** A word that an outlet prints as its own, and others of its story only as somebody else's. */
export interface OwnVoice {
  /** As the outlet writes it. */
  readonly word: string
  readonly report: LedReport
  /** Its headline, or the first sentence of its text. */
  readonly quotation: string
  /** Ids of the sources that keep their distance from the word. */
  readonly distant: readonly string[]
}

/**
 * Finds words that some outlets of a story keep at a distance and others make their own. The former print the
 * word alone in quotation marks, in a sentence that names nobody as saying it. The latter print it in their
 * own voice, in headline or first sentence, with one of the same words beside it. An outlet that does both
 * counts for neither. Longer quotations do not count: they are more often somebody's speech.
 *
 * Words are compared in the same form, within one language, in reports that are no copies. A language needs
 * known verbs of saying, and small letters that tell words from names. `names` (folded) are left out.
 */
export function wordsInOwnVoice(
  reports: readonly LedReport[],
  findings: readonly KeptFinding[],
  names: ReadonlySet<string>,
): readonly OwnVoice[] {
  const claims = Map.groupBy(
    findings.flatMap(({ finding, article }) =>
      finding.kind === 'saying' ? [{ articleId: article.id, start: finding.start, end: finding.end }] : [],
    ),
    ({ articleId }) => articleId,
  )
  const own = reports.filter(({ article }) => article.copyOf === null && article.agency === null)
  return [...Map.groupBy(own, ({ article }) => article.tags.language)].flatMap(([language, alike]) => {
    const known = sayingWordsOf(language)
    if (known === null || known.capitalNouns) return []
    const read = alike.map((report) => readReport(report, claims.get(report.article.id) ?? [], known))
    const quotedAlone = new Set(
      read.flatMap(({ words, uses }) =>
        words.folded.filter((word, at) => uses[at] === 'distant' && !names.has(word) && !known.isStop(word)),
      ),
    )
    return [...quotedAlone].flatMap((word) => ownVoices(word, read, known))
  })
}

/**
 * How a report uses a word. `distant`: alone in quotation marks that nobody is named for. `claimed`: in other
 * quotations and claims. `own`: in the outlet's own voice, which is a headline or first sentence that names
 * nobody as saying anything and neither quotes nor asks. `unclear`: anything else.
 */
type Use = 'distant' | 'claimed' | 'own' | 'unclear'

interface ReadReport {
  readonly report: LedReport
  readonly words: Words
  /** For each word. */
  readonly uses: readonly Use[]
  /** For each word; the headline is a sentence too. */
  readonly sentenceOf: readonly (Span | undefined)[]
}

interface Span {
  readonly start: number
  readonly end: number
}

/**
 * How many words on each side tell what a word is said of, not counting those that only hold sentences
 * together: "refugee influx", "influx of refugees".
 */
const WORDS_BESIDE = 2

function ownVoices(word: string, read: readonly ReadReport[], known: SayingWords): readonly OwnVoice[] {
  const occurrences = read.flatMap((one) =>
    one.words.folded.flatMap((folded, at) =>
      folded === word ? [{ ...one, at, use: one.uses[at], beside: besideOf(one, at, known) }] : [],
    ),
  )
  const outlets = [...Map.groupBy(occurrences, ({ report }) => report.article.sourceId)]
  const hasUse = (uses: typeof occurrences, as: Use): boolean => uses.some(({ use }) => use === as)
  const distant = outlets.filter(([, uses]) => hasUse(uses, 'distant') && !hasUse(uses, 'own'))
  const meant = new Set(
    distant.flatMap(([, uses]) => uses.flatMap(({ use, beside }) => (use === 'distant' ? beside : []))),
  )
  return outlets.flatMap(([, uses]): readonly OwnVoice[] => {
    if (hasUse(uses, 'distant') || hasUse(uses, 'claimed')) return []
    const own = uses.find(({ use, beside }) => use === 'own' && beside.some((one) => meant.has(one)))
    if (own === undefined) return []
    const { report, words, sentenceOf, at } = own
    const sentence = sentenceOf[at]
    return [
      {
        word: words.text.slice(words.start[at], words.end[at]),
        report,
        quotation: words.text.slice(sentence?.start, sentence?.end),
        distant: distant.map(([outlet]) => outlet),
      },
    ]
  })
}

/** Returns the stems of the words beside a word, within its sentence. */
function besideOf(read: ReadReport, at: number, known: SayingWords): readonly string[] {
  return [...nextTo(read, at, -1, known), ...nextTo(read, at, 1, known)]
}

function nextTo(
  { report, words, sentenceOf }: ReadReport,
  from: number,
  step: 1 | -1,
  known: SayingWords,
): readonly string[] {
  const found: string[] = []
  for (
    let at = from + step;
    found.length < WORDS_BESIDE && at >= 0 && at < words.folded.length && sentenceOf[at] === sentenceOf[from];
    at += step
  ) {
    const word = words.folded[at] ?? ''
    if (word.length > 1 && !known.isStop(word)) found.push(stem(word, report.article.tags.language))
  }
  return found
}

function readReport(report: LedReport, claims: readonly Span[], known: SayingWords): ReadReport {
  const { title, text, tags } = report.article
  const words = readText(inOneText(title, text))
  const quotations = findQuotations(words.text)
  const below = title.length + 1
  const sentences = [
    { start: 0, end: title.length },
    ...splitSentences(text, tags.language).map(({ start, end }) => ({
      start: skipDateline(text, start, end) + below,
      end: end + below,
    })),
  ]
  const quotationOf = spansOf(words, quotations)
  const sentenceOf = spansOf(words, sentences)
  const attributed = new Set(
    sentenceOf.filter((_, at) => quotationOf[at] === undefined && isCue(words, at, known)),
  )
  for (const sentence of sentences)
    if (/:(?!\p{Nd})/u.test(words.text.slice(sentence.start, sentence.end))) attributed.add(sentence)
  const quoting = new Set(sentenceOf.filter((_, at) => quotationOf[at] !== undefined))
  const plain = new Set(
    sentences
      .slice(0, 2)
      .filter(
        (sentence) =>
          !attributed.has(sentence) &&
          !quoting.has(sentence) &&
          !/[?"“”„«»‘]/u.test(words.text.slice(sentence.start, sentence.end)),
      ),
  )
  const useOf = (at: number): Use => {
    const [sentence, quotation, start = 0] = [sentenceOf[at], quotationOf[at], words.start[at]]
    const isAlone =
      quotation !== undefined && quotationOf[at - 1] !== quotation && quotationOf[at + 1] !== quotation
    const isSmall = hasMark(words, at, MARK.cased) && !hasMark(words, at, MARK.capital | MARK.digit)
    if (isAlone && isSmall && !attributed.has(sentence)) return 'distant'
    if (quotation !== undefined || claims.some((claim) => claim.start <= start && start < claim.end))
      return 'claimed'
    return isSmall && sentence !== undefined && plain.has(sentence) ? 'own' : 'unclear'
  }
  return { report, words, uses: words.start.map((_, at) => useOf(at)), sentenceOf }
}

const isCue = ({ folded }: Words, at: number, known: SayingWords): boolean =>
  known.cues
    .get(folded[at] ?? '')
    ?.some(({ words }) => words.every((word, further) => folded[at + further] === word)) === true

/** Returns for each word the span in which it begins. Spans must be in order and must not overlap. */
function spansOf<Of extends Span>({ start }: Words, spans: readonly Of[]): readonly (Of | undefined)[] {
  let next = 0
  return start.map((place) => {
    while ((spans[next]?.end ?? Infinity) <= place) next++
    const span = spans[next]
    return span !== undefined && span.start <= place ? span : undefined
  })
}
