import type { DialectAdapter, RawBuilder } from 'kysely'
import type { SearchTerms } from '../records/article.ts'
import type { Db } from './db.ts'
import type { Condition, Match } from './search/match.ts'

/** What each engine says in its own SQL; all other queries of `queries/` and `search/` are the same for every engine. */
export interface Engine {
  /** Behind the name of a table: the index to read it by, where the planner would not choose it; empty where it does. */
  indexedBy(index: string): RawBuilder<unknown>
  /** Behind a select: its rows stay as they are until the transaction ends; empty where nobody else writes meanwhile. */
  readonly forUpdate: RawBuilder<unknown>
  /** The same of the table with this name in the select, whose rows that somebody else holds are passed over. */
  skipLocked(table: string): RawBuilder<unknown>
  /** Texts as a table `listed` with the column `value`. */
  listed(texts: readonly string[]): RawBuilder<unknown>
  /** Bytes that the store fills. */
  readonly size: RawBuilder<number>
  /** Its name and version. */
  readonly name: RawBuilder<string>
  /** The strength of a story, `weighReports` of `briefings/story-facts.ts`, from two expressions. */
  weighReports(independent: RawBuilder<number>, ageMs: RawBuilder<number>): RawBuilder<number>
  readonly search: SearchIndex
  /** Counts anew what its planner goes by, after much was written at once. */
  countAnew(db: Db): Promise<void>
  /** The last number that a table gave to a row by itself, also where it remembers so of one that is gone; 0 before the first. */
  lastGiven(db: Db, table: string): Promise<number>
  /** The table gives only higher numbers from now on, where it gives any. */
  giveAfter(db: Db, table: string, last: number): Promise<void>
}

/** Words of the newest version of each article, and what it may be filtered by, under its row. */
export interface SearchIndex {
  /** Puts articles in place of their earlier versions. */
  put(db: Db, articles: readonly Indexed[]): Promise<void>
  remove(db: Db, row: number): Promise<void>
  /** The highest row that is in it; -1 where there is none. */
  last(db: Db): Promise<number>
  /** Does some of what keeps it quick; 0 when nothing is left to do. */
  tidy(db: Db): Promise<number>
  /** A query in brackets: the column `row` of what matches, with rows in `[from, to)`. */
  found(match: Match, from: number, to: number): RawBuilder<{ readonly row: number }>
  /** Rows that match, newest first, at most `limit`. */
  newest(db: Db, search: RowSearch, limit: number): Promise<readonly number[]>
  /** Of rows that meet all conditions (newest first), those that meet each narrower form of one of them. */
  narrower(
    db: Db,
    rows: readonly number[],
    asked: AskedConditions,
    condition: number,
  ): Promise<readonly (readonly number[])[]>
}

export interface Indexed {
  readonly row: number
  readonly terms: SearchTerms
  /** Words of the filters, as `facetsOf` writes them. */
  readonly facets: string
}

/** What rows are looked for: what they match (null: all), row numbers in `[from, to)`, seen before an instant (milliseconds since 1970). */
export interface RowSearch {
  readonly match: Match | null
  readonly from: number
  readonly to: number
  readonly seenBefore?: number | undefined
}

export interface AskedConditions {
  readonly conditions: readonly Condition[]
  readonly excluded: readonly Match[]
  readonly span: Omit<RowSearch, 'match'>
}

const engines = new WeakMap<DialectAdapter, Engine>()

/** Kysely's adapter of an engine, by which the engine is known wherever its tables are. */
export function adapterOf<Adapter extends DialectAdapter>(adapter: Adapter, engine: Engine): Adapter {
  engines.set(adapter, engine)
  return adapter
}

/** The engine that keeps these tables. */
export function engineOf(db: Db): Engine {
  const engine = engines.get(db.getExecutor().adapter)
  if (engine === undefined) throw new Error('the tables belong to no engine of ours')
  return engine
}
