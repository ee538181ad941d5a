import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runDrill } from './run-drill.ts'

/** `npm run drill -- --kills 200 --seed 1`: prints the counts and fails when a promise is broken. */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
  },
})
const kills = Number(values.kills)
const seed = Number(values.seed)
const directory = mkdtempSync(join(tmpdir(), 'dragoman-drill-'))
console.log(`${kills} kills, seed ${seed}`)
const { counts, broken } = await runDrill({
  kills,
  seed,
  directory,
  onKill: (done) => {
    if (done % 20 === 0) console.log(`  ${done} kills`)
  },
})
console.table(Object.entries(counts).map(([what, count]) => ({ what, count })))
for (const text of broken) console.error(`BROKEN: ${text}`)
console.log(
  broken.length === 0
    ? 'Every promise was kept.'
    : `${broken.length} promises were broken. The store is in ${directory}.`,
)
if (broken.length === 0) rmSync(directory, { recursive: true })
else process.exitCode = 1
