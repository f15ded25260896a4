// Who wins what: lines by sponsors, one panel for every arm.
report.figure("winners", width => {
  const { scene, point, winner, percent, style, titled, columns } = report;
  const rows = point.segments.filter(one => scene.arms.includes(one.arm));
  const known = new Map(scene.segments.map(segment => [segment.id, segment]));
  const nameOf = id => known.get(id)?.name ?? id;
  const ids = d3.sort(new Set(rows.map(row => row.segment)), (a, b) => d3.ascending(known.get(a)?.route, known.get(b)?.route) || d3.ascending(a, b));
  const winners = [...new Set(rows.flatMap(row => row.winners.map(one => one.id)))];
  const cells = rows.flatMap(row => row.winners.map(one => ({ arm: row.arm, segment: row.segment, ...one })));
  const most = Math.max(1, Math.floor(width / 250));
  return d3.range(0, scene.arms.length, most).map(start => {
    const arms = scene.arms.slice(start, start + most), narrow = width < 560, left = narrow ? 128 : width < 800 ? 220 : 290;
    const whole = Math.min(width, left + arms.length * Math.max(150, winners.length * 62)), each = (whole - left) / arms.length;
    // A long name takes several lines: of bold letters of 13 px some 8.5 px each, and a line may end early at a hyphen.
    const lines = d3.max(arms, arm => Math.ceil(arm.length * 8.5 / (0.75 * each)));
    return Plot.plot({
      width: whole, height: 47 + 15 * lines + ids.length * (narrow ? 27 : 22), marginLeft: left, marginTop: 29 + 15 * lines, marginBottom: 8, style,
      fx: { domain: arms, axis: null, padding: 0.06 },
      x: { domain: winners, label: null, axis: null }, y: { domain: ids, label: null, tickSize: 0, tickFormat: nameOf },
      color: { type: "linear", domain: [0, 1], range: ["#ffffff", "#2b5c82"] },
      marks: [
        Plot.axisFx({ anchor: "top", label: null, fontSize: 13, fontWeight: 600, dy: -16, lineWidth: each / 15 }),
        Plot.axisX({ anchor: "top", label: null, tickSize: 0, tickFormat: id => winners.length > 3 || narrow ? winner(id).letter : `${winner(id).letter === "–" ? "" : `${winner(id).letter} `}${winner(id).name}`, fontSize: 11 }),
        Plot.axisY({ label: null, tickSize: 0, tickFormat: nameOf, lineWidth: narrow ? 10.5 : width < 800 ? 17 : 23, fontSize: narrow ? 10.5 : 12 }),
        Plot.cell(cells.filter(cell => arms.includes(cell.arm)), { fx: "arm", x: "id", y: "segment", fill: "share", stroke: "#bbb", strokeWidth: 0.5, inset: 0.5 }),
        Plot.text(cells.filter(cell => arms.includes(cell.arm)), { fx: "arm", x: "id", y: "segment", text: cell => percent(cell.share), fill: cell => cell.share > 0.5 ? "white" : "#1a1a1a", fontSize: 11 }),
      ],
    });
  });
});
