import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

/** Creates a directory that is removed after the test. */
export function aTemporaryDirectory(): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'dragoman-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  return directory
}
