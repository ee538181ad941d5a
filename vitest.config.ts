import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { configDefaults, defineConfig } from 'vitest/config'

/** What takes long by its nature: every zone and year, kills, drills, the package. A file of that kind is called `.long.test.ts`. */
const LONG = ['test/**/*.long.test.ts', 'test/drill/**/*.test.ts']

/** What tries many cases by chance, or large ones: a part of them in `short`, all of them in `long` too (test/effort.ts). */
const SWEEPS = [
  'test/**/*{fuzz,properties}.test.ts',
  'test/feeds/hostile-feeds.test.ts',
  'test/**/{clock-changes,due-slot,printed-is-booked}.test.ts',
]

// Programs that tests start would keep what they keep there.
const databaseUrl = process.env['DATABASE_URL'] ?? null
delete process.env['DATABASE_URL']

// Every thread and program that a test starts reads the same few hundred modules, and has them without their types from here: half of what it takes to start.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'node_modules/.cache/compiled')

export default defineConfig({
  test: {
    // A busy machine is slower than the one on which a test was written.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    expect: { poll: { timeout: 20_000 } },
    // One worker keeps its modules from file to file: to load tables and libraries anew for each of 300 files takes longer than their tests.
    isolate: false,
    // Half as many again as there are processors, in a number, as of a percentage no more than all are given: much of what tests do is to wait for sockets and disks.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    projects: [
      {
        extends: true,
        test: {
          name: 'short',
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
