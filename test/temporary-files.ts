import { accessSync, chmodSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import type { TestProject } from 'vitest/node'

/** A file system in memory, on Linux. Containers may have as little as 64 MB there. */
const MEMORY = '/dev/shm'

/** Bytes. The tests of `short` need less than a tenth of it at a time. */
const ROOM = 2 ** 30

/**
 * Lets tests keep their temporary files in memory, where there is room. A store waits for the disk after each
 * change, which took a fifth of the tests' time; no test cuts the power.
 */
export default function keepInMemory(project: TestProject): (() => void) | undefined {
  if (!hasRoom()) return undefined
  const directory = mkdtempSync(`${MEMORY}/dragoman-tests-`)
  // As /tmp itself: programs that tests start as another user have files there, too.
  chmodSync(directory, 0o1777)
  project.config.env = { ...project.config.env, TMPDIR: directory }
  return () => rmSync(directory, { recursive: true, force: true })
}

function hasRoom(): boolean {
  try {
    accessSync(MEMORY, constants.W_OK)
    const { bavail, bsize } = statfsSync(MEMORY)
    return bavail * bsize > ROOM
  } catch {
    return false
  }
}
