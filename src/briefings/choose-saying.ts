import { contentOf } from '../language/terms.ts'
import type { BriefedSentence } from '../records/briefing.ts'
import type { Saying } from '../records/finding.ts'
import type { KeptFinding } from '../records/ports/findings.ts'
import { joinSayings } from './join-sayings.ts'
import type { Refusal } from './last-reading.ts'
import type { ToldStory } from './tell-story.ts'

/** Words: below it is a slogan, above it a speech. */
const LEAST_WORDS = 8
const MOST_WORDS = 40
/** What shares so much of its words with a sentence that is told anyway says nothing more. */
const TOLD = 0.5

/**
 * What somebody says in a story, to stand under its sentences: quoted word by word in one piece, by somebody of an office or a party whose name stands beside it, in a report that is
 * listed under the story and that this reader is told of, in the language of its headline; what most articles report first. Null where the story has one
 * outlet or no sentence, or nothing is as sure as that. `isNews` says whether what an article says may be told; `read` is `createSentenceReader` of the story.
 */
export function chooseSaying(
  { briefed, listed }: Pick<ToldStory, 'briefed' | 'listed'>,
  kept: readonly KeptFinding[],
  isNews: (articleId: string) => boolean,
  read: (sentence: string, article: ToldStory['listed'][number]) => Refusal | null,
): BriefedSentence | null {
  if (briefed.sentences.length === 0 || new Set(briefed.outlets.map(({ sourceId }) => sourceId)).size < 2)
    return null
  const told = briefed.sentences.map(({ text, language }) => contentOf(text, language))
  const found = joinSayings(kept.filter(({ finding }) => finding.kind === 'saying' && isSure(finding)))
  const byWeight = found.toSorted((one, other) => other.others.length - one.others.length)
  for (const { saying, first, others } of byWeight)
    for (const { id } of [first, ...others]) {
      const outlet = listed.findIndex((article) => article.id === id)
      const article = listed[outlet]
      const claim = wordsOf(saying)
      const start = article?.text.indexOf(claim) ?? -1
      if (article === undefined || start < 0 || article.url === null || !isNews(id)) continue
      const { language } = article.tags
      if (language !== briefed.language || read(claim, article) === 'older-figure') continue
      const words = contentOf(claim, language)
      if (told.some((sentence) => share(words, sentence) >= TOLD)) continue
      return {
        text: claim,
        start,
        end: start + claim.length,
        language,
        outlet,
        articleId: id,
        version: article.version,
        saidBy: saying.speaker.name ?? saying.speaker.words,
      }
    }
  return null
}

/** What was said without the marks round it and the comma before them, which are the outlet's. */
const wordsOf = ({ claim: [only = ''] }: Saying): string =>
  only.replace(/^[\s"“”„«»‹›]+/u, '').replace(/[\s"“”„«»‹›,،]+$/u, '')

function isSure(saying: Saying): boolean {
  const { speaker, form, claim } = saying
  const only = wordsOf(saying)
  const words = only.split(/\s+/u).length
  return (
    form === 'direct' &&
    claim.length === 1 &&
    words >= LEAST_WORDS &&
    words <= MOST_WORDS &&
    // A piece of a sentence begins small.
    /^\P{Ll}/u.test(only) &&
    (speaker.side === 'official' || speaker.side === 'party') &&
    speaker.namedBy === 'name' &&
    // "Head of the Senate": one word may be the body that somebody is the head of.
    (speaker.name?.includes(' ') ?? false)
  )
}

function share(words: ReadonlySet<string>, sentence: ReadonlySet<string>): number {
  return words.size === 0 ? 1 : words.intersection(sentence).size / words.size
}
