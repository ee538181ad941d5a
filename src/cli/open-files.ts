import { z } from 'zod'

const report = z.object({
  userLimits: z.object({ open_files: z.object({ soft: z.union([z.number(), z.literal('unlimited')]) }) }),
})

/**
 * How many files, connections among them, the system lets this process have open at a time; null where it names no
 * limit.
 */
export function openFileLimit(): number | null {
  process.report.excludeEnv = true
  const read = report.safeParse(process.report.getReport())
  if (!read.success || read.data.userLimits.open_files.soft === 'unlimited') return null
  return read.data.userLimits.open_files.soft
}

/**
 * Node itself has about 20 open, each of our threads 5 to 8, the store 10, 16 reads go on at the same time, and a chat
 * takes some. Of what runs out halfway each library says something else, or nothing at all.
 */
const NEEDED = 128

/**
 * @throws Error that says how to get more, where a process may have only `limit` files open at a time; null is any
 * number
 */
export function refuseFewFiles(limit: number | null): void {
  if (limit === null || limit >= NEEDED) return
  throw new Error(
    `this process may have ${limit} files open at a time, and needs ${NEEDED} at least: raise the limit with ` +
      '“ulimit -n 1024” and start it again (LimitNOFILE= in a unit of systemd, --ulimit nofile=1024 of a ' +
      'container)',
  )
}
