import { execFileSync } from 'node:child_process'
import { chownSync, closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { postgresUser } from './an-own-postgres.ts'

/** A separate disk with little space. */
export interface SmallDisk {
  /** Writable for the user that runs PostgreSQL. */
  readonly directory: string
  /** Fills it, so that there is no room for another page. */
  fill(): void
  makeRoom(): void
  close(): void
}

/** The reason why no disk can be mounted here; null if one can. */
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
