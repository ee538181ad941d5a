import type { NewsArchive } from '../records/ports/news-archive.ts'
import type { ReaderCorrection, ReaderRule } from '../records/reader-rule.ts'
import type { PlacedArticle, ReportHead, StoredStory, StoryHead } from '../records/story.ts'
import { formOf } from '../summaries/report-form.ts'

/** What readers of one workspace corrected, ready to be applied. All of them share the same object. */
export interface Rules {
  readonly names: ReadonlySet<string>
  /** Countries and topics that running stories are not about. */
  readonly notAbout: readonly {
    readonly storyline: string
    readonly what: 'country' | 'topic'
    readonly id: string
  }[]
  /** By current story id: the id under which that story is told together with others. */
  readonly same: ReadonlyMap<string, string>
  /** Sets of article ids, each of which is a story of its own. */
  readonly apart: readonly ReadonlySet<string>[]
  readonly noNews: readonly NoNews[]
}

type NoNews = Pick<Extract<ReaderCorrection, { kind: 'no-news' }>, 'sourceId' | 'form' | 'section'>

/** A story as it is for readers who corrected something about it. */
export interface CorrectedHead extends StoryHead {
  /** Archive ids of the stories that its reports belong to; absent if that is its own id alone. */
  readonly parts?: readonly string[]
  /** Which of its articles are no news to these readers. */
  readonly noNews?: readonly NoNews[]
}

const NO_RULES: Rules = { names: new Set(), notAbout: [], same: new Map(), apart: [], noNews: [] }

/**
 * Whether the rules of a workspace (`platform:workspace`) apply at a destination. A destination that names no
 * workspace belongs to the only one that its platform serves.
 */
export function appliesAt(workspace: string, destination: string): boolean {
  const place = destination.replace(':@', ':')
  return place.includes('/')
    ? place.startsWith(`${workspace}/`)
    : workspace.split(':')[0] === destination.split(':')[0]
}

/** Reads the standing ones among the rules of one workspace, for the stories as they are now. */
export async function readRules(
  rules: readonly ReaderRule[],
  archive: Pick<NewsArchive, 'storylines'>,
): Promise<Rules> {
  const all = rules.filter(({ state }) => state === 'standing').map(({ correction }) => correction)
  if (all.length === 0) return NO_RULES
  const named = all.flatMap((one) =>
    one.kind === 'same-as' ? [one.story, one.other] : one.kind === 'not-about' ? [one.story] : [],
  )
  const places = await archive.storylines([...new Set(named)])
  const same = new Map<string, string>()
  for (const one of all) {
    if (one.kind !== 'same-as') continue
    const [first, second] = [one.story, one.other].map((id) => places.get(id)?.id)
    if (first === undefined || second === undefined || first === second) continue
    // Stories that were joined to one of them before come along.
    const [to, from] = [same.get(first) ?? first, same.get(second) ?? second]
    for (const [id, target] of same) if (target === from) same.set(id, to)
    for (const id of [first, second, from, to]) same.set(id, to)
  }
  return {
    names: new Set(all.flatMap((one) => (one.kind === 'wrong-name' ? [one.name] : []))),
    notAbout: all.flatMap((one) => {
      const storyline = one.kind === 'not-about' ? places.get(one.story)?.storylineId : undefined
      return one.kind !== 'not-about' || storyline === undefined
        ? []
        : [{ storyline, what: one.what, id: one.id }]
    }),
    same,
    apart: all.flatMap((one) => (one.kind === 'two-stories' ? [new Set(one.reports)] : [])),
    noNews: all.flatMap((one) => (one.kind === 'no-news' ? [one] : [])),
  }
}

/**
 * Returns the stories as readers split, joined and corrected them. Stories that no rule touches stay the same
 * objects.
 */
export function applyRules(heads: readonly StoryHead[], rules: Rules): readonly CorrectedHead[] {
  if (rules === NO_RULES) return heads
  const parted = heads.flatMap((head) => partReports(head, rules))
  return joinSame(parted, rules).map((head) => retag(head, rules))
}

/** Splits a story into its parts; returns it alone if none of its reports was split off. */
function partReports(head: StoryHead, { apart }: Rules): readonly CorrectedHead[] {
  const parts: CorrectedHead[] = []
  let rest = head.reports
  for (const ids of apart) {
    const isNamed = ({ articleId, copyOf }: ReportHead): boolean =>
      ids.has(articleId) || (copyOf !== null && ids.has(copyOf))
    const split = rest.filter(isNamed)
    if (split.length === 0 || split.length === rest.length) continue
    rest = rest.filter((report) => !isNamed(report))
    parts.push(partOf(head, split))
  }
  return parts.length === 0 ? [head] : [partOf(head, rest), ...parts]
}

/**
 * Returns a part of a story. It has the story's id if it holds the report that gave it, else the id that its
 * own first report gives.
 */
function partOf(head: StoryHead, reports: readonly ReportHead[]): CorrectedHead {
  const ownsId = reports.some(({ articleId }) => head.id === `s${articleId}`)
  const id = ownsId ? head.id : `s${reports[0]?.articleId ?? ''}`
  // The handle stays with the id.
  const { handle, ...others } = head
  const named = ownsId && handle !== undefined ? { handle } : {}
  return { ...others, ...named, ...spanOf(reports), id, reports, parts: [head.id] }
}

const spanOf = (reports: readonly ReportHead[]) => ({
  firstAt: Math.min(...reports.map(({ seenAt }) => seenAt)),
  lastAt: Math.max(...reports.map(({ changedAt }) => changedAt)),
})

function joinSame(heads: readonly CorrectedHead[], { same }: Rules): readonly CorrectedHead[] {
  if (same.size === 0) return heads
  const groups = Map.groupBy(heads, ({ id }) => same.get(id) ?? id)
  return [...groups].flatMap(([id, group]) => {
    const [first] = group
    if (first === undefined || !same.has(id)) return group
    const reports = group.flatMap((head) => head.reports).toSorted((a, b) => a.seenAt - b.seenAt)
    const joined = [...same].flatMap(([part, target]) => (target === id ? [part] : []))
    const parts = [...new Set([id, ...joined, ...group.flatMap((head) => head.parts ?? [])])]
    return { ...first, ...spanOf(reports), id, reports, parts }
  })
}

/**
 * Returns a story without countries, topics and names that it is not about, and with the rules that call
 * reports of it no news.
 */
function retag(head: CorrectedHead, { names, notAbout, noNews }: Rules): CorrectedHead {
  const excluded = notAbout.filter(({ storyline }) => storyline === head.storylineId)
  const isExcluded = (what: 'country' | 'topic', code: string): boolean =>
    excluded.some((one) => one.what === what && one.id === code)
  const isTouched =
    excluded.length > 0 || head.reports.some(({ people }) => people.some((name) => names.has(name)))
  const ofItsSources = noNews.filter(({ sourceId }) =>
    head.reports.some((report) => report.sourceId === sourceId),
  )
  if (!isTouched && ofItsSources.length === 0) return head
  const reports = isTouched
    ? head.reports.map((report) => ({
        ...report,
        countries: report.countries.filter(({ code }) => !isExcluded('country', code)),
        topics: report.topics.filter(({ code }) => !isExcluded('topic', code)),
        people: report.people.filter((name) => !names.has(name)),
      }))
    : head.reports
  return { ...head, reports, ...(ofItsSources.length > 0 && { noNews: ofItsSources }) }
}

/** Whether rules call an article no news. */
export const isNoNews = (article: PlacedArticle, rules: readonly NoNews[]): boolean =>
  rules.some(
    ({ sourceId, form, section }) =>
      article.sourceId === sourceId &&
      (form === null ? sectionOf(article.url) === section : form === formIn(article)),
  )

/**
 * Returns a rule for articles like this one: by its form if it is no report, else by its section of the site.
 * Null if it has neither.
 */
export function ruleFor(article: PlacedArticle): NoNews | null {
  const { sourceId } = article
  const form = formIn(article)
  if (form !== 'report') return { sourceId, form, section: null }
  const section = sectionOf(article.url)
  return section === null ? null : { sourceId, form: null, section }
}

const formIn = (article: PlacedArticle) => formOf({ ...article, language: article.tags.language })

/**
 * Returns the first path segment of an address that is a word. The last segment does not count, because it is
 * the article's own. Null if there is none.
 */
function sectionOf(url: string | null): string | null {
  const path = url === null ? '' : (URL.parse(url)?.pathname ?? '')
  const parts = path.toLowerCase().split('/').slice(1, -1)
  return parts.find((part) => /^\p{L}[\p{L}-]{2,}$/u.test(part)) ?? null
}

/**
 * Returns a story of the archive as its readers split or joined it. `id` may be that of a part. Null if none
 * is kept.
 */
export async function readCorrected(
  id: string,
  rules: Rules,
  archive: Pick<NewsArchive, 'stories'>,
): Promise<StoredStory | null> {
  const [story] = await archive.stories([id])
  if (story === undefined) return null
  const target = rules.same.get(story.id)
  if (target !== undefined) {
    const ids = [...rules.same].flatMap(([part, to]) => (to === target ? [part] : []))
    const all = await archive.stories([...new Set([target, ...ids])])
    const articles = all.flatMap((one) => one.articles).toSorted((a, b) => a.seenAt - b.seenAt)
    return { ...story, id: target, articles, lastAt: Math.max(...all.map(({ lastAt }) => lastAt)) }
  }
  const heads = story.articles.map((article) => ({ articleId: article.id, copyOf: article.copyOf }))
  for (const ids of rules.apart) {
    const named = new Set(
      heads.flatMap(({ articleId, copyOf }) =>
        ids.has(articleId) || (copyOf !== null && ids.has(copyOf)) ? [articleId] : [],
      ),
    )
    if (named.size === 0 || named.size === heads.length) continue
    const isNamed = named.has(id.slice(1))
    const articles = story.articles.filter((article) => named.has(article.id) === isNamed)
    return { ...story, id: isNamed ? id : story.id, articles }
  }
  return story
}
