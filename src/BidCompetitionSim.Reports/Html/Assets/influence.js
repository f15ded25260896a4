// The assumed numbers that move a score most, at both ends of their ranges.
report.figure("influence", width => {
  const { scene, style, tick } = report, narrow = width < 560;
  const scores = ["compatibility", "viability", "cohesion"];
  const rows = scene.influence.rows.slice(0, 15).flatMap(row => {
    const score = d3.greatest(scores.filter(id => row[id]), id => row[id].size);
    return score && row.largestScoreSwing > 0 ? [{ name: row.name, score, low: row[score].atLow ?? 0, high: row[score].atHigh ?? 0 }] : [];
  });
  const names = new Map(rows.map(row => [row.name, row]));
  const ends = rows.flatMap(row => [{ name: row.name, at: row.low, mark: "◁" }, { name: row.name, at: row.high, mark: "▷" }]);
  return Plot.plot({
    width, height: 50 + rows.length * (narrow ? 38 : 26), marginLeft: narrow ? 150 : 330, marginRight: 24, marginTop: 4, marginBottom: 38, style,
    x: { label: "change of the mean score, points", labelAnchor: "center", labelArrow: "none", nice: true, tickFormat: tick, ticks: narrow ? 4 : 8, insetLeft: 10, insetRight: 10 },
    y: { domain: rows.map(row => row.name), label: null },
    marks: [
      Plot.axisY({ tickSize: 0, label: null, lineWidth: narrow ? 13 : 28, tickFormat: name => `${name.replaceAll(".", ".\u200b")} (${names.get(name).score})`, fontSize: 11 }), Plot.gridX({ ticks: narrow ? 4 : 8, stroke: "#ccc", strokeOpacity: 1 }),
      Plot.ruleX([0], { strokeDasharray: "4 3" }),
      Plot.ruleY(rows, { x1: "low", x2: "high", y: "name", stroke: "#2b5c82", strokeWidth: 2 }),
      Plot.text(ends, { x: "at", y: "name", text: "mark", fontSize: 14, fill: "#1a1a1a", stroke: "white", strokeWidth: 3 }),
    ],
  });
});
