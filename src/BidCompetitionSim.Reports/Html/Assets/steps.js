// A decomposition as a waterfall, one for every outcome.
report.figure("decomposition", width => {
  const { result, point, told, by, clear, scale, heading, titled, columns, style, tick, difference } = report;
  const each = columns(width, Math.min(3, told.length), 300), narrow = each < 480;
  return told.map(outcome => {
    const meanOf = arm => by(by(point.arms, { arm })?.measures, { measure: outcome.id })?.mean;
    const steps = result.decomposition.map((step, i) => ({ ...step, i, one: by(by(point.pairs, { from: step.from, to: step.to })?.measures, { measure: outcome.id }), start: meanOf(step.from), end: meanOf(step.to) }))
      .filter(step => step.one?.ci95 && step.start != null && step.end != null);
    if (steps.length === 0) return null;
    const ends = [{ name: result.decomposition[0].from, at: steps[0].start }, ...steps.map(step => ({ name: step.switch, step })), { name: result.decomposition.at(-1).to, at: steps.at(-1).end }];
    const half = step => (step.one.ci95.high - step.one.ci95.low) / 2;
    const [low, high] = d3.extent(steps.flatMap(step => [step.start, step.end - half(step), step.end + half(step)]));
    const room = (high - low || 1) * 0.3;
    return titled(heading(outcome), Plot.plot({
      width: each, height: 50 + ends.length * 30, marginLeft: narrow ? 118 : 190, marginRight: 8, marginTop: 4, marginBottom: 38, style,
      x: { label: scale(outcome), labelAnchor: "center", labelArrow: "none", domain: [low - room, high + room], nice: true, ticks: 4, tickFormat: tick },
      y: { domain: ends.map((_, i) => i), label: null },
      marks: [
        Plot.axisY({ tickSize: 0, label: null, tickFormat: i => ends[i].name, lineWidth: narrow ? 9.5 : 16, fontSize: narrow ? 11 : 12 }), Plot.gridX({ ticks: 4, stroke: "#ddd", strokeOpacity: 1 }),
        Plot.tickX(ends.map((end, i) => ({ ...end, i })).filter(end => end.at != null), { x: "at", y: "i", strokeWidth: 3 }),
        Plot.text(ends.map((end, i) => ({ ...end, i })).filter(end => end.at != null), { x: "at", y: "i", text: end => report.number(end.at), dx: 8, textAnchor: "start", fontWeight: 600 }),
        Plot.barX(steps, { x1: "start", x2: "end", y: step => step.i + 1, fill: step => clear(step.one) ? step.end > step.start ? "#2b5c82" : "#d9843b" : "white", stroke: "#1a1a1a", strokeWidth: 0.8, insetTop: 5, insetBottom: 5 }),
        Plot.ruleY(steps, { x1: step => step.end - half(step), x2: step => step.end + half(step), y: step => step.i + 1, strokeWidth: 1.5, marker: "tick" }),
        Plot.text(steps, { x: step => Math.max(step.start, step.end + half(step)), y: step => step.i + 1, text: step => difference(step.one), dx: 8, textAnchor: "start" }),
      ],
    }));
  });
});
