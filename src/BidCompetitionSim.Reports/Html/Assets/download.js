// Links that hand the numbers over as files, made here: nothing is fetched.
{
  const { result, html } = report;
  // A text that a spreadsheet would take for a formula is marked as text.
  const cell = value => value == null ? "" : typeof value === "number" ? String(value) : `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;
  const head = ["kind", "point", "from", "arm", "subject", "measure", "n", "value", "sd", "low95", "high95", "p", "pAdjusted"];
  const rows = result.points.flatMap(point => [
    ...point.arms.flatMap(arm => arm.measures.map(one => ["mean", point.point, null, arm.arm, null, one.measure, one.n, one.mean, one.sd, one.ci95?.low, one.ci95?.high, null, null])),
    ...point.pairs.flatMap(pair => pair.measures.map(one => ["difference", point.point, pair.from, pair.to, null, one.measure, one.n, one.meanDifference, one.sd, one.ci95?.low, one.ci95?.high, one.pValue, one.pAdjusted])),
    ...point.segments.flatMap(row => row.winners.map(one => ["winner", point.point, null, row.arm, `${row.segment}/${one.id}`, "share", row.rows, one.share, null, one.ci95.low, one.ci95.high, null, null])),
    ...point.junctions.map(row => ["clash", point.point, null, row.arm, row.junction, "share", null, row.clash.share, null, row.clash.ci95.low, row.clash.ci95.high, null, null]),
  ]);
  const csv = [head, ...rows].map(row => row.map(cell).join(",")).join("\r\n") + "\r\n";
  const link = (text, name, type, content) => html("a", { textContent: text, download: name, href: URL.createObjectURL(new Blob([content], { type })) });
  const name = `bidsim-${result.experiment.replace(/[^\w-]/g, "")}`;
  const place = document.getElementById("downloads");
  place.append(link("Download these numbers as CSV", `${name}.csv`, "text/csv", csv), link("as JSON", `${name}.json`, "application/json", document.getElementById("document").textContent));
  place.hidden = false;

  report.drawAll();
  let waiting = 0;
  new ResizeObserver(() => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(() => report.drawAll()); }).observe(document.querySelector("main"));
  // Drawn anew for A4, so that letters keep their size: 180 mm less a hair, in CSS pixels.
  addEventListener("beforeprint", () => report.drawAll(676));
  addEventListener("afterprint", () => report.drawAll());
}
