import { execFileSync } from 'node:child_process'
import { chownSync, closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { postgresUser } from './an-own-postgres.ts'

/** A disk of its own that holds little. */
export interface SmallDisk {
  /** Whoever runs PostgreSQL may write there. */
  readonly directory: string
  /** From now on it has no room for a page. */
  fill(): void
  makeRoom(): void
  close(): void
}

/** Why no disk can be mounted here; null where one can. */
export const noSmallDisk: string | null = reasonAgainst()

function reasonAgainst(): string | null {
  try {
    aSmallDisk(1).close()
    return null
  } catch {
    return 'only root may mount a disk'
  }
}

export function aSmallDisk(megabytes: number): SmallDisk {
  const point = mkdtempSync('/var/tmp/dragoman-disk-')
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', point], {
      stdio: 'ignore',
    })
  } catch (error) {
    rmSync(point, { recursive: true })
    throw error
  }
  const directory = join(point, 'data')
  mkdirSync(directory)
  const owner = postgresUser()
  if (owner !== null) chownSync(directory, owner.uid, owner.gid)
  const ballast = join(point, 'ballast')
  return {
    directory,
    fill() {
      const handle = openSync(ballast, 'a')
      try {
        for (;;) writeSync(handle, Buffer.alloc(4_096, 1))
      } catch {
        closeSync(handle)
      }
    },
    makeRoom: () => rmSync(ballast, { force: true }),
    close() {
      execFileSync('umount', ['--lazy', point])
      rmSync(point, { recursive: true })
    },
  }
}
