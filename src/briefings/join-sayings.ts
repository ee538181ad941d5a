import { contentOf } from '../language/terms.ts'
import type { Saying } from '../records/finding.ts'
import type { KeptFinding } from '../records/ports/findings.ts'

type Article = KeptFinding['article']

/** One statement, and the articles that report it. */
export interface JoinedSaying {
  /** As the first of them has it. */
  readonly saying: Saying
  readonly first: Article
  /** The later ones, copies among them. */
  readonly others: readonly Article[]
}

interface Joining {
  readonly saying: Saying
  readonly words: ReadonlySet<string>
  readonly articles: Article[]
}

/**
 * Of two claims of one speaker that share so much of their words (Dice) one is the other, told again. Wire copies share nine tenths and more, two statements of one
 * speech mostly below a third; between the two lies what outlets retell.
 */
const SAME = 0.5

/** Sayings of the same speaker that say the same are one, first reported by the oldest article. The newest statement first. */
export function joinSayings(kept: readonly KeptFinding[]): readonly JoinedSaying[] {
  const joined: Joining[] = []
  const oldestFirst = kept.toSorted((one, other) => one.article.datedAt - other.article.datedAt)
  for (const { finding, article } of oldestFirst) {
    if (finding.kind !== 'saying') continue
    const words = contentOf(finding.claim.join(' '), article.tags.language)
    const same = joined.find(
      (one) => nameOf(one.saying) === nameOf(finding) && likeness(one.words, words) >= SAME,
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
