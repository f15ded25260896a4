// Maps of the corridor, one for every arm: lines by their most frequent winner, junctions by how often they clash.
{
  const { scene, land, point, by, winner, percent, svg, titled, columns } = report;
  const places = new Map(scene.places.map(place => [place.id, place]));
  const known = line => places.has(line.from) && places.has(line.to);
  const used = new Set([...scene.segments, ...scene.lines].filter(known).flatMap(line => [line.from, line.to]));

  // A frame around every place that a line touches, its projection, and boxes that are taken.
  function frame(width, title) {
    const located = [...used].map(id => [places.get(id).longitudeDegrees, places.get(id).latitudeDegrees]);
    const [[west, east], [south, north]] = [0, 1].map(axis => d3.extent(located, at => at[axis]));
    // Places on one spot still need a frame with an extent.
    const points = [...located, [(west + east) / 2 - 0.5, (south + north) / 2 - 0.5], [(west + east) / 2 + 0.5, (south + north) / 2 + 0.5]];
    const middle = d3.geoMercator().fitWidth(width - 90, { type: "MultiPoint", coordinates: points });
    const [, y] = [middle.translate(), points.map(at => middle(at)[1])];
    const height = Math.max(240, Math.min(1.7 * width, d3.max(y) - d3.min(y) + 70));
    const project = d3.geoMercator().fitExtent([[40, 30], [width - 50, height - 30]], { type: "MultiPoint", coordinates: points });
    const clip = `clip-${title.replace(/\W/g, "")}-${width}`;
    const root = svg("svg", { width, height, viewBox: `0 0 ${width} ${height}`, "font-size": width < 400 ? 10 : 11, "font-family": "inherit" },
      svg("clipPath", { id: clip }, svg("rect", { width, height })), svg("rect", { width, height, fill: "#f3f6f8" }));
    const ground = svg("g", { "clip-path": `url(#${clip})`, fill: "#e4e2dc", stroke: "#ffffff", "stroke-width": 1, "stroke-linejoin": "round" });
    for (const country of land.countries)
      ground.append(svg("path", { d: country.rings.map(ring => `M${ring.map(at => project(at).map(v => v.toFixed(1)).join(",")).join("L")}Z`).join("") }));
    root.append(ground, svg("rect", { width, height, fill: "none", stroke: "#bbb" }));
    return { root, width, height, at: id => project([places.get(id).longitudeDegrees, places.get(id).latitudeDegrees]), taken: [] };
  }

  const overlaps = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
  const around = (x, y, r) => ({ x: x - r, y: y - r, w: 2 * r, h: 2 * r });

  function line(map, { from, to }, attributes) {
    const [[x1, y1], [x2, y2]] = [map.at(from), map.at(to)];
    map.root.append(svg("line", { x1, y1, x2, y2, "stroke-linecap": "butt", ...attributes }));
    return { x: (x1 + x2) / 2, y: (y1 + y2) / 2 };
  }

  // Text with a halo, at the first of eight positions that is free; none if all are taken.
  function label(map, text, [x, y], reach, size, attributes) {
    const w = text.length * size * 0.56 + 2, h = size * 1.15, d = reach + 3;
    const spots = [[d, -h / 2], [-d - w, -h / 2], [-w / 2, -d - h + 2], [-w / 2, d - 2], [d * 0.7, -d - h / 2], [d * 0.7, d - h / 2], [-d * 0.7 - w, -d - h / 2], [-d * 0.7 - w, d - h / 2]];
    const free = spots.map(([dx, dy]) => ({ x: x + dx, y: y + dy, w, h }))
      .find(box => box.x > 2 && box.y > 2 && box.x + box.w < map.width - 2 && box.y + box.h < map.height - 2 && !map.taken.some(other => overlaps(box, other)));
    if (!free) return;
    map.taken.push(free);
    map.root.append(svg("text", { x: free.x + 1, y: free.y + h * 0.78, "font-size": size, stroke: "#fff", "stroke-width": 3, "stroke-opacity": 0.85, "paint-order": "stroke", fill: "#1a1a1a", ...attributes }, text));
  }

  function nameAll(map, important) {
    const size = map.width < 400 ? 9.5 : 11;
    const degree = d3.rollup([...scene.segments, ...scene.lines].filter(known).flatMap(one => [one.from, one.to]), all => all.length, id => id);
    for (const id of d3.sort(used, id => -(important?.(id) ?? 0), id => -degree.get(id)))
      label(map, places.get(id).name, map.at(id), important?.(id) ? 3 + important(id) : 4, size);
  }

  const dots = map => { for (const id of used) { const [cx, cy] = map.at(id); map.root.append(svg("circle", { cx, cy, r: 2.6, fill: "#fff", stroke: "#1a1a1a", "stroke-width": 1.2 })); map.taken.push(around(cx, cy, 4)); } };

  report.figure("winner-map", width => used.size < 2 ? null : scene.arms.map(arm => {
    const map = frame(columns(width, 2, 310), `winner${scene.arms.indexOf(arm)}`), marks = [];
    for (const one of scene.lines.filter(known)) line(map, one, { stroke: "#8a8a8a", "stroke-width": 1 });
    for (const segment of scene.segments.filter(known)) {
      const most = d3.greatest(by(point.segments, { arm, segment: segment.id })?.winners ?? [], one => one.count);
      if (!most) continue;
      const { color, letter, dash } = winner(most.id);
      marks.push({ color, letter, share: most.share, ...line(map, segment, { stroke: color, "stroke-width": 1.5 + 4 * most.share, "stroke-dasharray": dash, "stroke-opacity": 0.45 + 0.55 * most.share }) });
    }
    dots(map);
    for (const { x, y } of marks) map.taken.push(around(x, y, 9));
    for (const { x, y, color, letter } of marks)
      map.root.append(svg("circle", { cx: x, cy: y, r: 7.5, fill: "#fff", stroke: color, "stroke-width": 1.5 }), svg("text", { x, y: y + 3.8, "text-anchor": "middle", "font-size": 10.5, "font-weight": 700, fill: color }, String(letter)));
    for (const { x, y, share, color } of marks) label(map, percent(share), [x, y], 7, 9.5, { fill: color, "font-weight": 600 });
    nameAll(map);
    return titled(arm, map.root);
  }));

  report.figure("clash-map", width => used.size < 2 ? null : scene.arms.map(arm => {
    const map = frame(columns(width, 2, 310), `clash${scene.arms.indexOf(arm)}`);
    for (const one of [...scene.lines, ...scene.segments].filter(known)) line(map, one, { stroke: "#8a8a8a", "stroke-width": 1.2 });
    const shares = d3.rollup(point.junctions.filter(one => one.arm === arm), all => d3.max(all, one => one.clash.share), one => [...used].find(id => one.junction === id || one.junction.endsWith(`/${id}`)));
    shares.delete(undefined);
    dots(map);
    const radius = id => 17 * Math.sqrt(shares.get(id) ?? 0);
    const clashing = d3.sort([...shares].filter(([, share]) => share > 0), ([, share]) => -share);
    for (const [id] of clashing) map.taken.push(around(...map.at(id), radius(id)));
    for (const [id] of clashing) {
      const [cx, cy] = map.at(id);
      map.root.append(svg("circle", { cx, cy, r: Math.max(2, radius(id)), fill: "#d55e00", "fill-opacity": 0.3, stroke: "#a34700", "stroke-width": 1.2 }));
    }
    for (const [id, share] of clashing) {
      const [x, y] = map.at(id);
      if (radius(id) >= 9) map.root.append(svg("text", { x, y: y + 3.6, "text-anchor": "middle", "font-size": 10, "font-weight": 700, fill: "#5c2800", stroke: "#fff", "stroke-width": 2.5, "stroke-opacity": 0.7, "paint-order": "stroke" }, percent(share)));
      else label(map, percent(share), [x, y], radius(id), 9.5, { "font-weight": 700, fill: "#5c2800" });
    }
    nameAll(map, radius);
    return titled(arm, map.root);
  }));
}
