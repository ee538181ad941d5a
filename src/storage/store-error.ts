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
  | 'not-empty' // a store that another one is moved to holds something already
  | 'half-moved' // a store that another one was moved to, but not to the end
  | 'unplaced' // several processes left what one alone, or a move, does not take up
  | 'unequal' // a store that was moved is not what it was
  | 'file-exists' // a backup never overwrites
  | 'lost' // its file was removed or replaced while it was open
  | 'closed'
  | 'unavailable' // no server answers, or it ended meanwhile: what was asked last was done, or was not
  | 'login-refused' // the server does not let us in: name, password, or whence we come
  | 'untrusted' // the server shows a certificate that we do not trust, or speaks no TLS
  | 'no-database' // the server has no database of this name
  | 'too-many-connections' // the server takes no more
  | 'old-server' // its version lacks what we need
  | 'bad-address' // cannot be read as an address of a server
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
