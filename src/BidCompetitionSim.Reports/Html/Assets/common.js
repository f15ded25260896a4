"use strict";
// Draws the figures of a report from the document it carries. Every text goes into the page as text, never as markup.
const report = (() => {
  // Signs that are not seen but turn the text around them are made seen.
  const visible = text => text.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, sign => `[U+${sign.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}]`);
  const read = id => JSON.parse(document.getElementById(id).textContent, (_, value) => typeof value === "string" ? visible(value) : value);

  const result = read("document"), scene = read("scene"), land = read("land");
  const point = result.points[0];
  for (const measure of result.measures) [measure.family, measure.direction] = [measure.family.toLowerCase(), measure.direction.toLowerCase()];
  const measures = new Map(result.measures.map(measure => [measure.id, measure]));
  const outcomes = result.outcomes.map(id => measures.get(id)).filter(Boolean);
  // Of many outcomes some figures show the scores alone.
  const told = outcomes.length > 4 && outcomes.some(outcome => outcome.family === "score") ? outcomes.filter(outcome => outcome.family === "score") : outcomes;
  const [first, ...others] = scene.arms;
  const by = (list, keys) => list?.find(one => Object.keys(keys).every(key => one[key] === keys[key]));

  // Okabe and Ito's colours, which most colour-blind readers can tell apart; dashes, marks and letters say the same without colour.
  const looks = [
    { color: "#000000", dash: null, symbol: "circle", slope: 45 }, { color: "#0072b2", dash: "7 3", symbol: "triangle", slope: -45 },
    { color: "#d55e00", dash: "2 2", symbol: "square", slope: 0 }, { color: "#009e73", dash: "9 3 2 3", symbol: "diamond", slope: 90 },
    { color: "#cc79a7", dash: "1 3", symbol: "star", slope: 20 }, { color: "#8c6d00", dash: "12 4", symbol: "wye", slope: -20 },
  ];
  const lookOf = arm => looks[Math.max(0, scene.arms.indexOf(arm)) % looks.length];
  const sponsorLooks = [{ color: "#c04a00", dash: null }, { color: "#0067a5", dash: "8 4" }, { color: "#00785a", dash: "2 3" }, { color: "#8c4a78", dash: "10 3 2 3" }];
  const sponsors = new Map(scene.sponsors.map((sponsor, i) => [sponsor.id, { ...sponsor, ...sponsorLooks[i % sponsorLooks.length] }]));
  const winner = id => sponsors.get(id) ?? { id, name: id, letter: "–", color: "#767676", dash: "1 4" };

  // Numbers as the tables have them: to the second digit of the interval's half-width.
  const decimals = (value, digits) => value === 0 || !isFinite(value) ? 0 : Math.min(9, Math.max(0, digits - 1 - Math.floor(Math.log10(Math.abs(value)))));
  const fixed = (value, places) => {
    const text = value.toLocaleString("en-US", { minimumFractionDigits: places, maximumFractionDigits: places });
    return /[1-9]/.test(text) ? text.replace("-", "−") : text.replace("-", "");
  };
  const signed = (value, places) => (value > 0 && /[1-9]/.test(fixed(value, places)) ? "+" : "") + fixed(value, places);
  const number = (value, digits = 3) => value == null ? "–" : fixed(value, decimals(value, digits));
  const difference = ({ meanDifference: mean, ci95: ci }) => {
    if (!ci || !(ci.high > ci.low)) return signed(mean, decimals(mean, 3));
    let places = decimals((ci.high - ci.low) / 2, 2);
    // An interval that leaves out 0 must be seen to.
    if (ci.low > 0 || ci.high < 0) while (places < 9 && !/[1-9]/.test(fixed(Math.min(Math.abs(ci.low), Math.abs(ci.high)), places))) places++;
    return signed(mean, places);
  };
  const percent = share => share > 0 && share < 0.005 ? "<1" : share < 1 && share > 0.995 ? ">99" : String(Math.round(share * 100));
  const unit = measure => ["1", "count", ""].includes(measure.unit ?? "") ? "" : measure.unit;
  // What an axis of the measure counts in.
  const scale = measure => unit(measure) || (measure.unit === "count" ? "number" : "share or ratio");
  // The label of a state's or a year's measure ends in its name.
  const general = measure => measure.subject ? measure.label.replace(/, [^,]*$/, "") : measure.label;
  const heading = measure => unit(measure) ? `${measure.label}, ${unit(measure)}` : measure.label;
  const tick = value => fixed(value, decimals(value, Math.abs(value) >= 100 ? 4 : 3)).replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");

  // The rule of the text: the p value, adjusted where it is, is below 0.05, and the interval leaves out 0.
  const clear = one => one.ci95 != null && one.equal !== 1 && (one.pAdjusted ?? one.pValue ?? 1) < 0.05 && (one.ci95.low > 0 || one.ci95.high < 0);

  const svg = (tag, attributes = {}, ...children) => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) if (value != null) node.setAttribute(name, value);
    node.append(...children);
    return node;
  };
  const html = (tag, attributes = {}, ...children) => {
    const node = document.createElement(tag);
    Object.assign(node, attributes);
    node.append(...children);
    return node;
  };

  // A plot with its title above, and with what may be long above and below it as text, which breaks into lines where a label in a drawing would not.
  const titled = (title, node, { above, below } = {}) => {
    const line = text => text ? [html("p", { className: "axis", textContent: text })] : [];
    const block = html("div", {}, html("h3", { textContent: title }), ...line(above), node, ...line(below));
    block.style.width = `${node.getAttribute("width")}px`;
    return block;
  };
  // Wide ones break into as many columns as there is room for.
  const columns = (width, wanted, least) => {
    const count = Math.max(1, Math.min(wanted, Math.floor((width + 24) / (least + 24))));
    return Math.floor((width - 24 * (count - 1)) / count);
  };
  const style = { fontSize: "12px", fontFamily: "inherit", background: "none", overflow: "visible" };

  // Names that are short enough to stand at the lines themselves.
  const brief = scene.arms.length <= 2 && scene.arms.every(arm => arm.length <= 15);
  // What each arm looks like, with a piece of its line.
  const key = arms => html("p", { className: "key" }, ...arms.map(arm => {
    const { color, dash, symbol } = lookOf(arm);
    return html("span", {}, svg("svg", { width: 44, height: 12, "aria-hidden": "true" },
      svg("line", { x1: 0, x2: 44, y1: 6, y2: 6, stroke: color, "stroke-width": 2, "stroke-dasharray": dash }),
      svg("path", { d: d3.symbol(Plotted[symbol] ?? d3.symbolCircle, 40)(), transform: "translate(22,6)", fill: color })), arm);
  }));
  const Plotted = { circle: d3.symbolCircle, triangle: d3.symbolTriangle, square: d3.symbolSquare, diamond: d3.symbolDiamond, star: d3.symbolStar, wye: d3.symbolWye };

  const figures = [];
  const figure = (id, draw) => figures.push({ id, draw, width: 0 });
  const drawAll = paper => {
    for (const one of figures) {
      const canvas = document.querySelector(`#${one.id} .canvas`);
      const width = canvas ? paper ?? canvas.clientWidth : 0;
      if (width === 0 || width === one.width) continue;
      one.width = width;
      canvas.replaceChildren(...[one.draw(width)].flat().filter(Boolean));
    }
  };
  return { result, scene, land, point, measures, outcomes, told, first, others, by, looks, lookOf, sponsors, winner, fixed, signed, number, difference, percent,
    unit, scale, brief, general, heading, tick, clear, svg, html, titled, columns, style, key, figure, drawAll, decimals };
})();
