import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import type { DrillReport } from '../run-drill.ts'
import { randomNumbers } from '../random-numbers.ts'
import { runRoles, type RolesReport } from './run-roles.ts'

export interface PartsOptions {
  readonly kills: number
  readonly serverKills: number
  readonly betweenMs: number
  readonly seed: number
  readonly channels: number
  /** File with a line for each finished part, from which an interrupted drill continues; null for none. */
  readonly out: string | null
  readonly onProgress: (text: string) => void
}

/** Number of kills in one part, which has its own store and takes some ten minutes. */
const KILLS_A_PART = 75

/** Runs the drill on PostgreSQL in parts, each with its own server and stores. */
export async function runParts(options: PartsOptions): Promise<DrillReport> {
  const { kills, serverKills, out } = options
  const parts: RolesReport[] = out === null || !existsSync(out) ? [] : readParts(out)
  const done = { kills: 0, serverKills: 0 }
  for (const part of parts) count(part)
  function count(part: RolesReport): void {
    for (const [name, times] of Object.entries(part.kills))
      done[name.includes('server') ? 'serverKills' : 'kills'] += times
  }
  while (done.kills < kills) {
    const nth = parts.length + 1
    const some = Math.min(KILLS_A_PART, kills - done.kills)
    const share = Math.ceil(((serverKills - done.serverKills) * some) / (kills - done.kills))
    const part = await runRoles({
      kills: some,
      serverKills: share,
      betweenMs: options.betweenMs,
      channels: options.channels,
      random: randomNumbers(options.seed * 1_000 + nth),
      directory: `/var/tmp/dragoman-drill-${process.pid}-${nth}`,
      onKill: (own, ofServer) =>
        options.onProgress(`part ${nth}: ${own} of ${some} kills, ${ofServer} of ${share} of the server`),
    })
    count(part)
    parts.push(part)
    if (out !== null) appendFileSync(out, `${JSON.stringify(part)}\n`)
    options.onProgress(`part ${nth}: ${part.articles} articles, ${part.slots} messages in ${part.seconds} s`)
  }
  return join(parts)
}

function readParts(file: string): RolesReport[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return lines.map((line): RolesReport => JSON.parse(line))
}

function join(parts: readonly RolesReport[]): DrillReport {
  const kills: Record<string, number> = {}
  for (const part of parts)
    for (const [name, times] of Object.entries(part.kills)) kills[name] = (kills[name] ?? 0) + times
  return {
    kills,
    points: {},
    messages: parts.flatMap(({ messages }) => messages),
    broken: parts.flatMap(({ broken }, index) => broken.map((text) => `part ${index + 1}: ${text}`)),
  }
}
