// Writes ../guess/ngrams.br: `npm run build:ngrams`. It uses the smallest table of eld, which is as good as
// its largest on sentences (99.8 % of sib200news). NOTICE names eld and its licence. The same version of eld
// gives the same bytes.
import { writeFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import { z } from 'zod'
import { EDGE, type Ngram, packNgrams } from '../guess/ngram-file.ts'

// eld exports only its detector, so its tables are imported by path.
const home = import.meta.resolve('eld/extrasmall')
const read = async (file: string): Promise<unknown> => await import(new URL(file, home).href)
const { ngramsData } = z
  .object({
    ngramsData: z.object({
      languages: z.record(z.string(), z.string()),
      ngrams: z.record(z.string(), z.record(z.string(), z.number())),
    }),
  })
  .parse(await read('../ngrams/extrasmall.js'))
const { dictionary } = z.object({ dictionary: z.array(z.string()) }).parse(await read('../dictionary.js'))
/** eld writes bytes as letters. */
const byteOf = new Map(dictionary.map((letter, byte) => [letter, byte]))

function readNgram(written: string, owners: Readonly<Record<string, number>>): Ngram {
  const letters = Array.from(written.trim())
  return {
    key: [0, 1, 2, 3].reduce((key, at) => (key << 8) | byteAt(letters[at]), 0),
    edges: (written.startsWith(' ') ? EDGE.start : 0) | (written.endsWith(' ') ? EDGE.end : 0),
    languages: Object.entries(owners).map(([language, points]) => [Number(language), points]),
  }
}

function byteAt(letter: string | undefined): number {
  const byte = letter === undefined ? 0 : byteOf.get(letter)
  if (byte === undefined)
    throw new Error(`ngrams: eld has no byte for "${letter}"; its table has another form now`)
  return byte
}

const languages = Object.entries(ngramsData.languages)
  .sort(([one], [other]) => Number(one) - Number(other))
  .map(([, code]) => code)
const ngrams = Object.entries(ngramsData.ngrams).map(([written, owners]) => readNgram(written, owners))
const packed = brotliCompressSync(packNgrams(languages, ngrams), {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
})
writeFileSync(new URL('../guess/ngrams.br', import.meta.url), packed)
process.stdout.write(
  `${ngrams.length} n-grams of ${languages.length} languages, ${Math.round(packed.length / 1000)} KB\n`,
)
