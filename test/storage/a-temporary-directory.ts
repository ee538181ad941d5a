import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

/** A new directory that is gone after the test that asked for it. */
export function aTemporaryDirectory(): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'dragoman-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  return directory
}
