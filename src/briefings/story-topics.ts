import type { TopicTag } from '../tagging/tags.ts'

/** Topics that at least a third of the reports carry, strongest first: one outlet's odd tag does not label the story. */
export function storyTopics(reports: readonly { readonly topics: readonly TopicTag[] }[]): string[] {
  const votes = new Map<string, { count: number; score: number }>()
  for (const report of reports) {
    for (const topic of report.topics) {
      const vote = votes.get(topic.code) ?? { count: 0, score: 0 }
      votes.set(topic.code, { count: vote.count + 1, score: vote.score + topic.score })
    }
  }
  return [...votes]
    .filter(([, vote]) => vote.count * 3 >= reports.length)
    .sort((a, b) => b[1].score - a[1].score || a[0].localeCompare(b[0]))
    .map(([code]) => code)
}
