import pg from 'pg'
import { StoreError } from '../store-error.ts'

export interface ServerAddress {
  /** As given, with its password. */
  readonly url: string
  /** For people: without user name and password. */
  readonly shown: string
}

/**
 * @throws StoreError `bad-address`. It does not show the address, which may contain a password anywhere; if a
 * file named in it cannot be read, it shows that file.
 */
export function readAddress(url: string): ServerAddress {
  try {
    // This does not connect. It parses the address, and the variables that PostgreSQL's own programs use.
    const { host, port, database = '' } = new pg.Client({ connectionString: url })
    return { url, shown: `PostgreSQL at ${host}:${port}/${database}` }
  } catch (error) {
    // Certificates are read together with the address.
    if (error instanceof Error && 'syscall' in error)
      throw new StoreError(
        'bad-address',
        `A file that DATABASE_URL names cannot be read (${error.message}). Correct sslrootcert, sslcert or sslkey there.`,
      )
    throw new StoreError(
      'bad-address',
      'The address of the PostgreSQL server cannot be read. Write it as postgres://NAME:PASSWORD@HOST:5432/DATABASE, ' +
        'and signs like @ and / of the password as %40 and %2F.',
    )
  }
}
