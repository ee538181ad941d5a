import type { AlsoRunning, BriefedStory, Coverage, Section } from '../records/briefing.ts'
import type { SentStory } from '../records/decision.ts'
import type { StoredStory } from '../records/story.ts'
import type { BriefingRequest } from '../records/subscription.ts'
import { readsOf } from '../subscriptions/reads-of.ts'
import type { Summary } from '../summaries/summary.ts'
import type { CorrectedHead } from './apply-rules.ts'
import type { BriefingArchive, BriefingSettings, Composed } from './composition.ts'
import { chooseReports, type ReportChoice } from './choose-reports.ts'
import { createFindingsWriter } from './findings-writer.ts'
import type { Refusal } from './last-reading.ts'
import { removalKey, type SharedMark, versionKey } from './mark-stories.ts'
import { memoize } from './memoize.ts'
import type { PageContent, PageStory, StoryReader } from './page-content.ts'
import { isInFocus } from './story-countries.ts'
import { factsOf } from './story-facts.ts'
import {
  type ChosenStory,
  nameStory,
  summaryRequestOf,
  writeStory,
  type WrittenStory,
} from './write-story.ts'
import { nameSection, titleOf } from './titles.ts'
import { addsNothingTo } from './adds-nothing.ts'

/** What pages are written with, the same for all of an edition. */
interface PageTools {
  readonly settings: BriefingSettings
  readonly archive: Pick<BriefingArchive, 'findings' | 'storyHeads'>
  readonly readWhole: StoryReader
  readonly coverageSince: (from: number) => Promise<Coverage>
  /** Milliseconds since 1970. */
  readonly now: number
  /** How many stories were looked at; null if these are all. */
  readonly lookedAt: number | null
  readonly pause: () => Promise<void>
}

/**
 * Creates the writer of an edition's pages: stories chosen for a request become a briefing of the time since
 * `from` (milliseconds since 1970). Each story is written once for all readers who are to get the same, and
 * equal requests for the same stories get the same object.
 */
export function createPageWriter(tools: PageTools) {
  const { settings, archive, readWhole, coverageSince, now, lookedAt, pause } = tools
  const { regions, summarise, noteRefusals: note } = settings
  const sources = new Map(settings.sources.map((source) => [source.id, source]))

  const summaryOf = memoize(async (mark: SharedMark, reads: string): Promise<Summary | undefined> => {
    const whole = await readWhole(mark.story)
    return whole === null
      ? undefined
      : summarise?.(summaryRequestOf(whole, chosenBy(mark), readerOf(mark, reads)))
  })

  const addFindings = createFindingsWriter(archive)

  const written = memoize(
    async (mark: SharedMark, reads: string, summary: Summary | undefined): Promise<WrittenStory | null> => {
      const whole = await readWhole(mark.story)
      if (whole === null) return null
      await pause()
      return writeStory(whole, chosenBy(mark), {
        sources,
        ...readerOf(mark, reads),
        now,
        summary,
      })
    },
  )

  const writeAndBook = memoize(
    async (
      mark: SharedMark,
      reads: string,
      byModel: boolean,
    ): Promise<{ readonly story: BriefedStory; readonly booked: SentStory } | null> => {
      const whole = await readWhole(mark.story)
      const writtenStory = await written(mark, reads, byModel ? await summaryOf(mark, reads) : undefined)
      if (whole === null || writtenStory === null) return null
      note?.(whole.id, writtenStory.refusals)
      const printed = [
        ...whole.articles.map(({ id, version }) => versionKey({ articleId: id, version })),
        ...[...mark.edits.removed].map((articleId) => removalKey({ articleId })),
      ]
      return {
        story: await addFindings(mark, whole, writtenStory),
        booked: {
          storyId: archiveIdOf(mark.story, whole),
          at: now,
          articles: [...new Set([...(mark.known ?? []), ...printed])],
        },
      }
    },
  )

  const name = memoize(
    async (mark: SharedMark, reads: string): Promise<AlsoRunning['stories'][number] | null> => {
      const whole = await readWhole(mark.story)
      return whole === null ? null : nameStory(whole, chosenBy(mark), languagesIn(reads))
    },
  )

  const withNamed = async (
    story: BriefedStory,
    { named, more }: PageStory,
    reads: string,
  ): Promise<BriefedStory> => {
    const names = await Promise.all(named.map((mark) => name(mark, reads)))
    const stories = names.filter((one) => one !== null)
    return stories.length === 0 ? story : { ...story, alsoRunning: { stories, more } }
  }

  const storyOf = memoize(
    (mark: SharedMark, more: number, ...named: readonly SharedMark[]): Promise<PageStory> =>
      Promise.resolve({ mark, more, named }),
  )

  const sectionOf = memoize((region: string, leftOut: number, ...stories: readonly PageStory[]) =>
    Promise.resolve({ region, leftOut, stories }),
  )

  const page = memoize(
    async (
      from: number,
      title: string,
      language: string,
      reads: string,
      zone: string,
      byModel: boolean,
      leftOut: number,
      muted: number,
      sentBefore: number,
      sentAt: number | null,
      pictures: boolean,
      ...content: PageContent['sections']
    ): Promise<Composed> => {
      // All stories at once: a store answers them together, and a slow model several side by side.
      await Promise.all(
        content.flatMap(({ stories }) => stories.map(({ mark }) => writeAndBook(mark, reads, byModel))),
      )
      const booked: SentStory[] = []
      const sections: Section[] = []
      for (const { region, leftOut: leftOutHere, stories } of content) {
        const shown: BriefedStory[] = []
        for (const story of stories) {
          const one = await writeAndBook(story.mark, reads, byModel)
          if (one === null) continue
          shown.push(await withNamed(one.story, story, reads))
          booked.push(one.booked)
        }
        if (shown.length === 0) continue
        const title = nameSection(region, regions, language)
        sections.push({ region, name: title, stories: shown, leftOut: leftOutHere })
      }
      const coverage = await coverageSince(from)
      const bounded = lookedAt === null ? {} : { lookedAt }
      const isKeptOut = muted + sentBefore > 0
      const kept = isKeptOut ? { keptOut: { muted, told: sentBefore, toldAt: sentAt } } : {}
      return {
        briefing: {
          title,
          from,
          to: now,
          zone,
          language,
          sections,
          leftOut,
          ...kept,
          coverage,
          ...bounded,
          ...(pictures && { pictures }),
        },
        booked: bookTogether(booked),
      }
    },
  )

  const refusalOf = memoize(
    async (mark: SharedMark, reads: string, region: string): Promise<Refusal | null> => {
      const whole = await readWhole(mark.story)
      if (whole === null) return null
      const { reads: languages, ...changed } = readerOf(mark, reads)
      const reports = chooseReports(whole, chosenBy(mark), languages, changed)
      const refusal = reports.refused ?? ((await isIn(region, mark, reads, reports)) ? null : 'wrong-section')
      if (refusal !== null) note?.(whole.id, [refusal], refusal === 'wrong-section' ? region : '')
      await pause()
      return refusal
    },
  )

  /**
   * Whether a story belongs in the section of a region, by its headlined report. One that names no country
   * belongs to its outlet's, or to those in focus in more than half of all reports ("Two savers win", of
   * three outlets one of which meant those of another bank).
   */
  async function isIn(region: string, mark: SharedMark, reads: string, pick: ReportChoice): Promise<boolean> {
    const countries = regions.find(({ id }) => id === region)?.countries
    if (countries === undefined) return true
    // The headline it is told under is not the best one if no sentence tells that.
    const article = (await written(mark, reads, undefined))?.headlined
    if (article === undefined) return true
    const isHere = ({ code }: { readonly code: string }): boolean => countries.includes(code)
    const named = article.tags.countries.filter(({ home }) => home !== true)
    const home = sources.get(article.sourceId)?.country
    if (named.length > 0) return named.some(isHere)
    if (home === undefined || countries.includes(home)) return true
    const all = [...pick.reports, ...pick.background]
    const others = all.filter(({ article: { tags } }) =>
      tags.countries.some((tag) => isInFocus(tag) && isHere(tag)),
    )
    return others.length > all.length / 2
  }

  const isCoveredBeside = memoize(
    async (mark: SharedMark, beside: SharedMark, reads: string): Promise<boolean> => {
      const other = await readWhole(beside.story)
      const article = (await written(mark, reads, undefined))?.headlined
      const isCovered = other !== null && article !== undefined && addsNothingTo(article, other.articles)
      if (isCovered) note?.(mark.story.id, ['told-beside'])
      return isCovered
    },
  )

  async function write(
    request: BriefingRequest,
    from: number,
    { sections, leftOut, keptOut }: PageContent,
  ): Promise<Composed> {
    const { language, zone, model } = request
    const shared = sections.map(async ({ region, leftOut: leftOutHere, stories }) => {
      const own = stories.map(({ mark, more, named }) => storyOf(mark, more, ...named))
      return sectionOf(region, leftOutHere, ...(await Promise.all(own)))
    })
    const title = titleOf(request, settings, language)
    const byModel = model === true && summarise !== undefined
    return page(
      from,
      title,
      language,
      readsOf(request).join(' '),
      zone,
      byModel,
      leftOut,
      keptOut.muted,
      keptOut.told,
      keptOut.toldAt,
      request.pictures === true,
      ...(await Promise.all(shared)),
    )
  }

  return {
    write,
    /**
     * Why a story should not go out to readers of some languages (ISO 639-1, joined with blanks) in the
     * section of a region; null if nothing speaks against it.
     */
    refusalOf,
    /** Whether another story beside it tells these readers all that a story would. */
    isCoveredBeside,
  }
}

/** Returns the archive id under which a story is booked, and under which corrections of it are looked up. */
const archiveIdOf = ({ parts }: CorrectedHead, { id }: Pick<StoredStory, 'id'>): string => parts?.[0] ?? id

/** Joins what is booked of parts that belong to one archive story. */
function bookTogether(all: readonly SentStory[]): readonly SentStory[] {
  const byStory = Map.groupBy(all, ({ storyId }) => storyId)
  if (byStory.size === all.length) return all
  return [...byStory].map(([storyId, parts]) => ({
    storyId,
    at: Math.max(...parts.map(({ at }) => at)),
    articles: [...new Set(parts.flatMap(({ articles }) => articles))],
  }))
}

/** Languages are joined with blanks, so that equal readers share what is worked out for them. */
const languagesIn = (reads: string): readonly string[] => reads.split(' ')

/**
 * Returns the reader's languages and what was changed of a story, the same for telling, refusing and
 * summarising it.
 */
const readerOf = ({ edits: { material, removed } }: SharedMark, reads: string) => ({
  reads: languagesIn(reads),
  edits: material,
  removed,
})

const chosenBy = ({ story, mark, unseen }: SharedMark): ChosenStory => ({
  id: story.id,
  mark,
  unseen,
  ...factsOf(story),
})
