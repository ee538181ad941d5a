import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { hashWord } from '../language/terms.ts'

/**
 * How much more often news of the day has an English stem than other texts, as log-odds by the stem's hash
 * ("kill" 2.1, "star" -0.7). `npm run train:news-words` writes the file.
 */
let opened: ReadonlyMap<number, number> | null = null

export function openNewsWords(): ReadonlyMap<number, number> {
  return (opened ??= readNewsWords(new URL('news-words.tsv.gz', import.meta.url)))
}

const readNewsWords = (file: URL): ReadonlyMap<number, number> =>
  new Map(
    gunzipSync(readFileSync(file))
      .toString('utf8')
      .split('\n')
      .map((line) => {
        const [stem = '', tenths = ''] = line.split('\t')
        return [hashWord(stem), Number(tenths) / 10] as const
      }),
  )
