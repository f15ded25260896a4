// Outcomes by arm as cumulative shares, and paired differences as histograms; both from counts that the document holds.
{
  const { point, outcomes, told, by, first, others, scene, lookOf, scale, brief, titled, columns, style, key, percent, tick, difference, decimals } = report;
  const drawn = arm => id => by(by(point.arms, { arm })?.distributions, { measure: id });
  const total = distribution => distribution.atOrBelow.at(-1);

  report.figure("distributions", width => {
    const plots = outcomes.filter(({ id }) => scene.arms.some(arm => drawn(arm)(id))), each = columns(width, Math.min(3, plots.length), 290);
    const made = plots.map(outcome => {
      const curves = scene.arms.map(arm => ({ arm, counts: drawn(arm)(outcome.id) })).filter(one => one.counts && total(one.counts) > 0)
        .map(({ arm, counts }) => ({ arm, points: counts.edges.map((edge, i) => ({ value: edge, share: counts.atOrBelow[i] / total(counts) })) }))
        .map(curve => ({ ...curve, median: curve.points.find(one => one.share >= 0.5).value }));
      const sorted = d3.sort(curves, curve => curve.median);
      const [low, high] = d3.extent(curves.flatMap(curve => curve.points.filter(one => one.share > 0.001 && one.share < 0.999).map(one => one.value)));
      return titled(outcome.label, Plot.plot({
        width: each, height: 240, marginLeft: 52, marginBottom: 40, marginTop: 8, marginRight: 12, style,
        x: { label: scale(outcome), labelAnchor: "center", labelArrow: "none", domain: [low, high], clamp: false, nice: true, ticks: 5, tickFormat: tick },
        y: { label: "replications at or below, %", labelAnchor: "center", labelArrow: "none", percent: true, grid: true, domain: [0, 100] },
        marks: [
          Plot.ruleY([0]),
          ...curves.map(curve => Plot.line(curve.points, { x: "value", y: "share", stroke: lookOf(curve.arm).color, strokeWidth: 2, strokeDasharray: lookOf(curve.arm).dash, curve: curve.points.length < 40 ? "step-after" : "linear", clip: true })),
          ...(brief ? sorted.map((curve, i) => {
            const leftmost = i === 0, at = curve.points.find(one => one.share >= (leftmost ? 0.72 : 0.3)) ?? curve.points.at(-1);
            return Plot.text([at], { x: "value", y: "share", text: () => curve.arm, textAnchor: leftmost ? "end" : "start", dx: leftmost ? -7 : 7, fill: lookOf(curve.arm).color, fontWeight: 600, stroke: "white", strokeWidth: 4 });
          }) : []),
        ],
      }));
    });
    return brief ? made : [key(scene.arms), ...made];
  });

  report.figure("histograms", width => {
    const plots = others.flatMap(arm => {
      const pair = by(point.pairs, { from: first, to: arm });
      return told.map(outcome => ({ arm, outcome, counts: by(pair?.distributions, { measure: outcome.id }), one: by(pair?.measures, { measure: outcome.id }) })).filter(plot => plot.counts && plot.one?.meanDifference != null);
    });
    const each = columns(width, Math.min(3, told.length), 290);
    return plots.map(({ arm, outcome, counts, one }) => {
      const bars = (outcome.unit === "count" && lattice(counts)) || rebinned(counts, one.equal), top = d3.max(bars, bar => bar.share) ?? 1;
      const lower = 1 - one.higher - one.equal;
      return titled(others.length > 1 ? `${outcome.label}, ${arm}` : outcome.label, Plot.plot({
        width: each, height: 190, marginLeft: 52, marginBottom: 22, marginTop: 12, marginRight: 12, style,
        x: { label: null, ticks: 5, tickFormat: tick },
        y: { label: "pairs, %", labelAnchor: "center", labelArrow: "none", percent: true, grid: true, nice: true, ticks: 5, tickFormat: tick, domain: [0, 100 * top] },
        marks: [
          Plot.rectY(bars, { x1: "low", x2: "high", y: "share", fill: "#9cb8cc", stroke: "white", strokeWidth: 0.5 }),
          Plot.ruleY([0]), Plot.ruleX([0], { strokeDasharray: "4 3" }), Plot.ruleX([one.meanDifference], { strokeWidth: 2 }),
        ],
      }), {
        above: `mean ${difference(one)}; ${[["lower", lower], ["equal", one.equal], ["higher", one.higher]].filter(([word, share]) => word !== "equal" || share > 0)
          .map(([word, share]) => `${word}\u00a0in\u00a0${percent(share)}\u00a0%`).join(", ")}`,
        below: `${arm} less ${first}, ${scale(outcome)}`,
      });
    });
  });

  // Whole numbers have a bar each; null where some are no whole numbers, as of a mean of counts. A bin holds its number and little more.
  function lattice({ edges, atOrBelow }) {
    if (edges.some(edge => Math.abs(edge - Math.round(edge)) > 0.004 * Math.abs(edge) + 1e-6)) return null;
    const n = atOrBelow.at(-1);
    return edges.map((edge, i) => ({ low: Math.round(edge) - 0.5, high: Math.round(edge) + 0.5, share: (atOrBelow[i] - (atOrBelow[i - 1] ?? 0)) / n })).filter(bar => bar.low !== -0.5 && bar.share > 0);
  }

  // Counts in bins of any width become shares in equal bins; within a bin of the document rows are taken as evenly spread. Pairs that are
  // equal lie on one spot: they are told of in words, and no bar spreads them.
  function rebinned({ edges, atOrBelow }, equal) {
    const n = atOrBelow.at(-1), known = edges.map((edge, i) => [edge, atOrBelow[i] / n - (edge >= 0 ? equal : 0)]);
    // Few rows stand each at its own edge: nothing lies between. Of many the outermost are left out, and those kept are spread over their bins.
    const few = n <= 4 * edges.length;
    const within = known.filter(([, share]) => few || (share > 0.002 && share < 0.998 - equal)).map(([edge]) => edge);
    if (within.length < 2) return [{ low: edges[0] - 0.5, high: edges.at(-1) + 0.5, share: 1 - equal }];
    const [low, , step] = d3.nice(within[0], within.at(-1), 30).concat(d3.tickStep(within[0], within.at(-1), 30));
    const at = x => {
      const i = d3.bisectLeft(edges, x);
      if (i === 0) return x < edges[0] ? 0 : known[0][1];
      if (i === edges.length) return known.at(-1)[1];
      if (few) return edges[i] === x ? known[i][1] : known[i - 1][1];
      return known[i - 1][1] + (known[i][1] - known[i - 1][1]) * (x - edges[i - 1]) / (edges[i] - edges[i - 1]);
    };
    const count = Math.ceil((within.at(-1) - low) / step);
    return d3.range(count).map(i => ({ low: low + i * step, high: low + (i + 1) * step })).map(bar => ({ ...bar, share: at(bar.high) - at(bar.low) }));
  }
}
