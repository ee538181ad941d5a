import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { configDefaults, defineConfig } from 'vitest/config'
import { LongestFirst } from './test/longest-first.ts'

/** Tests that take long by nature: every zone and year, kills, drills, the package. Such a file is called `.long.test.ts`. */
const LONG = ['test/**/*.long.test.ts', 'test/drill/**/*.test.ts']

/** Tests with many random or large cases: `short` runs a part of the cases, `long` runs all (test/effort.ts). */
const SWEEPS = [
  'test/**/*{fuzz,properties}.test.ts',
  'test/feeds/hostile-feeds.test.ts',
  'test/**/{clock-changes,due-slot,printed-is-booked}.test.ts',
]

// Otherwise programs that tests start would use that store.
const databaseUrl = process.env['DATABASE_URL'] ?? null
delete process.env['DATABASE_URL']

// Every thread and program that a test starts loads the same few hundred modules. The compile cache halves
// the time this takes.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'node_modules/.cache/compiled')

export default defineConfig({
  test: {
    // A busy machine is slower than the one on which a test was written, and starts a browser or a server late.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    // A worker keeps its modules from file to file: loading tables and libraries again for each of 500 files
    // would take longer than their tests.
    isolate: false,
    // One and a half workers for each processor, because tests mostly wait for sockets and disks. As a number,
    // because Vitest caps percentages at the number of processors.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    sequence: { sequencer: LongestFirst },
    // V8 collects what is new each time 16 MB of it are full. With 64 MB it does so less often: 6 % less time of
    // the processor.
    execArgv: ['--max-semi-space-size=64'],
    projects: [
      {
        extends: true,
        test: {
          name: 'short',
          globalSetup: 'test/temporary-files.ts',
          provide: { effort: 0.2, databaseUrl },
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...LONG],
        },
      },
      {
        extends: true,
        test: { name: 'long', provide: { effort: 1, databaseUrl }, include: [...LONG, ...SWEEPS] },
      },
    ],
  },
})
