import type { TopicTag } from '../tagging/tags.ts'

/** A topic's score over all reports, reports without it counted as 0: one outlet's odd tag does not label the story. */
const LEAST_SHARE = 0.3

/** Two labels say what a story is about; a third is doubt. */
const MOST = 2

/** The topics of a story by their mean score over its reports, strongest first, at most two. */
export function storyTopics(reports: readonly { readonly topics: readonly TopicTag[] }[]): string[] {
  const scores = new Map<string, number>()
  for (const report of reports) {
    for (const topic of report.topics) scores.set(topic.code, (scores.get(topic.code) ?? 0) + topic.score)
  }
  return [...scores]
    .filter(([, score]) => score >= reports.length * LEAST_SHARE)
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
    .slice(0, MOST)
    .map(([code]) => code)
}
