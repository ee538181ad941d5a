import { contentOf } from '../language/terms.ts'
import type { BriefedSentence } from '../records/briefing.ts'
import type { Saying } from '../records/finding.ts'
import type { KeptFinding } from '../records/ports/findings.ts'
import { joinSayings } from './join-sayings.ts'
import type { Refusal } from './last-reading.ts'
import type { WrittenStory } from './write-story.ts'

/** Bounds in words: less is a slogan, more is a speech. */
const LEAST_WORDS = 8
const MOST_WORDS = 40
/** A saying that shares this part of its words with what is told above it adds nothing. */
const ALREADY_SAID_SHARE = 0.5
/** In words. What a longer "office" says is no office. */
const LONGEST_ROLE = 5

/**
 * Chooses a saying to stand under the sentences of a story: a direct quotation in one piece, by a person of
 * an office or party who is named beside it, in a listed report with an address and in the language of the
 * headline, more than half of whose words are not told above it. Of several, the one that most articles
 * report. Null if the story has one outlet or no sentence, or no saying is that sure.
 *
 * `isNews`: whether the words of an article (id) may be told. `check`: the `createSentenceCheck` of the
 * story; only its refusal `older-figure` counts here.
 */
export function chooseSaying(
  { briefed, listed }: Pick<WrittenStory, 'briefed' | 'listed'>,
  kept: readonly KeptFinding[],
  isNews: (articleId: string) => boolean,
  check: (sentence: string, article: WrittenStory['listed'][number]) => Refusal | null,
): BriefedSentence | null {
  if (briefed.sentences.length === 0 || new Set(briefed.outlets.map(({ sourceId }) => sourceId)).size < 2)
    return null
  const shown = [briefed.headline, ...briefed.sentences.map(({ text }) => text)]
  const told = contentOf(shown.join('\n'), briefed.language)
  const found = joinSayings(kept.filter(({ finding }) => finding.kind === 'saying' && isSureSaying(finding)))
  const byWeight = found.toSorted((one, other) => other.others.length - one.others.length)
  for (const { saying, first, others } of byWeight)
    for (const { id } of [first, ...others]) {
      const outlet = listed.findIndex((article) => article.id === id)
      const article = listed[outlet]
      const claim = claimOf(saying)
      const start = article?.text.indexOf(claim) ?? -1
      if (article === undefined || start < 0 || article.url === null || !isNews(id)) continue
      const { language } = article.tags
      if (language !== briefed.language || check(claim, article) === 'older-figure') continue
      if (shareOf(contentOf(claim, language), told) >= ALREADY_SAID_SHARE) continue
      if (repeatsNumbers(claim, shown)) continue
      const saidBy = introduce(saying, shown)
      if (saidBy === null) continue
      return {
        text: claim,
        start,
        end: start + claim.length,
        language,
        outlet,
        articleId: id,
        version: article.version,
        saidBy,
      }
    }
  return null
}

/** Whether a claim has numbers, all of which were told. */
function repeatsNumbers(claim: string, shown: readonly string[]): boolean {
  const [told, said] = [shown.join(' '), claim].map((text) => new Set(text.match(NUMBER)))
  return said !== undefined && said.size > 0 && told?.isSupersetOf(said) === true
}

const NUMBER = /\p{Nd}+(?:[.,]\p{Nd}+)*/gu

/**
 * Returns how a speaker is named: by name alone if the story has named them, else with their office. Null if
 * readers would not know who speaks.
 */
function introduce({ speaker: { name, words, role } }: Saying, shown: readonly string[]): string | null {
  const named = name ?? words
  const surname = named.split(/\s+/u).at(-1) ?? named
  if (shown.some((text) => text.includes(surname))) return named
  const isOffice = role !== null && role.split(/\s+/u).length <= LONGEST_ROLE
  return isOffice ? `${named} (${role})` : null
}

/** Returns the words said, without the quotation marks and the comma before them, which are the outlet's. */
const claimOf = ({ claim: [only = ''] }: Saying): string =>
  only.replace(/^[\s"'“”„‘’«»‹›]+/u, '').replace(/[\s"'“”„‘’«»‹›,،]+$/u, '')

function isSureSaying(saying: Saying): boolean {
  const { speaker, form, claim } = saying
  const only = claimOf(saying)
  const words = only.split(/\s+/u).length
  return (
    form === 'direct' &&
    claim.length === 1 &&
    words >= LEAST_WORDS &&
    words <= MOST_WORDS &&
    // A fragment of a sentence begins with a small letter.
    /^\P{Ll}/u.test(only) &&
    (speaker.side === 'official' || speaker.side === 'party') &&
    speaker.namedBy === 'name' &&
    // "Head of the Senate": a name of one word may be the body that somebody heads.
    (speaker.name?.includes(' ') ?? false)
  )
}

const shareOf = (words: ReadonlySet<string>, told: ReadonlySet<string>): number =>
  words.size === 0 ? 1 : words.intersection(told).size / words.size
