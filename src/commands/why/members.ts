import { reportedAt } from '../../articles/reported-at.ts'
import type { Asker } from '../../chat/command.ts'
import type { Trace } from '../../records/message.ts'
import type { Source } from '../../records/source.ts'
import type { PlacedArticle, StoredStory } from '../../records/story.ts'
import { readSaidWords, type SaidWords, sharedWords } from '../../stories/shared-words.ts'
import { commonness } from '../../stories/term-statistics.ts'
import { say } from '../../words/say.ts'
import { timesIn } from '../../words/times.ts'
import { writeDuration } from '../../words/write-numbers.ts'

/**
 * Reports listed one by one, and shared words listed for each. More of either would only repeat what is
 * already clear.
 */
const MOST_REPORTS = 10
const MOST_WORDS = 4
/** Reports whose words are compared; reading one takes a third of a millisecond. */
const MOST_COMPARED = 40

/**
 * Tells how the reports of a story came together, one line each, computed from what the store has of them.
 */
export function tellMembers(
  { articles }: Pick<StoredStory, 'articles'>,
  sources: readonly Source[],
  { language, zone }: Pick<Asker, 'language' | 'zone'>,
): NonNullable<Trace['members']> {
  const inOrder = articles.toSorted((one, other) => reportedAt(one) - reportedAt(other))
  const [first] = inOrder
  const compared = inOrder.slice(0, MOST_COMPARED).map((article) => [article, readWords(article)] as const)
  const nameOf = ({ sourceId }: PlacedArticle): string =>
    sources.find(({ id }) => id === sourceId)?.name ?? sourceId
  const time = timesIn(zone, language).instant

  const textOf = (article: PlacedArticle, words: SaidWords): string => {
    if (article === first) return say('why.began', language)
    const original = articles.find(({ id }) => id === article.copyOf)
    if (original !== undefined) return say('why.repeats', language, { outlet: nameOf(original) })
    const others = compared.flatMap(([other, said]) => (other === article ? [] : [said]))
    const shared = sharedWords(words, others, rarityOf).slice(0, MOST_WORDS)
    const later = writeDuration(reportedAt(article) - (first === undefined ? 0 : reportedAt(first)), language)
    if (shared.length === 0) return say('why.joinedAlone', language, { time: later })
    const list = shared.map(({ word, as }) =>
      as === null ? word : say('why.words', language, { name: word, words: as }),
    )
    return say('why.joined', language, { words: list.join(say('list.separator', language)), time: later })
  }

  return {
    reports: compared.slice(0, MOST_REPORTS).map(([article, words]) => ({
      label: say('why.readText', language, { source: nameOf(article), time: time(reportedAt(article)) }),
      url: article.url,
      text: textOf(article, words),
    })),
    more: Math.max(0, articles.length - MOST_REPORTS),
  }
}

const readWords = ({ title, text, tags }: PlacedArticle): SaidWords =>
  readSaidWords({ title, text, language: tags.language })

/** A word not listed as common occurs in at most one article of five hundred. */
const rarityOf = (hash: number): number => -Math.log(commonness(hash) + 0.002)
