import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { hashWord } from '../language/terms.ts'

let opened: ReadonlyMap<number, number> | null = null

/**
 * Returns how much more often news of the day has an English stem than other texts: log-odds from -4 to 4 by
 * the stem's hash ("kill" 4, "star" -0.8, "love" -2.8). Read once in a process from news-words.tsv.gz beside
 * this file, which `npm run train:news-words` writes.
 */
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
