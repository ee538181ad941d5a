import type { StoryGrouper } from '../stories/create-story-grouper.ts'
import type { Comparison } from '../stories/explain-placement.ts'
import { readSaidWords, type SaidWords, type SharedWord, sharedWords } from '../stories/shared-words.ts'

/** How an article came into its story. */
export type Arrival = 'began' | 'joined' | 'copy' | 'split' | 'merge'

/** An article that was placed, and how. */
export interface GroupedArticle {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly language: string
  /** Milliseconds since 1970. */
  readonly at: number | null
  readonly came: Arrival
  readonly copyOf: string | null
  /** The story into which it was placed. */
  readonly storyId: string
}

interface Grouped {
  readonly articles: ReadonlyMap<string, GroupedArticle>
  readonly grouper: Pick<StoryGrouper, 'explain' | 'compare'>
  /** The story that finally holds an article. */
  readonly storyOf: (id: string) => string
}

interface NamedArticle {
  readonly id: string
  readonly title: string
}

/** Most shared words that are shown; more would only repeat what is clear already. */
const MOST_WORDS = 6

/** A comparison together with the shared words, the most telling first. */
interface Compared extends Comparison {
  readonly shared: readonly SharedWord[]
}

export interface ExplainedArticle extends NamedArticle {
  readonly story: string
  readonly storyline: string
  readonly members: readonly (NamedArticle & {
    readonly came: Arrival
    /** The article that it copies, or the story with which it was merged in; null otherwise. */
    readonly from: string | null
    /** Comparison with all other articles of the story; null if it is alone. */
    readonly toOthers: Compared | null
  })[]
  readonly nearest: {
    readonly story: string
    readonly title: string
    readonly articles: number
    readonly toArticle: Compared
  } | null
  readonly runningStory: {
    readonly otherStories: readonly string[]
    readonly likeness: number | null
    readonly needed: number
    readonly nearest: {
      readonly storyline: string
      readonly likeness: number
      readonly needed: number
    } | null
  }
}

export interface ExplainedPair {
  readonly articles: readonly (NamedArticle & {
    readonly story: string
    readonly storyline: string
    readonly copyOf: string | null
  })[]
  readonly compared: Compared
}

/** Explains what joined an article to its story and separated it from the next one. */
export function explainArticle(article: GroupedArticle, grouped: Grouped): ExplainedArticle {
  const { articles, grouper } = grouped
  const reasons = reasonsOf(article, grouper)
  const share = createShare(grouped)
  const { members, nearest, storyline } = reasons
  const ids = members.map((member) => member.id)
  const [first = ''] = nearest?.memberIds ?? []
  return {
    id: article.id,
    title: article.title,
    story: reasons.storyId,
    storyline: reasons.storylineId,
    members: members.map(({ id, toOthers }) => {
      const member = articles.get(id) ?? article
      const isMerged = member.storyId !== reasons.storyId && member.copyOf === null
      const others = ids.filter((one) => one !== id)
      return {
        id,
        title: member.title,
        came: isMerged ? 'merge' : member.came,
        from: isMerged ? member.storyId : member.copyOf,
        toOthers: toOthers === null ? null : { ...toOthers, shared: share(id, others) },
      }
    }),
    nearest:
      nearest === null
        ? null
        : {
            story: nearest.storyId,
            title: articles.get(first)?.title ?? '',
            articles: nearest.memberIds.length,
            toArticle: { ...nearest.toArticle, shared: share(article.id, nearest.memberIds) },
          },
    runningStory: {
      otherStories: storyline.storyIds,
      likeness: storyline.likeness,
      needed: storyline.needed,
      nearest:
        storyline.nearest === null
          ? null
          : {
              storyline: storyline.nearest.storylineId,
              likeness: storyline.nearest.likeness,
              needed: storyline.nearest.needed,
            },
    },
  }
}

/** Explains what joined or separated two articles. */
export function explainPair(one: GroupedArticle, other: GroupedArticle, grouped: Grouped): ExplainedPair {
  const { grouper, storyOf } = grouped
  const compared = grouper.compare(one.id, other.id)
  if (compared === null) throw new Error(`'${one.id}' or '${other.id}' was placed and is forgotten`)
  return {
    articles: [one, other].map(({ id, title, copyOf, ...article }) => ({
      id,
      title,
      story: storyOf(id),
      storyline: reasonsOf({ id, title, copyOf, ...article }, grouper).storylineId,
      copyOf,
    })),
    compared: { ...compared, shared: createShare(grouped)(one.id, [other.id]) },
  }
}

function reasonsOf({ id }: GroupedArticle, grouper: Grouped['grouper']) {
  const reasons = grouper.explain(id)
  if (reasons === null) throw new Error(`'${id}' was placed and is forgotten`)
  return reasons
}

/**
 * Creates a function that finds the words an article shares with others. Rarity is counted over all placed
 * articles.
 */
function createShare({
  articles,
}: Grouped): (id: string, others: readonly string[]) => readonly SharedWord[] {
  const said = new Map<string, SaidWords>()
  const holding = new Map<number, number>()
  for (const article of articles.values()) {
    const words = readSaidWords(article)
    said.set(article.id, words)
    for (const hash of new Set([...words.own.keys(), ...words.english.keys()]))
      holding.set(hash, (holding.get(hash) ?? 0) + 1)
  }
  const rarityOf = (hash: number): number => Math.log((articles.size + 1) / (holding.get(hash) ?? 1))
  return (id, others) => {
    const own = said.get(id)
    if (own === undefined) return []
    const there = others.flatMap((other) => said.get(other) ?? [])
    return sharedWords(own, there, rarityOf).slice(0, MOST_WORDS)
  }
}
