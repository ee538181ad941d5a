import { renameSync, writeFileSync } from 'node:fs'

/** The new text is whole before it takes the old one's place: a full disk loses nothing. */
export function replaceFile(file: string, text: string): void {
  const fresh = `${file}.new`
  writeFileSync(fresh, text)
  renameSync(fresh, file)
}
