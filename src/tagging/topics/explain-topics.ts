import type { TopicReason } from '../explanation.ts'
import type { Words } from '../../language/split-words.ts'
import { TOPIC_COUNT, type TopicWords } from './topic-words.ts'

/** The words of a text that the lexicon lists, by topic; topics without any are left out. */
export function explainTopics(words: Words, topicWords: TopicWords | undefined): TopicReason[] {
  const found = Array.from({ length: TOPIC_COUNT }, () => new Set<string>())
  for (const word of words.folded) {
    const votes = topicWords?.votesOf(word) ?? []
    for (let at = 0; at < votes.length; at += 2)
      if ((votes[at + 1] ?? 0) > 0) found[votes[at] ?? 0]?.add(word)
  }
  return found.flatMap((listed, topic) =>
    listed.size === 0
      ? []
      : [{ code: `medtop:${String(topic + 1).padStart(2, '0')}000000` as const, words: [...listed] }],
  )
}
