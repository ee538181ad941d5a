import type { StoryHead } from '../records/story.ts'
import { applyRules, type Rules } from './apply-rules.ts'
import type { BriefingArchive, BriefingSettings } from './composition.ts'
import { type Match, matchStories, rankNews, type Selection, storiesSaying } from './match-stories.ts'
import { memoize } from './memoize.ts'
import { factsOf, isNews, NEWS_MEMORY_MS } from './story-facts.ts'

/**
 * Finds the stories that a selection asks for, strongest first: those that moved since `from` (milliseconds
 * since 1970), and, whenever they moved, those that hold one of these articles (`undelivered`, ids).
 */
export type MatchFinder = (
  selection: Selection,
  from: number,
  rules: Rules,
  undelivered: ReadonlySet<string>,
) => Promise<readonly Match[]>

/**
 * Creates a function that finds matches among the news of one moment (`heads`), as the rules of a workspace
 * correct them. What did not arrive is looked up by article, because stories are merged and split meanwhile,
 * and what made a story move may have left it. Calls with the same objects are answered once.
 */
export function createMatchFinder({
  archive,
  settings,
  heads,
  now,
  pause,
}: {
  readonly archive: Pick<BriefingArchive, 'headsHolding' | 'storiesSaying'>
  readonly settings: BriefingSettings
  readonly heads: readonly StoryHead[]
  readonly now: number
  readonly pause: () => Promise<void>
}): MatchFinder {
  const headsFor = memoize((rules: Rules) => Promise.resolve(applyRules(heads, rules)))

  const newsSince = memoize(async (from: number, rules: Rules) => {
    const news = (await headsFor(rules)).filter((story) => story.lastAt >= from && isNews(story, from))
    for (const story of news) {
      factsOf(story)
      await pause()
    }
    return rankNews(news, { ...settings, now })
  })

  const matchesSince = memoize(async (selection: Selection, from: number, rules: Rules) => {
    const expressionMatches = await storiesSaying(selection, { from, now }, archive)
    return matchStories(await newsSince(from, rules), selection, { ...settings, expressionMatches })
  })

  /** Heads that were read later, by story id: readers who lack the same story share it. */
  const others = new Map<string, StoryHead>()
  const readKnown = memoize(() =>
    Promise.resolve(new Set(heads.flatMap(({ reports }) => reports.map(({ articleId }) => articleId)))),
  )
  const readOthers = memoize(async (articles: ReadonlySet<string>) => {
    const known = await readKnown()
    const found = await archive.headsHolding([...articles].filter((id) => !known.has(id)))
    // Articles may have moved since the heads were read: none is told twice.
    return found.flatMap((story) => {
      const reports = story.reports.filter(({ articleId }) => !known.has(articleId))
      const isWhole = reports.length === story.reports.length
      return reports.length === 0
        ? []
        : [others.getOrInsert(story.id, isWhole ? story : { ...story, reports })]
    })
  })

  const storiesHolding = memoize(async (articles: ReadonlySet<string>, rules: Rules) => {
    const read = await readOthers(articles)
    const all = read.length === 0 ? await headsFor(rules) : applyRules([...heads, ...read], rules)
    await pause()
    return all.filter(({ reports }) => reports.some(({ articleId }) => articles.has(articleId)))
  })

  return memoize(async (selection, from, rules, undelivered) => {
    const matches = await matchesSince(selection, from, rules)
    if (undelivered.size === 0) return matches
    const lost = await storiesHolding(undelivered, rules)
    if (lost.length === 0) return matches
    const since = Math.max(now - NEWS_MEMORY_MS, Math.min(from, ...lost.map(({ firstAt }) => firstAt)))
    const expressionMatches = await storiesSaying(selection, { from: since, now }, archive)
    const ranked = rankNews(lost, { ...settings, now })
    const again = matchStories(ranked, selection, { ...settings, expressionMatches })
    const byId = new Map(matches.map((match) => [match.story.id, match]))
    for (const match of again) byId.set(match.story.id, { ...match, isUndelivered: true })
    return [...byId.values()].sort((a, b) => b.weight - a.weight || (a.story.id < b.story.id ? -1 : 1))
  })
}
