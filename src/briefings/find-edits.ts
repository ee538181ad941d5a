import { versionKey } from './mark-story.ts'
import { describeEdit, type Edit } from './describe-edit.ts'
import type { NewsArchive } from '../records/ports/news-archive.ts'
import type { StoryHead } from '../records/story.ts'

export interface Edits {
  /** Edits a reader should hear of, by article id. */
  readonly material: ReadonlyMap<string, Edit & { readonly at: number }>
  /** `articleId@version` of edits that change nothing for a reader. */
  readonly immaterial: readonly string[]
}

export const NO_EDITS: Edits = { material: new Map(), immaterial: [] }

/**
 * Compares each edited article of a story, in the version in which it stands there, with the one this reader knows (`seen`, as `articleId@version`); where none was
 * told, with the version before, if the edit was made since `from` (milliseconds since 1970).
 */
export async function findEdits(
  story: StoryHead,
  seen: ReadonlySet<string>,
  from: number,
  versionsOf: NewsArchive['versions'],
): Promise<Edits> {
  const material = new Map<string, Edit & { at: number }>()
  const immaterial: string[] = []
  for (const report of story.reports) {
    if (report.version === 1 || seen.has(versionKey(report))) continue
    // What came in since the news was read is told in the next briefing.
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
  return { material, immaterial }
}
