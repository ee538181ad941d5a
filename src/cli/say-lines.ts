import type { z } from 'zod'
import { inOneText } from '../articles/article-terms.ts'
import { findSayings } from '../analysis/sayings/find-sayings.ts'
import { nameSpeakers } from '../analysis/sayings/name-speakers.ts'
import type { Tagger } from '../tagging/create-tagger.ts'
import { type tagRow, toInput } from './rows.ts'

/**
 * Who says what in one article, with offsets into `text`. Sayings in a title that is not part of `text` are
 * left out.
 */
export function answerSayings(tagger: Tagger, { id, lang, title, text }: z.output<typeof tagRow>) {
  const hasTitle = text.startsWith(`${title}\n`)
  const article = hasTitle ? { title, text: text.slice(title.length + 1) } : { title, text }
  const reading = tagger.read(toInput({ lang, ...article }))
  const { words, tags } = reading
  const shift = hasTitle ? 0 : inOneText(title, '').length
  const found = findSayings(reading, tags.language)
  const speakers = nameSpeakers(reading, tags.language, found)
  const at = ({ start, end }: { readonly start: number; readonly end: number }) => ({
    start: start - shift,
    end: end - shift,
  })
  /** The last named speaker, to whom later sayings without a name belong. */
  let last: (typeof found)[number]['speaker'] = null
  const sayings = found.map(({ speaker: own, cue, pieces, form }, index) => {
    const speaker = own ?? (speakers[index]?.namedBy === 'context' ? last : null)
    last = speaker
    return {
      speaker: speakers[index]?.name ?? speakers[index]?.words ?? null,
      ...speakers[index],
      ...(speaker !== null && {
        speakerSpan: at({ start: words.start[speaker.first] ?? 0, end: words.end[speaker.last] ?? 0 }),
      }),
      ...(cue !== null && { cue: at(cue) }),
      ...at({ start: pieces[0]?.start ?? 0, end: pieces.at(-1)?.end ?? 0 }),
      spans: pieces.map(at),
      kind: form,
    }
  })
  return { id, sayings: sayings.filter(({ start }) => start >= 0) }
}
