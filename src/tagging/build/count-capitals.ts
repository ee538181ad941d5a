import { readFileSync } from 'node:fs'
import { hasMark, MARK, readText } from '../../language/read-text.ts'
import { hashWord, readTerms } from '../../language/terms.ts'
import { CAPITALS } from '../names/name-signs.ts'

/**
 * How English texts write each stem within sentences: levels of `CAPITALS` by the stem's `hashWord`. Texts
 * with capitals on more than half of their words are left out.
 */
export function countCapitals(texts: Iterable<string>): ReadonlyMap<number, number> {
  const capital = new Map<number, number>()
  const all = new Map<number, number>()
  for (const text of texts) {
    const words = readText(text)
    const mostly = words.marks.filter((mark) => (mark & MARK.capital) !== 0).length
    if (mostly > words.folded.length * 0.5) continue
    for (const [at, word] of words.folded.entries()) {
      if (hasMark(words, at, MARK.sentenceStart | MARK.afterBreak | MARK.digit)) continue
      const [stem] = readTerms(word, 'en').words
      if (stem === undefined) continue
      const hash = hashWord(stem)
      all.set(hash, (all.get(hash) ?? 0) + 1)
      if (hasMark(words, at, MARK.capital)) capital.set(hash, (capital.get(hash) ?? 0) + 1)
    }
  }
  return new Map([...all].map(([hash, times]) => [hash, levelOf((capital.get(hash) ?? 0) / times)]))
}

const levelOf = (share: number): number =>
  share < 0.25 ? CAPITALS.small : share < 0.75 ? CAPITALS.mixed : CAPITALS.capital

/** The English texts of tags/wceptopics.jsonl before 2026-05-21, as in train-topics.ts. */
export function readEnglish(folder: string): string[] {
  const lines = readFileSync(`${folder}/tags/wceptopics.jsonl`, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
  return lines.flatMap((line) => {
    const { text, date, lang }: { text: string; date?: string; lang?: string } = JSON.parse(line)
    return (lang ?? 'en') === 'en' && (date ?? '9') < '2026-05-21' ? [text] : []
  })
}
