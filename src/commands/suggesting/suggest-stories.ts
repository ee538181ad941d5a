import type { Suggestion } from '../../chat/command.ts'
import { harmless } from '../../words/harmless.ts'
import { isolate } from '../../words/isolate.ts'
import { localeOf } from '../../words/locale.ts'
import { foldTerm } from '../vocabulary.ts'
import type { StoryInMind } from './stories-in-mind.ts'

/** Stories whose headline has words that begin as each of the typed ones does, or whose id begins so, in the order given. `most`: stories. */
export function suggestStories(
  stories: readonly StoryInMind[],
  typed: string,
  { language, most, longest }: { readonly language: string; readonly most: number; readonly longest: number },
): readonly Suggestion[] {
  const id = typed.trim()
  const words = foldTerm(typed).split(' ')
  const found: Suggestion[] = []
  for (const story of stories) {
    if (found.length === most) break
    const headline = harmless(story.headline(language)).trim()
    if (headline === '') continue
    const folded = ` ${foldTerm(headline)}`
    if (story.id.startsWith(id) || words.every((word) => folded.includes(` ${word}`)))
      found.push({ label: labelOf(headline, language, longest), value: story.id })
  }
  return found
}

/** A headline in a line of the reader's language, cut behind a word where it has more than `longest` characters. */
function labelOf(headline: string, language: string, longest: number): string {
  const { rightToLeft } = localeOf(language)
  const whole = isolate(headline, rightToLeft)
  if (whole.length <= longest) return whole
  // Two characters isolate, one says that something is left out.
  const room = longest - 3
  const cut = headline.slice(0, room + 1)
  const blank = cut.lastIndexOf(' ')
  const kept = blank > room / 2 ? cut.slice(0, blank) : firstCharacters(headline, room)
  return isolate(`${kept.trimEnd()}…`, rightToLeft)
}

/** Of a text without blanks, as Chinese has none. */
function firstCharacters(text: string, most: number): string {
  let kept = ''
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)) {
    if (kept.length + segment.length > most) break
    kept += segment
  }
  return kept
}
