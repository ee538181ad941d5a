import type * as Geo from 'd3-geo'
import type { GeoProjection, GeoStream } from 'd3-geo'
import type { MultiPolygon } from 'geojson'
import { COLOURS, type Look } from './canvas.ts'
import type { Claims } from './claims.ts'
import type { CountryFigure } from './figures.ts'
import { type Atlas, openAtlas } from './open-atlas.ts'

/** Left and top, right and bottom, in pixels. */
export type Frame = [[number, number], [number, number]]

/** Radius of a dot, in pixels. */
const DOT = 6

/** A country smaller than this, in square pixels, is drawn as a dot. */
const LEAST_AREA = 60

/** Highest zoom, relative to the world map, if all countries are close together. */
const CLOSEST = 6

/**
 * Points closer together than this in pixels, and islands smaller than this in square pixels, are left out.
 * It makes no visible difference, and a map takes a fifth of the space.
 */
const FINEST = 0.7

/**
 * Draws countries in focus and the land around them, without text: the more reports, the darker (in the dark
 * theme the brighter). Disputed borders are dashed.
 */
export async function paintMap(
  figures: readonly CountryFigure[],
  claims: Claims,
  theme: Look['theme'],
  frame: Frame,
): Promise<{
  readonly markup: string
  readonly colourOf: (figure: CountryFigure) => string
  readonly projection: GeoProjection
}> {
  const [fine, coarse, d3] = await Promise.all([
    openAtlas(claims, '50m'),
    openAtlas(claims, '110m'),
    import('d3-geo'),
  ])
  const { projection, isWorld } = placeMap(
    figures,
    { countries: fine.countries, land: coarse.land },
    frame,
    d3,
  )
  const atlas = isWorld ? coarse : fine
  const path = d3.geoPath({ stream: (sink) => projection.stream(thin(sink)) }).digits(1)
  const whole = d3.geoPath(projection)
  const { land, line, steps, text } = COLOURS[theme]
  const most = figures[0]?.reports ?? 1
  const colourOf = ({ reports }: CountryFigure): string =>
    steps[Math.min(steps.length - 1, Math.floor((reports / most) * steps.length))] ?? land
  const visible = ({ coordinates }: MultiPolygon): MultiPolygon => ({
    type: 'MultiPolygon',
    coordinates: coordinates.filter((ring) => whole.area({ type: 'Polygon', coordinates: ring }) >= FINEST),
  })
  const fill = (figure: CountryFigure): string => {
    const shape = atlas.countries.get(figure.code) ?? fine.countries.get(figure.code)
    if (shape === undefined) return ''
    const [x, y] = whole.centroid(largestOf(shape, d3.geoArea))
    const isSmall = whole.area(shape) < LEAST_AREA
    return isSmall
      ? `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${DOT}" fill="${colourOf(figure)}"/>`
      : `<path d="${path(visible(shape)) ?? ''}" fill="${colourOf(figure)}"/>`
  }
  const stroke = (lines: Atlas['borders'], colour: string, dashes = ''): string =>
    `<path d="${path(lines) ?? ''}" fill="none" stroke="${colour}" stroke-width="0.8"${dashes}/>`
  const markup = [
    `<path d="${path(visible(atlas.land)) ?? ''}" fill="${land}"/>`,
    ...figures.toReversed().map(fill),
    stroke(atlas.borders, line),
    stroke(atlas.disputed, text, ' stroke-dasharray="3 3"'),
  ].join('')
  return { markup, colourOf, projection }
}

/**
 * Places the map: the whole world, or the part that contains all the countries if they are close together.
 */
function placeMap(
  figures: readonly CountryFigure[],
  { land, countries }: Pick<Atlas, 'land' | 'countries'>,
  frame: Frame,
  { geoNaturalEarth1, geoCentroid, geoArea }: typeof Geo,
): { readonly projection: GeoProjection; readonly isWorld: boolean } {
  const [[left, top], [right, bottom]] = frame
  const middle: [number, number] = [(left + right) / 2, (top + bottom) / 2]
  const world = geoNaturalEarth1().fitExtent(frame, land)
  const wide = { projection: world, isWorld: true }
  const shapes = figures.flatMap(({ code }) => {
    const shape = countries.get(code)
    return shape === undefined
      ? []
      : [{ type: 'Feature' as const, properties: {}, geometry: largestOf(shape, geoArea) }]
  })
  if (shapes.length === 0) return wide
  const together = { type: 'FeatureCollection' as const, features: shapes }
  const near = geoNaturalEarth1()
    .rotate([-geoCentroid(together)[0], 0])
    .fitExtent(frame, together)
  // Some of the surroundings show where they are.
  const scale = Math.min(near.scale() * 0.7, world.scale() * CLOSEST)
  if (scale < world.scale() * 1.3) return wide
  const centre = near.invert?.(middle) ?? geoCentroid(together)
  near.scale(scale).translate([0, 0])
  const [x, y] = near(centre) ?? [0, 0]
  near.translate([middle[0] - x, middle[1] - y]).clipExtent(frame)
  return { projection: near, isWorld: false }
}

/** The mainland. A country's distant parts are drawn, but do not affect how the map is placed. */
function largestOf({ coordinates }: MultiPolygon, areaOf: (shape: MultiPolygon) => number): MultiPolygon {
  const parts = coordinates.map((ring): MultiPolygon => ({ type: 'MultiPolygon', coordinates: [ring] }))
  const largest = parts.map((part) => ({ part, area: areaOf(part) })).sort((a, b) => b.area - a.area)[0]
  return largest?.part ?? { type: 'MultiPolygon', coordinates: [] }
}

/** Passes on only points that visibly differ from the previous one. */
function thin(sink: GeoStream): GeoStream {
  let last: readonly [number, number] | null = null
  return {
    ...sinkOf(sink),
    lineStart() {
      last = null
      sink.lineStart()
    },
    point(x, y) {
      if (last !== null && Math.abs(x - last[0]) < FINEST && Math.abs(y - last[1]) < FINEST) return
      last = [x, y]
      sink.point(x, y)
    },
  }
}

const sinkOf = (sink: GeoStream): Pick<GeoStream, 'lineEnd' | 'polygonStart' | 'polygonEnd' | 'sphere'> => ({
  lineEnd: () => sink.lineEnd(),
  polygonStart: () => sink.polygonStart(),
  polygonEnd: () => sink.polygonEnd(),
  sphere: () => sink.sphere?.(),
})
