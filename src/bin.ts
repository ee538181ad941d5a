#!/usr/bin/env node

/** The oldest Node that has all that we use; package.json says the same to npm. */
const NEEDED = 26

// What npm runs as `dragoman`. Older versions of Node must be able to parse this file, so it uses no newer
// syntax and loads everything else last.
const found = process.versions.node
if (Number(found.split('.')[0]) >= NEEDED) await import('./main.ts')
else {
  process.stderr.write(
    `dragoman: needs Node.js ${NEEDED} or newer, and this is ${found}. Get one from https://nodejs.org\n`,
  )
  process.exitCode = 2
}
