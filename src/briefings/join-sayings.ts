import { contentOf } from '../language/terms.ts'
import type { Saying } from '../records/finding.ts'
import type { KeptFinding } from '../records/ports/findings.ts'

type Article = KeptFinding['article']

/** One statement, and the articles that report it. */
export interface JoinedSaying {
  /** As the first article has it. */
  readonly saying: Saying
  readonly first: Article
  /** Later articles, copies included. */
  readonly others: readonly Article[]
}

interface Joining {
  readonly saying: Saying
  readonly words: ReadonlySet<string>
  readonly articles: Article[]
}

/**
 * Two claims of one speaker whose words are this alike (Dice) are one statement told again. Wire copies reach
 * 0.9 and more, two statements of one speech mostly stay below a third; retellings by outlets lie in between.
 */
const SAME_CLAIM = 0.5

/**
 * Joins sayings of one speaker that say the same. The oldest article is the first of each; the newest
 * statement comes first.
 */
export function joinSayings(kept: readonly KeptFinding[]): readonly JoinedSaying[] {
  const joined: Joining[] = []
  const oldestFirst = kept.toSorted((one, other) => one.article.datedAt - other.article.datedAt)
  for (const { finding, article } of oldestFirst) {
    if (finding.kind !== 'saying') continue
    const words = contentOf(finding.claim.join(' '), article.tags.language)
    const same = joined.find(
      (one) => nameOf(one.saying) === nameOf(finding) && likeness(one.words, words) >= SAME_CLAIM,
    )
    if (same === undefined) joined.push({ saying: finding, words, articles: [article] })
    else if (!same.articles.some(({ id }) => id === article.id)) same.articles.push(article)
  }
  return joined
    .flatMap(({ saying, articles }): JoinedSaying[] => {
      const [first, ...others] = articles
      return first === undefined ? [] : [{ saying, first, others }]
    })
    .toReversed()
}

const nameOf = ({ speaker }: Saying): string => (speaker.name ?? speaker.words).toLowerCase()

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0
  for (const word of one) if (other.has(word)) shared++
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size)
}
