import { versionKey, type ToldStories } from './choose-stories.ts'
import { describeEdit, type Edit } from './describe-edit.ts'
import type { NewsArchive, StoryOutline } from './news-archive.ts'

export interface Edits {
  /** Edits a reader should hear of, by article id. */
  readonly material: ReadonlyMap<string, Edit & { readonly at: number }>
  /** Story id to `articleId@version` of edits that change nothing for a reader. */
  readonly immaterial: ReadonlyMap<string, readonly string[]>
}

/**
 * Compares the newest version of each edited article with the one this reader knows; where none was told, with the
 * version before, if the edit falls into the period. Times are milliseconds since 1970.
 */
export async function findEdits(
  stories: readonly StoryOutline[],
  told: ToldStories,
  period: { readonly from: number; readonly now: number },
  archive: Pick<NewsArchive, 'versions'>,
): Promise<Edits> {
  const material = new Map<string, Edit & { at: number }>()
  const immaterial = new Map<string, string[]>()
  for (const story of stories) {
    const seen = new Set(told.get(story.id)?.articles)
    for (const report of story.reports) {
      if (report.version === 1 || seen.has(versionKey(report))) continue
      const versions = await archive.versions(report.articleId)
      const after = versions.at(-1)
      const known = versions.findLast(({ version }) =>
        seen.has(versionKey({ articleId: report.articleId, version })),
      )
      const before = known ?? versions.at(-2)
      if (after === undefined || before === undefined) continue
      const edit = describeEdit(before, after, report.language)
      if (edit === null && known !== undefined) {
        immaterial.set(story.id, [...(immaterial.get(story.id) ?? []), versionKey(report)])
      } else if (edit !== null && after.seenAt >= period.from)
        material.set(report.articleId, { ...edit, at: after.seenAt })
    }
  }
  return { material, immaterial }
}
