import { mkdtempSync, rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { startPostgres } from '../fakes/an-own-postgres.ts'
import { growthOf, measureDay, MOST_GROWTH, type DayHour } from './day/measure-day.ts'
import type { DaySize } from './day/day-plan.ts'

/**
 * Settings of a server for a small team. It need not survive a crash here, because only the bot's memory is
 * measured.
 */
const SETTINGS = { shared_buffers: '256MB', max_wal_size: '4GB', synchronous_commit: 'off' }

const ENGINES = ['sqlite', 'postgres'] as const

/**
 * Runs a day of the whole bot on a moved clock, on SQLite and on a PostgreSQL that it starts, and prints the
 * memory at the end of each hour. The store first holds the eight days before, for which stories are
 * remembered, so that as much is forgotten as is added. Exits with 1 if memory grew by more than a tenth
 * after the first hour or anything went wrong. `--sources N` (1,000), `--subscriptions N` (10,000),
 * `--articles N` a day (10,000), `--hours N` (24), `--every N` minutes a round (1), `--days-before N` (8),
 * `--only sqlite|postgres`.
 */
export async function run(options: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...options],
    options: {
      sources: { type: 'string', default: '1000' },
      subscriptions: { type: 'string', default: '10000' },
      articles: { type: 'string', default: '10000' },
      hours: { type: 'string', default: '24' },
      every: { type: 'string', default: '1' },
      'days-before': { type: 'string', default: '8' },
      only: { type: 'string', default: ENGINES.join(',') },
    },
  })
  const size: DaySize = {
    sources: Number(values.sources),
    subscriptions: Number(values.subscriptions),
    articlesADay: Number(values.articles),
    daysBefore: Number(values['days-before']),
    hours: Number(values.hours),
    every: Number(values.every),
  }
  const asked = new Set(values.only.split(','))
  if (asked.has('sqlite')) await tellDay('SQLite', size, null)
  if (!asked.has('postgres')) return
  const directory = mkdtempSync('/var/tmp/dragoman-day-')
  const server = await startPostgres(directory, SETTINGS)
  try {
    await tellDay('PostgreSQL', size, await server.database('day'), () => Math.round(server.memory() / 1e6))
  } finally {
    await server.stop('fast')
    rmSync(directory, { recursive: true })
  }
}

async function tellDay(
  name: string,
  size: DaySize,
  address: string | null,
  serverMb?: () => number,
): Promise<void> {
  console.log(
    `${name}: ${size.hours} hours, ${size.sources} sources, ${size.articlesADay} articles a day, a round each ${size.every} min`,
  )
  console.log(line([...COLUMNS, ...(serverMb === undefined ? [] : ['server'])]))
  const { hours, faults, published } = await measureDay(size, address, (hour: DayHour) => {
    console.log(
      line([...COLUMNS.map((column) => hour[column]), ...(serverMb === undefined ? [] : [serverMb()])]),
    )
  })
  const { resident, held } = growthOf(hours)
  const read = hours.reduce((sum, { articles }) => sum + articles, 0)
  console.log(
    `${name}: at the end ${percent(resident)} of the resident memory after the first hour, ${percent(held)} of what the heaps held; ${read} articles read, ${published} were published long enough before; ${faults.length} faults`,
  )
  for (const fault of new Set(faults.slice(0, 20))) console.log(`  ${fault}`)
  if (resident > MOST_GROWTH || held > MOST_GROWTH || faults.length > 0 || read < published)
    process.exitCode = 1
}

/** Columns of the table. Memory is in megabytes. */
const COLUMNS = [
  'hour',
  'most',
  'resident',
  'heap',
  'threads',
  'external',
  'reads',
  'articles',
  'decided',
  'sent',
  'asked',
  'seconds',
  'load',
] as const

const line = (cells: readonly (string | number)[]): string =>
  cells.map((cell) => String(cell).padStart(9)).join('')

const percent = (ratio: number): string => `${(ratio * 100).toFixed(1)} %`
