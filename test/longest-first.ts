import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Short files with long runs: the contract of the store by engine, and some five hundred sentences. */
export const LONG_RUNS = [
  'test/storage/postgres/open-postgres-store.test.ts',
  'test/storage/open-sqlite-store.test.ts',
  'test/labelled/asks.test.ts',
]

const isLongRun = ({ moduleId }: TestSpecification): boolean =>
  LONG_RUNS.some((file) => moduleId.endsWith(`/${file}`))

/**
 * Runs files that take long before others of their project, so that no processor idles at the end. Vitest
 * orders them by earlier runs, which a fresh clone lacks: by size, it would begin the files above last.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const byProject = Map.groupBy(await super.sort(files), ({ project }) => project.name)
    return [...byProject.values()].flatMap((own) => [
      ...own.filter(isLongRun),
      ...own.filter((file) => !isLongRun(file)),
    ])
  }
}
