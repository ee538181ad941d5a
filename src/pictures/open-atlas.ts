import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Feature, MultiPolygon } from 'geojson'
import type { merge, mesh } from 'topojson-client'
import type { ClaimedArea, ClaimedBorder, Claims } from './claims.ts'

/** Every country as a shape, and the borders between them. */
export interface Atlas {
  /** By ISO 3166-1 alpha-2. */
  readonly countries: ReadonlyMap<string, MultiPolygon>
  readonly land: MultiPolygon
  readonly borders: Lines
  /** Borders that different states draw differently. */
  readonly disputed: Lines
}

type Lines = ReturnType<typeof mesh>
type Topology = Parameters<typeof mesh>[0]
type Collection = Extract<Parameters<typeof merge>[1], { readonly type: 'GeometryCollection' }>
type Shape = Exclude<Parameters<typeof merge>[1], Collection>[number]
type Shapes = Extract<Shape, { readonly type: 'MultiPolygon' }>

/** A part of a country, drawn as a shape of its own. */
interface Part {
  readonly owner: string
  readonly area: ClaimedArea | null
  readonly shape: Shapes
}

/**
 * Scales of Natural Earth: 1:110 million for the world, without small countries, and 1:50 million for a part
 * of it.
 */
type Scale = '110m' | '50m'

const opened = new WeakMap<Claims, Map<Scale, Promise<Atlas>>>()

/** Opens an atlas with the areas of these claims. Each combination is read once. */
export function openAtlas(claims: Claims, scale: Scale): Promise<Atlas> {
  return opened
    .getOrInsertComputed(claims, () => new Map())
    .getOrInsertComputed(scale, () => readAtlas(claims, scale))
}

async function readAtlas(claims: Claims, scale: Scale): Promise<Atlas> {
  const [{ geoContains }, { feature, merge, mesh }] = await Promise.all([
    import('d3-geo'),
    import('topojson-client'),
  ])
  const topology = await readTopology(scale)
  const parts = topology.objects.countries.geometries.flatMap((country): Part[] => {
    const owner = ownerOf(country.id, country.properties.name)
    return ringsOf(country).map((ring) => {
      const shape: Shapes = { type: 'MultiPolygon', arcs: [ring] }
      const outline = feature(topology, shape)
      const area =
        claims.areas.find(({ at }) => mayHold(outline, at) && geoContains(outline, [...at])) ?? null
      return { owner: area?.drawnAs ?? owner, area, shape }
    })
  })
  const shapes = parts.map(({ shape }) => shape)
  const partOf = new Map<object, Part>(parts.map((part) => [part.shape, part]))
  const collection: Collection = { type: 'GeometryCollection', geometries: shapes }
  const isDisputed = (one: object, other: object): boolean => {
    const [a, b] = [partOf.get(one), partOf.get(other)]
    if (a === undefined || b === undefined || a === b) return false
    return a.area !== b.area || claims.borders.some(({ between }) => isBetween(between, a.owner, b.owner))
  }
  const isBorder = (one: object, other: object): boolean =>
    partOf.get(one)?.owner !== partOf.get(other)?.owner && !isDisputed(one, other)
  return {
    countries: new Map(
      [...Map.groupBy(parts, ({ owner }) => owner)].map(([owner, own]) => [
        owner,
        merge(
          topology,
          own.map(({ shape }) => shape),
        ),
      ]),
    ),
    land: merge(
      topology,
      shapes.filter((shape) => partOf.get(shape)?.owner !== ANTARCTICA),
    ),
    borders: mesh(topology, collection, isBorder),
    disputed: mesh(topology, collection, isDisputed),
  }
}

/** A quick bounding-box check, which spares testing every point of every island. */
function mayHold(
  { geometry: { coordinates } }: Feature<MultiPolygon>,
  [longitude, latitude]: ClaimedArea['at'],
): boolean {
  const points = coordinates.flat(2)
  return (
    isWithin(
      longitude,
      points.map(([x = 0]) => x),
    ) &&
    isWithin(
      latitude,
      points.map(([, y = 0]) => y),
    )
  )
}

const isWithin = (value: number, values: readonly number[]): boolean =>
  values.some((other) => other <= value) && values.some((other) => other >= value)

/** Left out when the map is fitted: nobody lives there, and it would take a fifth of every map. */
const ANTARCTICA = 'AQ'

const isBetween = ([one, other]: ClaimedBorder['between'], a: string, b: string): boolean =>
  (a === one && b === other) || (a === other && b === one)

/**
 * The atlas identifies a country by its number, which CLDR maps to its code. A country without a number keeps
 * its name.
 */
function ownerOf(id: string | number | undefined, name: string): string {
  const region = id === undefined ? undefined : new Intl.Locale(`und-${String(id).padStart(3, '0')}`).region
  return region ?? name
}

const ringsOf = (shape: Shape): Shapes['arcs'] => (shape.type === 'Polygon' ? [shape.arcs] : shape.arcs)

interface Countries extends Topology {
  readonly objects: {
    readonly countries: {
      readonly type: 'GeometryCollection'
      readonly geometries: (Shape & { readonly properties: { readonly name: string } })[]
    }
  }
}

async function readTopology(scale: Scale): Promise<Countries> {
  const file = createRequire(import.meta.url).resolve(`world-atlas/countries-${scale}.json`)
  // The file of the package, whose version package-lock.json pins.
  const topology: Countries = JSON.parse(await readFile(file, 'utf8'))
  return topology
}
