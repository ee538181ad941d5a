import type { TopicName } from '../chat/chat-platform.ts'
import type { Topic } from '../tagging/topic.ts'

/** Looks topic names up by code, in the reader's language where `config/topics.yaml` has it, else in English. */
export function topicNames(topics: readonly Topic[]): TopicName {
  const byCode = new Map<string, Topic>(topics.map((topic) => [topic.code, topic]))
  return (code, language) => {
    const names = byCode.get(code)?.names
    return names?.[language.split('-')[0] ?? 'en'] ?? names?.en
  }
}
