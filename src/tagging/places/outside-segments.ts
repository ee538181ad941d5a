import type { Mention } from './mention.ts'
import type { Words } from '../../language/read-text.ts'

/**
 * Without the names that begin inside a word, as ICU cuts a Chinese text: "海地" is Haiti, and two signs of "沿海地区". Japanese names stand in letters
 * of their own, and there the cut costs more names than it spares.
 */
export function outsideSegments(mentions: Mention[], { text, start }: Words, language: string): Mention[] {
  if (language !== 'zh' || mentions.length === 0) return mentions
  const segments = segmenter.segment(text)
  const beginsAt = (place: number): boolean => segments.containing(place)?.index === place
  return mentions.filter(({ first }) => beginsAt(start[first] ?? 0))
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
