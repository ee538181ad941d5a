import { tellsGrowth } from '../../analysis/figures/tells-growth.ts'
import { contentOf } from '../../language/terms.ts'
import type { Development } from '../../records/briefing.ts'
import { type Figure, TOLLS } from '../../records/finding.ts'
import type { Findings, KeptFinding } from '../../records/ports/findings.ts'
import type { NewsArchive } from '../../records/ports/news-archive.ts'
import type { StoredStory } from '../../records/story.ts'
import { LONGEST_NAME, outletOf, type Update } from './update.ts'

interface CountedFigure {
  readonly figure: Figure
  readonly value: number
  readonly article: KeptFinding['article']
}

/**
 * Factor by which a toll may grow: one that grew more is of something else. Set by reasoning, because no
 * labelled data has such tolls: in a stream of ten thousand articles nine figures grew since an earlier
 * story, four of them by the outlet of the smaller one, and no bound from 1.5 on tells any of them.
 */
const MOST_GROWTH = 2
/**
 * Least number of words that two reports of one event share in headline and figure: what happened, and where.
 * Set by reasoning: with 0 to 4 the same stream tells none.
 */
const LEAST_SHARED = 2
/** UTF-16 units between two numbers of one phrase: "rises from 19 to 23". */
const IN_ONE_PHRASE = 12

/**
 * Returns tolls that grew since an earlier story of the same running story ("dead 12 → 19"), at most one of
 * each kind. One outlet must tell both numbers and say by a word that the toll grew; place and counting body
 * must agree as far as they are told. Two events of one affair may have tolls of their own, so nothing is
 * told if the newest earlier number is not the highest, or if this story has the smaller number itself.
 * Numbers are never added up.
 */
export function findEarlierTolls(
  { listed }: Pick<Update, 'listed'>,
  own: readonly KeptFinding[],
  earlier: readonly KeptFinding[],
): readonly Development[] {
  return TOLLS.flatMap((what): Development[] => {
    const counted = countedIn(own, what).toSorted((one, other) => other.value - one.value)
    const before = countedIn(earlier, what)
    for (const now of counted) {
      const { figure, value, article } = now
      const outlet = outletOf({ listed }, article)
      if (outlet < 0 || !tellsGrowth(figure.words, article.tags.language)) continue
      const alike = before.filter((one) => isOfOneEvent(one, now))
      const newest = alike.toSorted((one, other) => other.article.datedAt - one.article.datedAt)[0]
      if (newest === undefined || newest.article.sourceId !== article.sourceId) continue
      if (newest.value >= value || value > newest.value * MOST_GROWTH) continue
      if (alike.some((one) => one.value > newest.value) || isCountedApart(newest.value, now, counted))
        continue
      // Somebody told a number in between, in any language.
      if (before.some((one) => one.value > newest.value && one.value < value)) continue
      const { countedBy } = figure
      return [
        {
          kind: 'figure',
          what,
          before: { value: newest.value, qualifier: newest.figure.qualifier },
          now: { value, qualifier: figure.qualifier },
          toldBy: outlet,
          toldIn: { url: newest.article.url },
          countedBy: countedBy === undefined || countedBy.length > LONGEST_NAME ? null : countedBy,
          words: figure.words.trim(),
          articleId: article.id,
          outlet,
          url: article.url,
        },
      ]
    }
    return []
  })
}

/** Returns the figures of one kind. Copies are left out, because they are no witnesses. */
const countedIn = (kept: readonly KeptFinding[], what: Figure['what']): readonly CountedFigure[] =>
  kept.flatMap(({ finding, article }) =>
    finding.kind === 'figure' && finding.what === what && finding.value !== null && article.copyOf === null
      ? [{ figure: finding, value: finding.value, article }]
      : [],
  )

function isOfOneEvent(one: CountedFigure, other: CountedFigure): boolean {
  const { language } = other.article.tags
  if (one.article.tags.language !== language) return false
  const agrees = (first: string | undefined, second: string | undefined): boolean =>
    first === undefined ||
    second === undefined ||
    contentOf(first, language).intersection(contentOf(second, language)).size > 0
  const wordsOf = ({ figure, article }: CountedFigure) =>
    contentOf(`${article.title} ${figure.words}`, language)
  return (
    agrees(one.figure.place, other.figure.place) &&
    agrees(one.figure.countedBy, other.figure.countedBy) &&
    wordsOf(one).intersection(wordsOf(other)).size >= LEAST_SHARED
  )
}

/**
 * Whether this story also tells the old number, or a smaller one, and not in one phrase before the new one.
 */
const isCountedApart = (before: number, now: CountedFigure, counted: readonly CountedFigure[]): boolean =>
  counted.some(
    ({ value, figure, article }) =>
      value <= before &&
      (article.id !== now.article.id ||
        figure.end > now.figure.start ||
        now.figure.start - figure.end > IN_ONE_PHRASE),
  )

const WEEK_MS = 7 * 24 * 3_600_000
/** Most earlier stories that are read, the strongest: a war has hundreds. */
const MOST_STORIES = 20
const MOST_FIGURES = 400

/**
 * Reads the figures of earlier stories of the running story, from the week before this story began. Empty,
 * without any query, if this story tells of no toll that grew.
 */
export async function readEarlierTolls(
  { id, storylineId, firstAt }: Pick<StoredStory, 'id' | 'storylineId' | 'firstAt'>,
  own: readonly KeptFinding[],
  archive: Pick<NewsArchive, 'storyHeads'> & Findings,
): Promise<readonly KeptFinding[]> {
  const grows = own.some(
    ({ finding, article }) =>
      finding.kind === 'figure' &&
      TOLLS.some((toll) => toll === finding.what) &&
      tellsGrowth(finding.words, article.tags.language),
  )
  if (!grows) return []
  const heads = await archive.storyHeads({
    from: firstAt - WEEK_MS,
    to: firstAt,
    most: MOST_STORIES,
    about: { storylines: [storylineId] },
  })
  const stories = heads.flatMap((head) => (head.id === id || head.firstAt >= firstAt ? [] : [head.id]))
  return stories.length === 0 ? [] : archive.findings({ kinds: ['figure'], stories, most: MOST_FIGURES })
}
