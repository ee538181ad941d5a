export type StoreFault =
  | 'newer-schema' // written by a version of Dragoman after this one
  | 'older-schema' // opened for reading only, and it would have to be brought up to date
  | 'not-ours' // a SQLite database of another program
  | 'not-a-database'
  | 'corrupt'
  | 'read-only'
  | 'disk-full'
  | 'disk-error' // reading or writing failed below us
  | 'busy' // another process holds the lock for longer than we wait
  | 'missing' // opened as it is, and nothing was kept there yet
  | 'in-use' // another bot runs on this data directory
  | 'file-exists' // a backup never overwrites
  | 'lost' // its file was removed or replaced while it was open
  | 'closed'
  | 'unknown-engine' // its address has a scheme that nothing of ours keeps stores of
  | 'failed' // everything else; `cause` has the details

/** What a store cannot do: a code for programs and a text that tells a person what to do. What was kept before stays kept. */
export class StoreError extends Error {
  readonly code: StoreFault

  constructor(code: StoreFault, text: string, cause?: unknown) {
    super(text, cause === undefined ? undefined : { cause })
    this.name = 'StoreError'
    this.code = code
  }
}
