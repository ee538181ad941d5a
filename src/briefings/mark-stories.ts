import type { NewsArchive } from '../records/ports/news-archive.ts'
import type { StoryHead } from '../records/story.ts'
import { describeEdit, type Edit } from './describe-edit.ts'
import { memoize } from './memoize.ts'

/**
 * What a story is to readers with the same knowledge of it. Readers who share this object are told the same.
 */
export interface SharedMark extends StoryMark {
  /** As it was when the news was read. */
  readonly story: StoryHead
  /** What the reader knew of it, as `articleId@version`; null if they never heard of it. */
  readonly known: readonly string[] | null
  readonly edits: Edits
}

/** What a destination was already sent: by story id the article versions, as `articleId@version`. */
export type SentStories = ReadonlyMap<string, { readonly articles: readonly string[]; readonly at?: number }>

/**
 * Creates a function that marks stories for a reader, by story id. Each state of knowledge is worked out
 * once: readers who were sent the same lists get the same objects. `from`: since when an edit counts as news,
 * in milliseconds since 1970.
 */
export function createMarker(versionsOf: NewsArchive['versions']) {
  const unedited = new WeakMap<StoryHead, Map<readonly string[] | null, SharedMark>>()

  /** Without edits, the mark does not depend on when a period begins. */
  function markUnedited(story: StoryHead, known: readonly string[] | null): SharedMark {
    const marks = unedited.getOrInsertComputed(story, () => new Map())
    return marks.getOrInsertComputed(known, () => ({
      ...markStory(story, known === null ? null : new Set(known)),
      story,
      known,
      edits: NO_EDITS,
    }))
  }

  const markEdited = memoize(
    async (story: StoryHead, known: readonly string[] | null, from: number): Promise<SharedMark> => {
      const seen = new Set(known)
      const edits = await findEdits(story, seen, from, versionsOf)
      const marked = markStory(story, known === null ? null : seen.union(new Set(edits.immaterial)))
      const mark = marked.mark ?? (isAnyKnown(edits.removed, seen) ? 'updated' : null)
      return { ...marked, mark, story, known, edits }
    },
  )

  return async (
    stories: readonly StoryHead[],
    sent: SentStories,
    from: number,
  ): Promise<ReadonlyMap<string, SharedMark>> => {
    const marks = new Map<string, SharedMark>()
    for (const story of stories) {
      const known = knownVersions(story, sent)
      const isEdited = story.reports.some(({ version, removal }) => version > 1 || removal !== undefined)
      marks.set(story.id, isEdited ? await markEdited(story, known, from) : markUnedited(story, known))
    }
    return marks
  }
}

/** What a story is to one reader. */
export interface StoryMark {
  readonly mark: 'new' | 'updated' | null
  /** Versions that the reader has not seen, as `articleId@version`. */
  readonly unseen: readonly string[]
}

/**
 * Returns what a story is to a reader. `seen`: the versions that they know, as `articleId@version`; null if
 * they never heard of the story. A story moved if it has an unseen version that is no copy.
 */
export function markStory(story: StoryHead, seen: ReadonlySet<string> | null): StoryMark {
  if (seen === null) return { mark: 'new', unseen: story.reports.map(versionKey) }
  const unseen = story.reports.filter((report) => !seen.has(versionKey(report)))
  const moved = unseen.some((report) => report.copyOf === null)
  return { mark: moved ? 'updated' : null, unseen: unseen.map(versionKey) }
}

/** Returns the key of an article version in `Told.articles`. */
export const versionKey = (report: { readonly articleId: string; readonly version: number }): string =>
  `${report.articleId}@${report.version}`

const articleIdIn = (key: string): string => key.slice(0, key.lastIndexOf('@'))

/**
 * Returns the key in `Told.articles` that records that an article was taken down: a version before the first.
 */
export const removalKey = ({ articleId }: { readonly articleId: string }): string =>
  versionKey({ articleId, version: 0 })

/** Whether a reader (`seen`: `articleId@version`) was told of any of these articles. */
const isAnyKnown = (articleIds: ReadonlySet<string>, seen: ReadonlySet<string>): boolean =>
  [...seen].some((key) => articleIds.has(articleIdIn(key)))

/**
 * Returns what a reader was sent of a story before, as `articleId@version`: under its own id, and with its
 * reports while they were in another story, which was split since. Null if they never heard of it. The same
 * `story` and `sent` give the same array.
 */
function knownVersions(story: StoryHead, sent: SentStories): readonly string[] | null {
  const known = knowledgeIn(sent)
  const before = known.ofStory.get(story)
  if (before !== undefined) return before
  const own = sent.get(story.id)?.articles ?? null
  const seen = new Set(own)
  const elsewhere = story.reports
    .flatMap(({ articleId }) => known.byArticle.get(articleId) ?? [])
    .filter((key) => !seen.has(key))
  const all = elsewhere.length === 0 ? own : [...new Set([...seen, ...elsewhere])]
  known.ofStory.set(story, all)
  return all
}

/**
 * Returns the ids of the articles of these versions (`articleId@version`; absent: none) that a reader was not
 * sent. The same objects give the same set.
 */
export function unknownArticles(
  versions: ReadonlySet<string> | undefined,
  sent: SentStories,
): ReadonlySet<string> {
  if (versions === undefined) return NONE
  return UNKNOWN.getOrInsertComputed(versions, () => new WeakMap()).getOrInsertComputed(sent, () => {
    const { byArticle } = knowledgeIn(sent)
    const unknown = [...versions].filter((key) => byArticle.get(articleIdIn(key))?.includes(key) !== true)
    return unknown.length === 0 ? NONE : new Set(unknown.map(articleIdIn))
  })
}

const NONE: ReadonlySet<string> = new Set()
const UNKNOWN = new WeakMap<ReadonlySet<string>, WeakMap<SentStories, ReadonlySet<string>>>()

interface Knowledge {
  readonly byArticle: ReadonlyMap<string, readonly string[]>
  readonly ofStory: WeakMap<StoryHead, readonly string[] | null>
}

const KNOWLEDGE = new WeakMap<SentStories, Knowledge>()

const knowledgeIn = (sent: SentStories): Knowledge =>
  KNOWLEDGE.getOrInsertComputed(sent, () => ({
    byArticle: versionsByArticle(sent),
    ofStory: new WeakMap(),
  }))

function versionsByArticle(sent: SentStories): ReadonlyMap<string, readonly string[]> {
  // `sent` has a merged story under each of its ids.
  const keys = [...new Set(sent.values())].flatMap(({ articles }) => articles)
  return Map.groupBy(keys, articleIdIn)
}

interface Edits {
  /** Edits a reader should hear of, by article id. */
  readonly material: ReadonlyMap<string, Edit & { readonly at: number }>
  /** Ids of articles that were taken down without the reader knowing it yet. */
  readonly removed: ReadonlySet<string>
  /** Versions, as `articleId@version`, that change nothing for a reader who knows an earlier one. */
  readonly immaterial: readonly string[]
}

const NO_EDITS: Edits = { material: new Map(), removed: new Set(), immaterial: [] }

/**
 * Compares each edited article of a story, in the version its head has, with the last one that this reader
 * knows (`seen`, as `articleId@version`), or with the version before if they know none. Edits from before
 * `from` (milliseconds since 1970) are not reported.
 */
async function findEdits(
  story: StoryHead,
  seen: ReadonlySet<string>,
  from: number,
  versionsOf: NewsArchive['versions'],
): Promise<Edits> {
  const material = new Map<string, Edit & { at: number }>()
  const immaterial: string[] = []
  for (const report of story.reports) {
    if (report.version === 1 || seen.has(versionKey(report))) continue
    // Versions that came in since the news was read are told in the next briefing.
    const versions = (await versionsOf(report.articleId)).filter(({ version }) => version <= report.version)
    const after = versions.at(-1)
    const known = versions.findLast(({ version }) =>
      seen.has(versionKey({ articleId: report.articleId, version })),
    )
    const before = known ?? versions.at(-2)
    if (after === undefined || before === undefined) continue
    const edit = describeEdit(before, after, report.language)
    if (edit === null && known !== undefined) immaterial.push(versionKey(report))
    else if (edit !== null && after.seenAt >= from)
      material.set(report.articleId, { ...edit, at: after.seenAt })
  }
  const removed = story.reports.flatMap((report) =>
    report.removal === undefined || seen.has(removalKey(report)) ? [] : [report.articleId],
  )
  return { material, removed: new Set(removed), immaterial }
}

/**
 * Returns one mark for stories that were merged since they were marked. It tells what is in any of them; if
 * their marks differ, it is `updated`.
 */
export function joinMarks(first: SharedMark, ...others: readonly SharedMark[]): SharedMark {
  const all = [first, ...others]
  const known = all.flatMap((mark) => mark.known ?? [])
  const reports = all.flatMap(({ story }) => story.reports)
  return {
    story: {
      ...first.story,
      firstAt: Math.min(...all.map(({ story }) => story.firstAt)),
      lastAt: Math.max(...all.map(({ story }) => story.lastAt)),
      reports: reports.toSorted((one, other) => one.seenAt - other.seenAt),
    },
    known: all.every((mark) => mark.known === null) ? null : [...new Set(known)],
    mark: joined(all.map(({ mark }) => mark)),
    unseen: all.flatMap(({ unseen }) => unseen),
    edits: {
      material: new Map(all.flatMap(({ edits }) => [...edits.material])),
      removed: new Set(all.flatMap(({ edits }) => [...edits.removed])),
      immaterial: all.flatMap(({ edits }) => edits.immaterial),
    },
  }
}

function joined(marks: readonly SharedMark['mark'][]): SharedMark['mark'] {
  const [first = null] = marks
  return marks.every((mark) => mark === first) ? first : 'updated'
}
