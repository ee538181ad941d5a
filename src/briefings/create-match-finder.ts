import type { StoryHead } from '../records/story.ts'
import { applyRules, type CorrectedHead, type Rules } from './apply-rules.ts'
import type { BriefingArchive, BriefingSettings } from './composition.ts'
import { type Match, matchStories, rankNews, type Selection, storiesSaying } from './match-stories.ts'
import { memoize } from './memoize.ts'
import { factsOf, isNews } from './story-facts.ts'

/** Finds the stories that moved since `from` (milliseconds since 1970) and that a selection asks for. */
export type MatchFinder = (
  selection: Selection,
  from: number,
  rules: Rules,
  undelivered: ReadonlySet<string>,
) => Promise<readonly Match[]>

/**
 * Creates a function that finds matches among the news (`heads`) of one moment, strongest first, as the rules
 * of a workspace correct them. Stories that were told and did not arrive (`undelivered`, ids) are among them
 * whenever they moved: their newer reports may have left them since. Calls with the same objects are answered
 * once.
 */
export function createMatchFinder({
  archive,
  settings,
  heads,
  now,
  pause,
}: {
  readonly archive: Pick<BriefingArchive, 'headsOf' | 'storiesSaying'>
  readonly settings: BriefingSettings
  readonly heads: readonly StoryHead[]
  readonly now: number
  readonly pause: () => Promise<void>
}): MatchFinder {
  const known = new Set(heads.map(({ id }) => id))
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

  const readUndelivered = memoize(async (undelivered: ReadonlySet<string>, rules: Rules) => {
    const read = await archive.headsOf([...undelivered].filter((id) => !known.has(id)))
    // A merged id may lead to a story that is known.
    const older = read.filter(({ id }) => !known.has(id))
    const all = older.length === 0 ? await headsFor(rules) : applyRules([...heads, ...older], rules)
    return all.filter((story) => idsOf(story).some((id) => undelivered.has(id)))
  })

  return memoize(async (selection, from, rules, undelivered) => {
    const matches = await matchesSince(selection, from, rules)
    if (undelivered.size === 0) return matches
    const found = new Set(matches.map(({ story }) => story.id))
    const lost = (await readUndelivered(undelivered, rules)).filter(({ id }) => !found.has(id))
    if (lost.length === 0) return matches
    const since = Math.min(from, ...lost.map(({ firstAt }) => firstAt))
    const expressionMatches = await storiesSaying(selection, { from: since, now }, archive)
    const ranked = rankNews(lost, { ...settings, now })
    const others = matchStories(ranked, selection, { ...settings, expressionMatches })
    return [...matches, ...others].sort((one, other) => other.weight - one.weight)
  })
}

/** Ids under which messages may have told a story: its own, and those of the stories it was joined of. */
const idsOf = ({ id, parts = [] }: CorrectedHead): readonly string[] => [id, ...parts]
