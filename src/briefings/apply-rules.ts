import type { NewsArchive } from '../records/ports/news-archive.ts'
import type { ReaderCorrection, ReaderRule } from '../records/reader-rule.ts'
import type { PlacedArticle, ReportHead, StoredStory, StoryHead } from '../records/story.ts'
import { formOf } from '../summaries/report-form.ts'

/** What readers of one workspace corrected, as it is applied to what comes. Equal for all who read there: the same object. */
export interface Rules {
  readonly names: ReadonlySet<string>
  /** Running stories that are not about something. */
  readonly notAbout: readonly {
    readonly storyline: string
    readonly what: 'country' | 'topic'
    readonly id: string
  }[]
  /** By ids of stories as they lead by now: the id under which several are told as one. */
  readonly same: ReadonlyMap<string, string>
  /** Ids of articles whose reports are a story of their own. */
  readonly apart: readonly ReadonlySet<string>[]
  readonly noNews: readonly NoNews[]
}

type NoNews = Pick<Extract<ReaderCorrection, { kind: 'no-news' }>, 'sourceId' | 'form' | 'section'>

/** A story as it is told to readers who corrected something about it. */
export interface RuledHead extends StoryHead {
  /** Ids of the stories in the archive that its reports stand in, where it is not the story of its id alone. */
  readonly parts?: readonly string[]
  /** What is no news to them. */
  readonly noNews?: readonly NoNews[]
}

const NO_RULES: Rules = { names: new Set(), notAbout: [], same: new Map(), apart: [], noNews: [] }

/** Whether the rules of a workspace (`platform:workspace`) count at a destination. One without a workspace in its name is of the only one that its platform serves. */
export function countsAt(workspace: string, destination: string): boolean {
  const place = destination.replace(':@', ':')
  return place.includes('/')
    ? place.startsWith(`${workspace}/`)
    : workspace.split(':')[0] === destination.split(':')[0]
}

/** Reads rules that stand, of one workspace, for today's stories. */
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
    // What joined one of them before comes along.
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

/** Stories as readers told them apart, joined them, and know them not to be about something. Those that no rule touches stay the same objects. */
export function applyRules(heads: readonly StoryHead[], rules: Rules): readonly RuledHead[] {
  if (rules === NO_RULES) return heads
  const parted = heads.flatMap((head) => partReports(head, rules))
  return joinSame(parted, rules).map((head) => retag(head, rules))
}

/** One story where none of its reports was told apart, else a part for each. */
function partReports(head: StoryHead, { apart }: Rules): readonly RuledHead[] {
  const parts: RuledHead[] = []
  let rest = head.reports
  for (const ids of apart) {
    const isNamed = ({ articleId, copyOf }: ReportHead): boolean =>
      ids.has(articleId) || (copyOf !== null && ids.has(copyOf))
    const own = rest.filter(isNamed)
    if (own.length === 0 || own.length === rest.length) continue
    rest = rest.filter((report) => !isNamed(report))
    parts.push(partOf(head, own))
  }
  return parts.length === 0 ? [head] : [partOf(head, rest), ...parts]
}

/** It bears the id that its first report gives, or gave, to a story. */
function partOf(head: StoryHead, reports: readonly ReportHead[]): RuledHead {
  const ownsId = reports.some(({ articleId }) => head.id === `s${articleId}`)
  const id = ownsId ? head.id : `s${reports[0]?.articleId ?? ''}`
  // Its handle is that of the whole.
  const { handle, ...others } = head
  const named = ownsId && handle !== undefined ? { handle } : {}
  return { ...others, ...named, ...spanOf(reports), id, reports, parts: [head.id] }
}

const spanOf = (reports: readonly ReportHead[]) => ({
  firstAt: Math.min(...reports.map(({ seenAt }) => seenAt)),
  lastAt: Math.max(...reports.map(({ changedAt }) => changedAt)),
})

function joinSame(heads: readonly RuledHead[], { same }: Rules): readonly RuledHead[] {
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

/** Without countries, topics and names that it is not about, and with what of it is no news. */
function retag(head: RuledHead, { names, notAbout, noNews }: Rules): RuledHead {
  const out = notAbout.filter(({ storyline }) => storyline === head.storylineId)
  const isOut = (what: 'country' | 'topic', code: string): boolean =>
    out.some((one) => one.what === what && one.id === code)
  const isTouched =
    out.length > 0 || head.reports.some(({ people }) => people.some((name) => names.has(name)))
  const own = noNews.filter(({ sourceId }) => head.reports.some((report) => report.sourceId === sourceId))
  if (!isTouched && own.length === 0) return head
  const reports = isTouched
    ? head.reports.map((report) => ({
        ...report,
        countries: report.countries.filter(({ code }) => !isOut('country', code)),
        topics: report.topics.filter(({ code }) => !isOut('topic', code)),
        people: report.people.filter((name) => !names.has(name)),
      }))
    : head.reports
  return { ...head, reports, ...(own.length > 0 && { noNews: own }) }
}

/** Whether an article is one of those that a rule calls no news. */
export const isNoNews = (article: PlacedArticle, rules: readonly NoNews[]): boolean =>
  rules.some(
    ({ sourceId, form, section }) =>
      article.sourceId === sourceId &&
      (form === null ? sectionOf(article.url) === section : form === formIn(article)),
  )

/** By what the like of an article is known: its form where it is no report, else the section of its site; null where it shows neither. */
export function likeOf(article: PlacedArticle): NoNews | null {
  const { sourceId } = article
  const form = formIn(article)
  if (form !== 'report') return { sourceId, form, section: null }
  const section = sectionOf(article.url)
  return section === null ? null : { sourceId, form: null, section }
}

const formIn = (article: PlacedArticle) => formOf({ ...article, language: article.tags.language })

/** The first part of the path of an address that is a word, before the last part, which is the article's own. */
function sectionOf(url: string | null): string | null {
  const path = url === null ? '' : (URL.parse(url)?.pathname ?? '')
  const parts = path.toLowerCase().split('/').slice(1, -1)
  return parts.find((part) => /^\p{L}[\p{L}-]{2,}$/u.test(part)) ?? null
}

/** A story of the archive as its readers told it apart or joined it; `id` as it was asked for. Null where none is kept. */
export async function readRuled(
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
