// Who gains and who loses: a panel for every measure of states.
report.figure("states", width => {
  const { result, point, scene, first, others, lookOf, scale, general, titled, columns, style, key, tick } = report;
  const rows = point.states.filter(one => one.from === first && others.includes(one.to) && one.meanDifference != null && one.ci95);
  const names = new Map(scene.states.map(state => [state.id, state.name]));
  const measureOf = id => result.measures.find(measure => measure.family === "state" && measure.id.startsWith(`${id}@`)) ?? { label: id, unit: "1" };
  const groups = d3.groups(rows, row => row.measure), each = columns(width, Math.min(2, groups.length), 310);
  const panels = groups.map(([id, panel]) => {
    const measure = measureOf(id);
    const order = d3.groupSort(panel, group => -d3.mean(group, row => row.meanDifference), row => row.state);
    return titled(general(measure), Plot.plot({
      width: each, height: 34 + order.length * Math.max(22, 12 * others.length + 6), marginLeft: 96, marginRight: 16, marginTop: 4, marginBottom: 22, style,
      x: { label: null, nice: true, ticks: 4, tickFormat: tick },
      symbol: { type: "identity" }, y: { domain: order, label: null },
      marks: [
        Plot.axisY({ tickSize: 0, label: null, tickFormat: state => names.get(state) ?? state }), Plot.gridX({ ticks: 4, stroke: "#ccc", strokeOpacity: 1 }), Plot.ruleX([0], { strokeDasharray: "4 3" }),
        ...others.flatMap((arm, i) => {
          const mine = panel.filter(row => row.to === arm), dy = (i - (others.length - 1) / 2) * 10, { color } = lookOf(arm);
          return [
            Plot.ruleY(mine, { x1: row => row.ci95.low, x2: row => row.ci95.high, y: "state", stroke: color, strokeWidth: 2, dy }),
            Plot.dot(mine, { x: "meanDifference", y: "state", symbol: row => row.verdict === "unclear" ? "circle" : "triangle", rotate: row => row.verdict === "loses" ? 180 : 0, r: 4.5, stroke: color, strokeWidth: 1.5, fill: row => row.verdict === "unclear" ? "white" : color, dy }),
          ];
        }),
      ],
    }), { below: `difference from ${first}, ${scale(measure)}` });
  });
  return others.length > 1 ? [key(others), ...panels] : panels;
});
