import type { Mention } from './mention.ts'
import type { Words } from '../../language/read-text.ts'

/**
 * In Chinese, removes names that begin inside a word, as ICU segments the text: "海地" is Haiti, and part of
 * "沿海地区". Not in Japanese, which writes foreign names in a script of its own: there segmentation costs more
 * names than it saves.
 */
export function outsideSegments(mentions: Mention[], { text, start }: Words, language: string): Mention[] {
  if (language !== 'zh' || mentions.length === 0) return mentions
  const segments = segmenter.segment(text)
  const beginsAt = (place: number): boolean => segments.containing(place)?.index === place
  return mentions.filter(({ first }) => beginsAt(start[first] ?? 0))
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
