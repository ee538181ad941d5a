import type { BriefedStory } from '../records/briefing.ts'
import type { StoredStory } from '../records/story.ts'
import { chooseSaying } from './choose-saying.ts'
import type { BriefingArchive } from './composition.ts'
import { findEarlierTolls, readEarlierTolls } from './developments/earlier-toll.ts'
import { findDevelopments } from './developments/find-developments.ts'
import { createFindingsReader } from './findings-reader.ts'
import { createSentenceCheck } from './last-reading.ts'
import { type SharedMark, versionKey } from './mark-stories.ts'
import { memoize } from './memoize.ts'
import type { WrittenStory } from './write-story.ts'

/**
 * Creates a function that adds findings to a written story: below its sentences a saying, above them what is
 * new. An updated story takes both from reports that its reader has not seen. In any other, only tolls that
 * grew since an earlier story count as new. A story without sentences stays as it is.
 */
export function createFindingsWriter(archive: Pick<BriefingArchive, 'findings' | 'storyHeads'>) {
  const findingsOf = memoize(createFindingsReader(archive))
  const earlierOf = memoize((whole: StoredStory, findings: Awaited<ReturnType<typeof findingsOf>>) =>
    readEarlierTolls(whole, findings, archive),
  )

  return async (mark: SharedMark, whole: StoredStory, written: WrittenStory): Promise<BriefedStory> => {
    const { briefed, listed } = written
    const isUpdate = briefed.mark === 'updated'
    if (briefed.sentences.length === 0) return briefed
    const findings = await findingsOf(whole)
    const unseen = new Set(mark.unseen)
    const news = whole.articles.filter(({ id, version }) =>
      unseen.has(versionKey({ articleId: id, version })),
    )
    const isNews = (id: string): boolean => !isUpdate || news.some((article) => article.id === id)
    const said = chooseSaying(written, findings, isNews, createSentenceCheck(whole.articles))
    const known = new Set((mark.known ?? []).map(articleIn))
    const update = {
      briefed,
      listed,
      known: isUpdate ? whole.articles.filter((article) => !news.includes(article)) : [],
      fresh: news.filter(({ id }) => !known.has(id)),
      findings,
    }
    const developments = isUpdate
      ? findDevelopments(update)
      : findEarlierTolls(update, findings, await earlierOf(whole, findings))
    return {
      ...briefed,
      sentences: said === null ? briefed.sentences : [...briefed.sentences, said],
      ...(developments.length > 0 && { developments }),
    }
  }
}

/** Returns the article id of a `versionKey`. */
const articleIn = (key: string): string => key.slice(0, key.lastIndexOf('@'))
