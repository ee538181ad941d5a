import { aPostgresDatabase, noPostgres } from './a-postgres.ts'

interface EngineHere {
  readonly name: string
  /** Creates a store and returns its address, as in `Settings.store`. */
  readonly address: () => Promise<string | null>
}

const POSTGRES: EngineHere = { name: 'PostgreSQL', address: aPostgresDatabase }

/** The engines that can be tested here. The contract's test says why PostgreSQL is missing. */
export const ENGINES: readonly EngineHere[] = [
  { name: 'SQLite', address: async () => null },
  ...(noPostgres === null ? [POSTGRES] : []),
]
