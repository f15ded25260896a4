// Measures of the end of each year: mean by arm, and the band of the middle 90 % of replications.
report.figure("time", width => {
  const { result, point, by, scene, lookOf, titled, columns, style, svg, key, tick, brief, unit, general } = report;
  const families = d3.groups(result.measures.filter(measure => measure.family === "year"), measure => measure.id.split("@")[0]);
  const each = columns(width, Math.min(2, families.length), 310);
  const plots = families.map(([name, yearly]) => {
    const curves = scene.arms.map(arm => ({
      arm, years: yearly.map(measure => ({ year: +measure.subject.replace(/\D/g, ""), ...by(by(point.arms, { arm })?.measures, { measure: measure.id }) }))
        .filter(one => one.mean != null).map(one => ({ year: one.year, mean: one.mean, low: at(one, 0.05), high: at(one, 0.95) })),
    })).filter(curve => curve.years.length > 1);
    const ends = spread(curves.map(curve => ({ arm: curve.arm, ...curve.years.at(-1) })), d3.max(curves.flatMap(curve => curve.years), one => one.high ?? one.mean));
    return titled(general(yearly[0]), Plot.plot({
      width: each, height: 280, marginLeft: 54, marginRight: brief ? 12 + 7.2 * d3.max(scene.arms, arm => arm.length) : 12, marginBottom: 38, marginTop: 14, style,
      x: { label: `years since ${scene.startDate}`, labelAnchor: "center", labelArrow: "none", tickFormat: "d", ticks: Math.max(3, Math.floor(each / 90)) },
      y: { label: unit(yearly[0]) === "points" ? "points of 100" : unit(yearly[0]) || "share", labelAnchor: "center", labelArrow: "none", grid: true, nice: true, tickFormat: tick },
      marks: [
        () => svg("defs", {}, ...curves.map(curve => hatch(name, curve.arm))),
        ...curves.flatMap(curve => {
          const look = lookOf(curve.arm), banded = curve.years.filter(one => one.low != null);
          return [
            Plot.areaY(banded, { x: "year", y1: "low", y2: "high", fill: `url(#${hatchId(name, curve.arm)})` }),
            Plot.line(banded, { x: "year", y: "low", stroke: look.color, strokeWidth: 0.6, strokeDasharray: look.dash }),
            Plot.line(banded, { x: "year", y: "high", stroke: look.color, strokeWidth: 0.6, strokeDasharray: look.dash }),
            Plot.line(curve.years, { x: "year", y: "mean", stroke: look.color, strokeWidth: 2.5, strokeDasharray: look.dash }),
          ];
        }),
        brief ? Plot.text(ends, { x: "year", y: "at", text: "arm", textAnchor: "start", dx: 7, fill: one => lookOf(one.arm).color, fontWeight: 600 }) : null,
      ],
    }));
  });
  return brief ? plots : [key(scene.arms), ...plots];

  function at(one, share) { return one.quantiles?.find(quantile => quantile.share === share)?.value; }

  function hatchId(name, arm) { return `hatch-${name.replace(/\W/g, "")}-${scene.arms.indexOf(arm)}`; }

  function hatch(name, arm) {
    const { color, slope } = lookOf(arm);
    return svg("pattern", { id: hatchId(name, arm), width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: `rotate(${slope})` },
      svg("line", { x1: 0, y1: 0, x2: 0, y2: 5, stroke: color, "stroke-width": 0.9, "stroke-opacity": 0.4 }));
  }

  // Names at the ends of lines keep a distance from each other.
  function spread(ends, highest) {
    const gap = (highest || 1) * 0.065, placed = d3.sort(ends, one => one.mean).map(one => ({ ...one, at: one.mean }));
    for (let i = 1; i < placed.length; i++) placed[i].at = Math.max(placed[i].at, placed[i - 1].at + gap);
    return placed;
  }
});
