import { mkdir } from 'node:fs/promises'
import path from 'node:path'

/**
 * Makes a directory and those above it, for their owner alone; those that are there stay as they are. Where a file
 * system says of a directory that it is not there and cannot be made, as /proc does, Node's own `recursive` tries for
 * ever; here it ends with that error.
 */
export async function makeDirectory(directory: string): Promise<void> {
  try {
    await mkdir(directory, 0o700)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'EEXIST') return
    const above = path.dirname(directory)
    if (code !== 'ENOENT' || above === directory) throw error
    await makeDirectory(above)
    await mkdir(directory, 0o700)
  }
}
