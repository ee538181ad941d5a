import { writeFileSync } from 'node:fs'
import { buildManifest } from './manifest.ts'

/** `npm run build:manifest`: the manifest of an app in Socket Mode, to be read and copied. */
const file = new URL('manifest.json', import.meta.url)
writeFileSync(file, `${JSON.stringify(buildManifest({ entrance: 'socket' }), null, 2)}\n`)
