import { renameSync, writeFileSync } from 'node:fs'

/** The new text is whole before it takes the old one's place: a full disk loses nothing. `mode` as in chmod. */
export function replaceFile(file: string, text: string, options: { readonly mode?: number } = {}): void {
  const fresh = `${file}.new`
  writeFileSync(fresh, text, options)
  renameSync(fresh, file)
}
