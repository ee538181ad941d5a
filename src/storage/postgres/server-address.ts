import pg from 'pg'
import { StoreError } from '../store-error.ts'

/** Where a database is. */
export interface ServerAddress {
  /** As it was given, with its password. */
  readonly url: string
  /** For people: without name and password. */
  readonly shown: string
}

/** @throws StoreError `bad-address`, which does not show the address: a password may stand anywhere in it; of a file that it names and nobody can read, that alone */
export function readAddress(url: string): ServerAddress {
  try {
    // Nothing is connected by this: it reads the address, and the variables that PostgreSQL's own programs read.
    const { host, port, database = '' } = new pg.Client({ connectionString: url })
    return { url, shown: `PostgreSQL at ${host}:${port}/${database}` }
  } catch (error) {
    // Certificates are read with the address.
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
