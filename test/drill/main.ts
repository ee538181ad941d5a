import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { countPoints } from './count-points.ts'
import { tally } from './judge/tally.ts'
import { isBad } from './judge/is-bad.ts'
import { printReport } from './print-report.ts'
import { randomNumbers } from './random-numbers.ts'
import { runParts } from './roles/run-parts.ts'
import { runDrill, type DrillReport } from './run-drill.ts'

const HELP = `npm run drill -- [--kills 500] [--faults 30] [--seed 1] [--json]
       npm run drill -- --postgres [--kills 300] [--server-kills 20] [--out FILE]

Kills the bot again and again, and hurts it otherwise, while it hands out briefings to stand-ins of Slack and Discord; then
counts what readers got. Exits with 1 where anything was lost or shown twice, flagged beyond the rule, or promised and not kept.

  --kills N     how often it is killed: at each await point of delivery in turn, and at any time (500)
  --faults N    bursts in which calls fail, each of the fifteen faults in turn (30)
  --seed N      the same troubles in the same order (1)
  --channels N  channels on each platform (24)
  --at-once N   stores at the same time (3)
  --json        everything as one JSON object
  --postgres    six processes on a PostgreSQL of their own, of which one by chance is killed, and the server too
  --server-kills N  how often: every second time as by a crash (20)
  --between N   mean seconds between two kills of a process (4)
  --out FILE    with --postgres: what each part came to, a line for each; kills that stand there already are not done again
  --points      only counts the await points, and lists them
  --help        this text`

function wholeNumber(name: string, given: string): number {
  const number = Number(given)
  if (!Number.isSafeInteger(number) || number < 0) {
    console.error(`--${name} wants a whole number, and '${given}' is none.`)
    process.exit(2)
  }
  return number
}

const { values } = parseArgs({
  options: {
    kills: { type: 'string' },
    postgres: { type: 'boolean', default: false },
    'server-kills': { type: 'string', default: '20' },
    between: { type: 'string', default: '4' },
    out: { type: 'string' },
    faults: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
    channels: { type: 'string', default: '24' },
    'at-once': { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
    points: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

const seed = wholeNumber('seed', values.seed)
const channels = wholeNumber('channels', values.channels)
const newDirectory = (): string => mkdtempSync(join(tmpdir(), 'dragoman-drill-'))

async function listPoints(): Promise<void> {
  const directory = newDirectory()
  const points = await countPoints(directory, channels, randomNumbers(seed))
  for (const [point, times] of Object.entries(points)) console.log(`${times} × ${point}`)
  rmSync(directory, { recursive: true })
}

const startedAt = performance.now()
const seconds = (): number => Math.round((performance.now() - startedAt) / 1000)

async function drill(): Promise<void> {
  const directory = newDirectory()
  const report = await runDrill({
    kills: wholeNumber('kills', values.kills ?? '500'),
    faults: wholeNumber('faults', values.faults),
    seed,
    channels,
    atOnce: wholeNumber('at-once', values['at-once']),
    directory,
    onProgress: (kills, bursts) => console.error(`${seconds()} s: ${kills} kills in ${bursts} bursts`),
  })
  if (tell(report)) rmSync(directory, { recursive: true })
  else console.error(`The stores are in ${directory}.`)
}

async function drillRoles(): Promise<void> {
  tell(
    await runParts({
      kills: wholeNumber('kills', values.kills ?? '300'),
      serverKills: wholeNumber('server-kills', values['server-kills']),
      betweenMs: wholeNumber('between', values.between) * 1000,
      seed,
      channels,
      out: values.out ?? null,
      onProgress: (text) => console.error(`${seconds()} s: ${text}`),
    }),
  )
}

/** Prints the report. Returns false and sets the exit code if something is wrong. */
function tell(report: DrillReport): boolean {
  const isGood = report.broken.length === 0 && !report.messages.some(isBad)
  if (values.json)
    console.log(
      JSON.stringify({ ...report, table: tally(report.messages, report.kills), seconds: seconds() }),
    )
  else for (const line of printReport(report)) console.log(line)
  console.error(isGood ? 'Nothing lost, nothing twice.' : 'Something is wrong.')
  if (!isGood) process.exitCode = 1
  return isGood
}

process.once('SIGINT', () => process.exit(130))
process.once('SIGTERM', () => process.exit(143))

if (values.help) console.log(HELP)
else await (values.points ? listPoints() : values.postgres ? drillRoles() : drill())
