// Writes ../names/given-names.tsv.gz: `npm run build:given-names -- FOLDER`, with FOLDER the unpacked package
// @faker-js/faker (`npm pack @faker-js/faker`). The file has a line of first names and a line of family
// names, folded, in any script. The same package gives the same bytes.
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { z } from 'zod'
import { readText } from '../../language/read-text.ts'

/** Names by sex; `generic` for both. */
const lists = z.record(z.string(), z.array(z.string())).catch({})
const faker = z.object({
  allLocales: z.record(
    z.string(),
    z.object({ person: z.object({ first_name: lists, last_name: lists }).partial().nullish().catch(null) }),
  ),
})

/** Two letters are an initial, or a small word in some language. */
const SHORTEST = 3

const [folder = 'node_modules/@faker-js/faker'] = process.argv.slice(2)
const { allLocales } = faker.parse(await import(pathToFileURL(resolve(folder, 'dist/index.js')).href))
const first = new Set<string>()
const family = new Set<string>()
for (const { person } of Object.values(allLocales)) {
  for (const name of Object.values(person?.first_name ?? {}).flat()) add(first, name)
  for (const name of Object.values(person?.last_name ?? {}).flat()) add(family, name)
}
const lines = [[...first].sort().join(' '), [...family].sort().join(' ')]
writeFileSync(
  new URL('../names/given-names.tsv.gz', import.meta.url),
  gzipSync(lines.join('\n'), { level: 9 }),
)
process.stdout.write(`${first.size} first names, ${family.size} family names\n`)

/** Adds a name of one word; one of several words ("علی عسگری") tells nothing of each. */
function add(names: Set<string>, name: string): void {
  const { folded } = readText(name)
  const [only = ''] = folded
  if (folded.length === 1 && only.length >= SHORTEST) names.add(only)
}
