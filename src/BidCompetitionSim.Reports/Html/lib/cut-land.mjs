// Cuts land.json, the background of maps, out of world-atlas's countries-50m.json (Natural Earth, public domain).
//   npm pack world-atlas@2.0.2 && tar xf world-atlas-2.0.2.tgz && node cut-land.mjs package/countries-50m.json > land.json
// Arcs are simplified before countries are put together, so that neighbours keep one border. Borders are Natural Earth's, as they are.
import { readFileSync } from "node:fs";

const box = [88, -12, 132, 34]; // degrees: west, south, east, north
const smallestTriangle = 0.008; // square degrees; what a vertex must span to stay
const smallestRing = 0.03; // square degrees; a country's largest ring stays whatever its size

const world = JSON.parse(readFileSync(process.argv[2], "utf8"));
const { scale, translate } = world.transform;

const arcs = world.arcs.map(arc => {
  let x = 0, y = 0;
  return simplify(arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]));
});

// Visvalingam and Whyatt 1993: the vertex that spans least goes first. Ends stay: they are where borders meet.
function simplify(points) {
  const left = points.slice();
  while (left.length > 2) {
    let least = Infinity, at = -1;
    for (let i = 1; i < left.length - 1; i++) {
      const area = Math.abs((left[i - 1][0] - left[i + 1][0]) * (left[i][1] - left[i - 1][1]) - (left[i - 1][0] - left[i][0]) * (left[i + 1][1] - left[i - 1][1])) / 2;
      if (area < least) [least, at] = [area, i];
    }
    if (least >= smallestTriangle) break;
    left.splice(at, 1);
  }
  return left;
}

const ringOf = indices => indices.flatMap((index, k) => {
  const arc = index < 0 ? arcs[~index].slice().reverse() : arcs[index];
  return k === 0 ? arc : arc.slice(1);
});

const areaOf = ring => Math.abs(ring.reduce((sum, [x, y], i) => {
  const [u, v] = ring[(i + 1) % ring.length];
  return sum + x * v - u * y;
}, 0)) / 2;

// Sutherland and Hodgman 1974, one side of the box after the other.
function clip(ring) {
  const sides = [[0, 1, box[0]], [1, 1, box[1]], [0, -1, box[2]], [1, -1, box[3]]];
  return sides.reduce((points, [axis, sign, edge]) => points.flatMap((point, i) => {
    const before = points[(i + points.length - 1) % points.length];
    const inside = p => sign * (p[axis] - edge) >= 0;
    const t = (edge - before[axis]) / (point[axis] - before[axis]);
    const crossing = before.map((value, k) => value + t * (point[k] - value));
    return inside(point) !== inside(before) ? (inside(point) ? [crossing, point] : [crossing]) : inside(point) ? [point] : [];
  }), ring);
}

const round = ([x, y]) => [Math.round(x * 100) / 100, Math.round(y * 100) / 100];

const countries = world.objects.countries.geometries.flatMap(({ type, arcs: parts, properties }) => {
  const polygons = (type === "Polygon" ? [parts] : parts).map(polygon => clip(ringOf(polygon[0]).slice(0, -1))).filter(ring => ring.length > 2);
  const largest = Math.max(...polygons.map(areaOf));
  const kept = polygons.filter(ring => areaOf(ring) >= Math.min(smallestRing, largest));
  return kept.length === 0 ? [] : [{ name: properties.name, rings: kept.map(ring => ring.map(round)) }];
});
process.stdout.write(JSON.stringify({ source: "Natural Earth 1:50m by world-atlas 2.0.2, simplified", box, countries }));
