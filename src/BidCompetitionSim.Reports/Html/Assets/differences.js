// Mean paired differences of everything beside the states and years, a panel for every unit.
report.figure("differences", width => {
  const { point, measures, by, first, others, clear, lookOf, scale, difference, titled, style, html, key, tick } = report;
  const rows = others.flatMap(arm => (by(point.pairs, { from: first, to: arm })?.measures ?? [])
    .filter(one => ["score", "part", "beside"].includes(measures.get(one.measure)?.family) && one.meanDifference != null && one.ci95)
    .map(one => ({ ...one, arm, label: measures.get(one.measure).label, of: measures.get(one.measure) })));
  const narrow = width < 560;
  const left = narrow ? 130 : width < 800 ? 230 : 300, right = narrow ? 60 : 110;
  const dodge = arm => (others.indexOf(arm) - (others.length - 1) / 2) * 11;
  const panels = d3.groups(rows, row => scale(row.of)).map(([name, panel]) => {
    const order = d3.groupSort(panel, group => -d3.max(group, row => Math.abs(row.meanDifference)), row => row.label);
    return titled(name === "1/year" ? "Rates a year" : name[0].toUpperCase() + name.slice(1), Plot.plot({
      width, marginLeft: left, marginRight: right, marginTop: 4, marginBottom: 22, style,
      height: 30 + order.length * Math.max(narrow ? 34 : 24, 12 * others.length + 10),
      x: { label: null, nice: true, ticks: narrow ? 3 : 6, tickFormat: tick },
      y: { domain: order, label: null, tickSize: 0 },
      marks: [
        Plot.axisY({ lineWidth: narrow ? 11 : width < 800 ? 18 : 24, tickSize: 0, label: null, fontSize: narrow ? 11 : 12 }), Plot.gridX({ ticks: narrow ? 3 : 6, stroke: "#ccc", strokeOpacity: 1 }),
        Plot.ruleX([0], { strokeDasharray: "4 3" }),
        ...others.flatMap(arm => {
          const look = lookOf(arm), mine = panel.filter(row => row.arm === arm), dy = dodge(arm);
          return [
            Plot.ruleY(mine, { x1: row => row.ci95.low, x2: row => row.ci95.high, y: "label", stroke: look.color, strokeWidth: 2, dy }),
            Plot.dot(mine, { x: "meanDifference", y: "label", symbol: look.symbol, r: 4, stroke: look.color, strokeWidth: 1.5, fill: row => clear(row) ? look.color : "white", dy }),
            // With several arms numbers would cover each other; they are in the tables.
            others.length > 1 ? null : Plot.text(mine, { x: row => row.ci95.high, y: "label", dx: 8, dy, textAnchor: "start", fontSize: 11, fill: "#1a1a1a", stroke: "white", strokeWidth: 4, text: row => narrow ? difference(row) : `${difference(row)} ${judged(row)}` }),
          ];
        }),
      ],
    }), { below: `difference from ${first}, ${name}` });
  });
  return others.length > 1 ? [key(others), ...panels] : panels;

  function judged(row) {
    if (row.equal === 1) return "same";
    if (!clear(row)) return "unclear";
    if (row.of.direction === "neither") return "";
    return (row.meanDifference > 0) === (row.of.direction === "higher") ? "better" : "worse";
  }
});
