import { mkdirSync } from 'node:fs'
import { openStage } from './open-stage.ts'
import { runBurst } from './run-burst.ts'

/**
 * The first bursts have little to correct yet. Of the two bursts that are counted, one has corrections and one
 * the hourly briefings.
 */
const FIRST = 2
const COUNTED = 2

const NOBODY = { killed: (): void => undefined, missed: (): void => undefined }

/**
 * Counts how often a burst without trouble passes each await point of delivery; of the bursts that pass a
 * point, the smallest count is returned.
 */
export async function countPoints(
  shared: string,
  channels: number,
  random: () => number,
): Promise<Readonly<Record<string, number>>> {
  const directory = `${shared}/count`
  mkdirSync(directory, { recursive: true })
  const stage = await openStage({ directory, shared, channels, random })
  stage.behave()
  const least: Record<string, number> = {}
  for (let bursts = 0; bursts < FIRST + COUNTED; bursts++) {
    await stage.rest()
    await stage.kill()
    await runBurst({ kind: 'none' }, { stage, queue: NOBODY, random })
    if (bursts < FIRST) continue
    for (const [point, times] of Object.entries(await stage.counts()))
      least[point] = Math.min(times, least[point] ?? times)
  }
  await stage.end()
  return least
}
