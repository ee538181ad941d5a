import { z } from 'zod'

const report = z.object({
  userLimits: z.object({ open_files: z.object({ soft: z.union([z.number(), z.literal('unlimited')]) }) }),
})

/** How many files, including connections, this process may have open at a time; null if there is no limit. */
export function openFileLimit(): number | null {
  process.report.excludeEnv = true
  const read = report.safeParse(process.report.getReport())
  if (!read.success || read.data.userLimits.open_files.soft === 'unlimited') return null
  return read.data.userLimits.open_files.soft
}

/**
 * Node opens about 20 itself, each of our threads 5 to 8, the store 10, 16 reads run at a time, and a chat
 * platform needs some. When the limit is reached later, each library reports it differently or not at all.
 */
const NEEDED = 128

/**
 * Refuses to run with too few files; `limit` null means no limit.
 * @throws Error that says how to raise the limit
 */
export function refuseFewFiles(limit: number | null): void {
  if (limit === null || limit >= NEEDED) return
  throw new Error(
    `this process may have ${limit} files open at a time, and needs ${NEEDED} at least: raise the limit with ` +
      '“ulimit -n 1024” and start it again (LimitNOFILE= in a unit of systemd, --ulimit nofile=1024 of a ' +
      'container)',
  )
}
