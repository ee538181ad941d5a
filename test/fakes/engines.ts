import { aPostgresDatabase, noPostgres } from './a-postgres.ts'

interface EngineHere {
  readonly name: string
  /** Of a new store, as `Settings.store` has it. */
  readonly address: () => Promise<string | null>
}

const POSTGRES: EngineHere = { name: 'PostgreSQL', address: aPostgresDatabase }

/** What keeps stores and can be tried here; the contract's test says why PostgreSQL cannot. */
export const ENGINES: readonly EngineHere[] = [
  { name: 'SQLite', address: async () => null },
  ...(noPostgres === null ? [POSTGRES] : []),
]
