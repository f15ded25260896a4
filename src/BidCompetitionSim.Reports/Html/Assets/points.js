// Differences over the combinations of factor values, one panel for every outcome and factor.
report.figure("points", width => {
  const { result, outcomes, by, first, others, clear, lookOf, scale, titled, columns, style, key, tick } = report;
  const each = columns(width, Math.min(3, outcomes.length), 290);
  const panels = result.factors.flatMap((factor, f) => outcomes.map(outcome => {
    const rows = result.points.flatMap(point => others.map(arm => ({ arm, value: point.values[f], ...by(by(point.pairs, { from: first, to: arm })?.measures, { measure: outcome.id }) }))).filter(row => row.ci95);
    return titled(outcome.label, Plot.plot({
      width: each, height: 202, marginLeft: 56, marginBottom: 22, marginTop: 8, marginRight: 14, style,
      x: { label: null, ticks: 5, tickFormat: tick, insetLeft: 8, insetRight: 8 },
      y: { label: `difference, ${scale(outcome)}`, labelAnchor: "center", labelArrow: "none", grid: true, nice: true, tickFormat: tick },
      marks: [
        Plot.ruleY([0], { strokeDasharray: "4 3" }),
        ...others.flatMap(arm => {
          const mine = rows.filter(row => row.arm === arm), { color, symbol } = lookOf(arm);
          return [
            Plot.ruleX(mine, { x: "value", y1: row => row.ci95.low, y2: row => row.ci95.high, stroke: color, strokeOpacity: 0.5 }),
            Plot.dot(mine, { x: "value", y: "meanDifference", symbol, r: 3, stroke: color, fill: row => clear(row) ? color : "white" }),
          ];
        }),
      ],
    }), { below: `${factor.name}${factor.unit === "1" ? "" : `, ${factor.unit}`}` });
  }));
  return others.length > 1 ? [key(others), ...panels] : panels;
});
