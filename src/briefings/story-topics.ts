import type { TopicTag } from '../records/article.ts'

/** A topic's score over all reports, reports without it counted as 0: one outlet's odd tag does not label the story. */
const LEAST_SHARE = 0.3

/** Two labels say what a story is about; a third is doubt. One narrower topic may say it better than either. */
const MOST_BROAD = 2
const MOST_NARROW = 1

/** IPTC numbers its seventeen top-level topics 01000000 to 17000000 and all below them from 20000000. */
const isBroad = (code: string): boolean => code.endsWith('000000')

/** The topics of a story by their mean score over its reports, strongest first: at most two of the top level and one below. */
export function storyTopics(reports: readonly { readonly topics: readonly TopicTag[] }[]): string[] {
  const scores = new Map<string, number>()
  for (const report of reports) {
    for (const topic of report.topics) scores.set(topic.code, (scores.get(topic.code) ?? 0) + topic.score)
  }
  const agreed = [...scores]
    .filter(([, score]) => score >= reports.length * LEAST_SHARE)
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
    .map(([code]) => code)
  return [
    ...agreed.filter(isBroad).slice(0, MOST_BROAD),
    ...agreed.filter((code) => !isBroad(code)).slice(0, MOST_NARROW),
  ]
}
