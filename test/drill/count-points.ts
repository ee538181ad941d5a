import { mkdirSync } from 'node:fs'
import { openStage } from './open-stage.ts'
import { runBurst } from './run-burst.ts'

/** Bursts that are counted together: every second one has corrections, and hourly ones speak. */
const COUNTED = 2

const NOBODY = { killed: () => undefined, missed: () => undefined }

/** The await points of delivery, with how often a burst without trouble passes each at most. */
export async function countPoints(
  shared: string,
  channels: number,
  random: () => number,
): Promise<Readonly<Record<string, number>>> {
  const directory = `${shared}/count`
  mkdirSync(directory, { recursive: true })
  const stage = await openStage({ directory, shared, channels, random })
  stage.behave()
  const most: Record<string, number> = {}
  for (let bursts = 0; bursts < 2 + COUNTED; bursts++) {
    await stage.rest()
    await stage.kill()
    await runBurst({ kind: 'none' }, { stage, queue: NOBODY, random })
    if (bursts < 2) continue
    for (const [point, times] of Object.entries(await stage.counts()))
      most[point] = Math.max(times, most[point] ?? 0)
  }
  await stage.end()
  return most
}
