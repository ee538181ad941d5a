import type { BriefedSentence, BriefedStory, Briefing } from '../../src/records/briefing.ts'
import type { NewsArchive } from '../../src/records/ports/news-archive.ts'
import { leaveOut } from '../../src/summaries/cut/leave-out.ts'

/** What a message records as told, as decisions and answers pass it to the store. */
interface Booked {
  readonly storyId: string
  /** `articleId@version`. */
  readonly articles: readonly string[]
}

/**
 * Lists the errors of a briefing, one sentence each; empty if there are none: what is printed but not booked
 * as told, what is booked but not printed, and what a printed story says that none of its booked reports
 * says. `archive` holds the news it was made of; ids of merged stories count as the story that they lead to
 * there. `known` is what its reader knew before (`articleId@version`), which may be booked without being
 * printed.
 */
export async function misprintsIn(
  briefing: Pick<Briefing, 'sections'>,
  booked: readonly Booked[],
  archive: Pick<NewsArchive, 'stories' | 'versions'>,
  known: ReadonlySet<string> = new Set(),
): Promise<readonly string[]> {
  const printed = briefing.sections.flatMap(({ stories }) => stories)
  const ids = printed.map(({ id }) => id)
  const bookedIds = booked.map(({ storyId }) => storyId)
  const misprints = [
    ...repeatedIn(ids).map((id) => `${id} is printed twice`),
    ...repeatedIn(bookedIds).map((id) => `${id} is booked twice`),
  ]
  const leads = new Map<string, string>()
  for (const id of [...ids, ...bookedIds]) leads.set(id, (await archive.stories([id]))[0]?.id ?? id)
  const printedAs = Map.groupBy(printed, ({ id }) => leads.get(id))
  const bookedAs = Map.groupBy(booked, ({ storyId }) => leads.get(storyId))
  for (const id of ids) if (!bookedAs.has(leads.get(id))) misprints.push(`${id} is printed and not booked`)
  for (const id of bookedIds)
    if (!printedAs.has(leads.get(id))) misprints.push(`${id} is booked and not printed`)
  for (const [lead = '', stories] of printedAs) {
    const versions = await versionsOf(lead, archive)
    const articles = (bookedAs.get(lead) ?? []).flatMap((telling) => telling.articles)
    const wrong = stories.flatMap((story) => strangersIn(story, versions, articles))
    const outlets = new Set(stories.flatMap((story) => story.outlets.map(({ sourceId }) => sourceId)))
    const unprinted = versions.filter(
      ({ key, sourceId }) => articles.includes(key) && !known.has(key) && !outlets.has(sourceId),
    )
    misprints.push(...wrong, ...unprinted.map(({ key }) => `${key} is booked and its outlet not printed`))
  }
  return misprints
}

const repeatedIn = (ids: readonly string[]): readonly string[] =>
  ids.filter((id, index) => ids.indexOf(id) < index)

interface Version {
  readonly key: string
  readonly sourceId: string
  readonly title: string
  readonly text: string
}

/** Lists what a printed story says that none of its booked reports says. */
function strangersIn(
  story: BriefedStory,
  versions: readonly Version[],
  booked: readonly string[],
): readonly string[] {
  const own = versions.filter(({ key }) => booked.includes(key))
  const wrong: string[] = []
  if (!own.some(({ title }) => title === story.headline)) wrong.push('none of its reports has this headline')
  for (const { sourceId, title } of story.outlets)
    if (!own.some((one) => one.sourceId === sourceId && one.title === title))
      wrong.push(`none of its reports is from ${sourceId} with “${title}”`)
  for (const { after } of story.changes)
    if (!own.some(({ title, text }) => title === after || text.includes(after)))
      wrong.push(`it was not changed to “${after}”`)
  wrong.push(...story.sentences.flatMap((sentence) => misquotesIn(sentence, story, own)))
  return wrong.map((what) => `${story.id} “${story.headline}”: ${what}`)
}

function misquotesIn(
  sentence: BriefedSentence,
  story: BriefedStory,
  own: readonly Version[],
): readonly string[] {
  const { articleId, version, outlet } = sentence
  const key = `${articleId}@${version}`
  const cited = own.find((one) => one.key === key)
  if (cited === undefined) return [`it cites ${key}, which is no report of it`]
  const named = story.outlets[outlet]
  const isNamed = named?.sourceId === cited.sourceId && named.title === cited.title
  const stands = leaveOut(cited.text, sentence) === sentence.text
  return [
    ...(isNamed ? [] : [`it cites ${key} under number ${outlet + 1}, which is another's`]),
    ...(stands ? [] : [`“${sentence.text}” does not stand in ${key}`]),
  ]
}

async function versionsOf(
  storyId: string,
  archive: Pick<NewsArchive, 'stories' | 'versions'>,
): Promise<readonly Version[]> {
  const [whole] = await archive.stories([storyId])
  const versions = (whole?.articles ?? []).map(async ({ id: articleId, sourceId }) =>
    (await archive.versions(articleId)).map(({ version, title, text }) => ({
      key: `${articleId}@${version}`,
      sourceId,
      title,
      text,
    })),
  )
  return (await Promise.all(versions)).flat()
}
