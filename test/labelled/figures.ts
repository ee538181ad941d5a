import type { LabelledPage, LabelledStory } from './read-labelled.ts'

/** An answer of `dragoman tag`. */
export interface TagAnswer {
  readonly id: string
  readonly lang: string
  readonly countries: readonly { readonly code: string; readonly focus: boolean }[]
  readonly topics: readonly { readonly code: string }[]
}

/** Shares from 0 to 1, except `topicsAReport`, the mean number of topics found per report. */
interface TagFigures {
  readonly languages: number
  /** `countries` and `focus`: F1 over all reports. */
  readonly countries: number
  readonly focus: number
  /** Share of the reports for which all labelled topics were found. */
  readonly topics: number
  readonly topicsAReport: number
}

export function tagFigures(stories: readonly LabelledStory[], answers: readonly TagAnswer[]): TagFigures {
  const byId = new Map(answers.map((answer) => [answer.id, answer]))
  const rows = stories.flatMap((story) =>
    story.reports.map((report) => {
      const answer = byId.get(report.id)
      if (answer === undefined) throw new Error(`no answer for ${report.id}`)
      return { story, report, answer }
    }),
  )
  const topics = rows.map(({ story, answer }) => {
    const found = answer.topics.map(({ code }) => Number(code.slice(7, 9)))
    return { found: new Set(found), meant: story.topics }
  })
  return {
    languages: share(rows, ({ report, answer }) => report.lang === answer.lang),
    countries: f1(
      rows.map(({ story, report, answer }) => ({
        meant: report.countries ?? story.countries,
        found: answer.countries.map(({ code }) => code),
      })),
    ),
    focus: f1(
      rows.map(({ story, report, answer }) => ({
        meant: report.focus ?? story.focus,
        found: answer.countries.filter(({ focus }) => focus).map(({ code }) => code),
      })),
    ),
    topics: share(topics, ({ meant, found }) => meant.every((topic) => found.has(topic))),
    topicsAReport: topics.reduce((sum, { found }) => sum + found.size, 0) / topics.length,
  }
}

/** Shares of the pairs of reports of each kind that were placed in one story. */
interface GroupFigures {
  readonly same: number
  readonly followUps: number
  readonly lookAlikes: number
  readonly others: number
}

/** Computes the figures of grouping; `storyOf` returns the story found for a report. */
export function groupFigures(
  stories: readonly LabelledStory[],
  storyOf: (report: string) => string | undefined,
): GroupFigures {
  const reports = stories.flatMap((story) => story.reports.map(({ id }) => ({ id, story })))
  const pairs = reports.flatMap((a, i) => reports.slice(i + 1).map((b) => ({ a, b })))
  const kinds = Map.groupBy(pairs, ({ a, b }) => {
    if (a.story === b.story) return 'same'
    if (names('follows', a.story, b.story)) return 'followUps'
    return names('resembles', a.story, b.story) ? 'lookAlikes' : 'others'
  })
  const joined = (kind: keyof GroupFigures): number =>
    share(kinds.get(kind) ?? [], ({ a, b }) => storyOf(a.id) === storyOf(b.id))
  return {
    same: joined('same'),
    followUps: joined('followUps'),
    lookAlikes: joined('lookAlikes'),
    others: joined('others'),
  }
}

const names = (relation: 'follows' | 'resembles', a: LabelledStory, b: LabelledStory): boolean =>
  a[relation] === b.story || b[relation] === a.story

/** Returns the share of the labelled facts that these summaries of stories tell. */
export function factsTold(stories: readonly LabelledStory[], summaries: ReadonlyMap<string, string>): number {
  const facts = stories.flatMap(({ story, facts }) => facts.map((forms) => ({ story, forms })))
  return share(facts, ({ story, forms }) =>
    forms.some((form) => summaries.get(story)?.toLowerCase().includes(form.toLowerCase())),
  )
}

interface PageFigures {
  /** Sentences of these kinds chosen for summaries. */
  readonly furniture: readonly string[]
  readonly captions: readonly string[]
  /** Share of the summaries that begin with news. */
  readonly openWithNews: number
  /** Share of all news sentences that were chosen. */
  readonly news: number
}

/**
 * Computes the figures of pages; `chosen` has the sentences of each page's summary, in the order of the
 * pages.
 */
export function pageFigures(
  pages: readonly LabelledPage[],
  chosen: readonly (readonly string[])[],
): PageFigures {
  const kindOf = new Map(pages.flatMap(({ sentences }) => sentences.map(([kind, text]) => [text, kind])))
  const sentences = pages.flatMap((page) => page.sentences)
  const told = new Set(chosen.flat())
  const chosenOf = (kind: 'furniture' | 'caption'): string[] =>
    sentences
      .filter((sentence) => sentence[0] === kind)
      .map(([, text]) => text)
      .filter((text) => [...told].some((passage) => passage.includes(text)))
  return {
    furniture: chosenOf('furniture'),
    captions: chosenOf('caption'),
    openWithNews: share(chosen, ([first]) => first !== undefined && kindOf.get(first) === 'news'),
    news: share(
      sentences.filter(([kind]) => kind === 'news'),
      ([, text]) => told.has(text),
    ),
  }
}

function share<T>(rows: readonly T[], holds: (row: T) => boolean): number {
  return rows.filter(holds).length / rows.length
}

function f1(
  rows: readonly { readonly meant: readonly string[]; readonly found: readonly string[] }[],
): number {
  let both = 0
  let all = 0
  for (const { meant, found } of rows) {
    both += meant.filter((code) => found.includes(code)).length
    all += meant.length + found.length
  }
  return (2 * both) / all
}
