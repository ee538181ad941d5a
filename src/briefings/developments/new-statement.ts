import { contentOf } from '../../language/terms.ts'
import { splitSentences } from '../../language/sentences.ts'
import { isDenial } from '../../analysis/sayings/saying-words.ts'
import type { Development } from '../../records/briefing.ts'
import type { Saying } from '../../records/finding.ts'
import type { KeptFinding } from '../../records/ports/findings.ts'
import type { PlacedArticle } from '../../records/story.ts'
import { LONGEST_NAME, LONGEST_WORDS, outletOf, type Update } from './update.ts'

/** A saying of this story in one of its reports. */
interface Said {
  readonly saying: Saying
  readonly article: PlacedArticle
  /** Content words of the claim. */
  readonly words: ReadonlySet<string>
}

/** Least number of content words: a shorter claim is a slogan. */
const LEAST_WORDS = 4
/** A claim was told if one report that the reader knows has this part of its content words. */
const KNOWN_SHARE = 0.5

/**
 * Returns what named people and bodies newly say: a `denial` of what was told, by somebody who had not denied
 * it; a `statement`, the first of an office or party; and `says`, other words of an office or party that
 * spoke before. At most one of each kind, the one that most outlets report, in the sentence of a listed
 * outlet's report in the language of the headline.
 */
export function newStatements(update: Update): readonly Development[] {
  const { known, fresh, findings, briefed } = update
  const knownTexts = known.map(({ title, text, tags }) => contentOf(`${title} ${text}`, tags.language))
  const [before, after] = [sayingsIn(known, findings), sayingsIn(fresh, findings)]
  const found = after.flatMap((said): (Statement & { readonly said: Said })[] => {
    if (said.article.tags.language !== briefed.language) return []
    const kind = kindOf(said, before, knownTexts)
    const one = kind === null ? null : toStatement(kind, said, update)
    return one === null ? [] : [{ ...one, said }]
  })
  return KINDS.flatMap((kind) => {
    const own = found.filter((one) => one.kind === kind)
    const weight = ({ said }: (typeof own)[number]): number =>
      new Set(own.filter((other) => isSame(other.said, said)).map(({ outlet }) => outlet)).size
    const [best] = own.toSorted((one, other) => weight(other) - weight(one))
    if (best === undefined) return []
    const { said: _said, ...statement } = best
    return [statement]
  })
}

type Statement = Extract<Development, { readonly kind: 'says' | 'statement' | 'denial' }>

const KINDS = ['denial', 'statement', 'says'] as const satisfies readonly Statement['kind'][]

const sayingsIn = (articles: readonly PlacedArticle[], findings: readonly KeptFinding[]): readonly Said[] => {
  const byId = new Map(articles.map((article) => [article.id, article]))
  return findings.flatMap(({ finding, article: { id, copyOf } }): Said[] => {
    const article = byId.get(id)
    if (finding.kind !== 'saying' || article === undefined || copyOf !== null) return []
    return [{ saying: finding, article, words: contentOf(finding.claim.join(' '), article.tags.language) }]
  })
}

function kindOf(
  said: Said,
  before: readonly Said[],
  knownTexts: readonly ReadonlySet<string>[],
): Statement['kind'] | null {
  const { saying, words, article } = said
  const { speaker, verb } = saying
  if (!isNamed(said) || words.size < LEAST_WORDS) return null
  const isKnown = knownTexts.some((report) => words.intersection(report).size >= KNOWN_SHARE * words.size)
  const own = before.filter((one) => isSpeaker(one, said))
  const { language } = article.tags
  if (verb !== null && isDenial(verb, language, saying.claim.join(' ')))
    return isKnown && !own.some(({ saying: { verb } }) => verb !== null && isDenial(verb, language))
      ? 'denial'
      : null
  // Without a verb of saying, quotation marks may hold the name of a work.
  if (isKnown || verb === null || saying.form === 'indirect') return null
  if (own.length > 0) return own.some(isOfficial) || isOfficial(said) ? 'says' : null
  return isOfficial(said) && before.length > 0 && speaker.name !== null ? 'statement' : null
}

const isOfficial = ({ saying: { speaker } }: Said): boolean =>
  speaker.side === 'official' || speaker.side === 'party'

/**
 * Whether the speaker has a name of two words or more beside the claim: one word alone is as often what the
 * office is for ("the ambassador to the UN").
 */
const isNamed = ({ saying: { speaker } }: Said): boolean =>
  speaker.name !== null &&
  speaker.namedBy === 'name' &&
  speaker.name.includes(' ') &&
  speaker.name.length <= LONGEST_NAME &&
  speaker.side !== 'anonymous' &&
  speaker.side !== 'paper'

/**
 * Whether two speakers may be the same: somebody may be called by the last word of a name, or by a body that
 * is part of another's name.
 */
function isSpeaker(one: Said, other: Said): boolean {
  const [names, others] = [wordsIn(one), wordsIn(other)]
  return names.some((word) => others.includes(word))
}

const wordsIn = ({ saying: { speaker }, article }: Said): readonly string[] => [
  ...contentOf(`${speaker.name ?? ''} ${speaker.words}`, article.tags.language),
]

const isSame = (one: Said, other: Said): boolean =>
  isSpeaker(one, other) &&
  one.words.intersection(other.words).size * 2 >= Math.min(one.words.size, other.words.size)

/**
 * Returns a statement in the sentence of its article. Null if the article has no address or listed outlet, if
 * no sentence that can be shown holds the words, or if the story shows that sentence anyway (see below).
 */
function toStatement(kind: Statement['kind'], { saying, article }: Said, update: Update): Statement | null {
  const outlet = outletOf(update, article)
  const words = sentenceOf(saying, article)
  if (words === null || outlet < 0 || article.url === null) return null
  const { headline, sentences } = update.briefed
  const isShown = sentences.some(({ text }) => text.includes(words) || words.includes(text))
  // The headline is seen anyway. So is a sentence, but a first statement or denial is worth a line all the
  // same.
  if (words === headline || (isShown && kind === 'says')) return null
  const speaker = saying.speaker.name ?? saying.speaker.words
  const { id: articleId, url } = article
  return { kind, speaker, words, articleId, outlet, url, ...(isShown && { isShown }) }
}

function sentenceOf({ start, end }: Saying, { title, text, tags }: PlacedArticle): string | null {
  if (end <= title.length) return title.length <= LONGEST_WORDS ? title : null
  // Offsets count from the title, which stands above the text (`inOneText`).
  const [from, to] = [start - title.length - 1, end - title.length - 1]
  const span = splitSentences(text, tags.language).find((one) => one.start <= from && to <= one.end + 1)
  if (span === undefined) return null
  const words = text.slice(span.start, span.end)
  return words.length <= LONGEST_WORDS && /[.!?؟…”"»]$/u.test(words) ? words : null
}
