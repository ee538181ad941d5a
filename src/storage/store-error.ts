export type StoreFault =
  | 'newer-schema' // written by a version of Dragoman after this one
  | 'older-schema' // opened for reading only, but its schema needs a migration
  | 'not-ours' // a SQLite database of another program
  | 'not-a-database'
  | 'corrupt'
  | 'read-only'
  | 'disk-full'
  | 'disk-error' // the file system or disk failed to read or write
  | 'busy' // another process holds the lock for longer than we wait
  | 'missing' // an existing store was to be opened, and there is none
  | 'in-use' // another bot runs on this data directory
  | 'not-empty' // the target of a move holds something already
  | 'half-moved' // the target of a move that was interrupted
  | 'unplaced' // reads wait for an editor; one process alone, or a move, would lose them
  | 'unequal' // the moved store differs from the original
  | 'file-exists' // a backup never overwrites
  | 'lost' // its file was removed or replaced while open, or another process took it over
  | 'closed'
  | 'unavailable' // no server answers, or it ended: whether the last change was made is unknown
  | 'login-refused' // the server refuses our name, password or client address
  | 'untrusted' // the server has a certificate that we do not trust, or no TLS
  | 'no-database' // the server has no database of this name
  | 'too-many-connections' // the server accepts no more
  | 'old-server' // its version lacks what we need
  | 'bad-address' // cannot be parsed as an address of a server
  | 'unknown-engine' // no engine has the scheme of its address
  | 'failed' // everything else; `cause` has the details

/**
 * A failure of the store: a code for programs and a message that tells a person what to do. Data already
 * stored is not affected.
 */
export class StoreError extends Error {
  readonly code: StoreFault

  constructor(code: StoreFault, text: string, cause?: unknown) {
    super(text, cause === undefined ? undefined : { cause })
    this.name = 'StoreError'
    this.code = code
  }
}

/**
 * The error for a store that another process has exclusively, which may be a bot or a command.
 * @param place the store, for people
 * @param own what this process could have for itself instead: "a database"
 */
export const inUse = (place: string, own: string, cause?: unknown): StoreError =>
  new StoreError(
    'in-use',
    `Another Dragoman is running on ${place}, a bot or a command such as brief. ` +
      `Stop it or let it end, or give this one ${own} of its own.`,
    cause,
  )
