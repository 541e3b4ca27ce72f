"use strict";
/* The page of a network: vis-network draws, this file does the rest. Names reach the page as text nodes and canvas text only. */
(() => {
  const byId = (id) => document.getElementById(id);
  const table = byId("table");
  table.open = false; // first of all: the browser need not lay it out
  const data = JSON.parse(byId("data").textContent);
  const INK = "#1a1a1a";
  const FONT = '"Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, "Liberation Sans", sans-serif';
  const LABELS = 40; // names on opening of a large network; of one of up to so many marks all that have room
  const ALL_LABELS = 200;
  const WEIGHTY = 12; // so many that matter most are named also where it is narrow
  const MOST_TOLD = 20; // marks without a name that are told below the printed picture
  const CLEAR = 16; // so far from a name, another mark is not taken for its own
  const SHORT = 34; // characters of a name where it has no room for more; the panel has all
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;

  const kinds = new Map(data.kinds.map((kind, i) => [kind.slug, { ...kind, i }]));
  const levels = new Map(data.levels.map((level, i) => [level.slug, { ...level, i }]));
  const editions = new Map(data.editions.map((edition, i) => [edition.slug, { ...edition, i }]));
  const nodes = new Map(data.nodes.map((node) => [node.id, { ...node, ties: [] }]));
  const ties = new Map(data.edges.map((tie, i) => [tie.id, { ...tie, row: i }]));
  for (const tie of ties.values()) {
    tie.a = nodes.get(tie.from);
    tie.b = nodes.get(tie.to);
    tie.a.ties.push(tie);
    if (tie.b !== tie.a) tie.b.ties.push(tie);
  }
  const otherEnd = (tie, node) => (tie.a === node ? tie.b : tie.a);
  const levelOf = (slug) => levels.get(slug) || { label: slug || "tie", i: levels.size };
  const editionOf = (slug) => (editions.get(slug) || { label: slug }).label;
  const count = (n, one, many) => `${n} ${n === 1 ? one : many}`;
  const times = (n) => (n === 1 ? "once" : n === 2 ? "twice" : `${n} times`);
  // First-strong isolates keep a right-to-left name from turning the sentence around it.
  const apart = (name) => `\u2068${name}\u2069`;

  // ------------------------------------------------------------ elements

  function make(tag, properties = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) {
      if (name === "click") element.addEventListener("click", value);
      else if (value !== undefined) element.setAttribute(name, value);
    }
    element.append(...children.filter((child) => child !== "" && child != null));
    return element;
  }
  const name = (text) => make("bdi", {}, text);
  const button = (text, click, properties = {}) => make("button", { type: "button", click, ...properties }, text);

  function svg(tag, properties, ...children) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [key, value] of Object.entries(properties)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }

  const OUTLINES = {
    diamond: (x, y, r) => `M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`,
    square: (x, y, r) => `M${x - r} ${y - r}h${2 * r}v${2 * r}h${-2 * r}Z`,
    triangle: (x, y, r) => `M${x} ${y - r}L${x + r} ${y + 0.75 * r}H${x - r}Z`,
    triangleDown: (x, y, r) => `M${x} ${y + r}L${x + r} ${y - 0.75 * r}H${x - r}Z`,
    hexagon: (x, y, r) => `M${x + r} ${y}L${x + r / 2} ${y + 0.87 * r}H${x - r / 2}L${x - r} ${y}L${x - r / 2} ${y - 0.87 * r}H${x + r / 2}Z`,
    dot: (x, y, r) => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`,
  };
  const outline = (shape, x, y, r) => (OUTLINES[shape] || OUTLINES.dot)(x, y, r);

  function mark(node) {
    const kind = kinds.get(node.kind);
    const path = svg("path", { d: outline(kind.shape, 8, 8, 6.5), fill: kind.colour, stroke: INK });
    return svg("svg", { class: "mark", viewBox: "0 0 16 16", "aria-hidden": "true" }, path);
  }

  // ------------------------------------------------------------ what the filters let through

  const off = { kind: new Set(), level: new Set(), edition: new Set() };
  const choices = { kind: data.kinds, level: data.levels, edition: data.editions };
  let chosen = null; // {node} or {tie}
  let hovered = null;

  function passes(tie, context, without) {
    return (without === "level" || !off.level.has(context.level)) &&
      (without === "edition" || !off.edition.has(data.places[context.place].edition));
  }
  // A tie without contexts (added by hand in a notebook) has its level only.
  const contextsOf = (tie, without) => tie.contexts.filter((context) => passes(tie, context, without));
  const bare = (tie, without) => !tie.contexts.length && (without === "level" || !off.level.has(tie.level));

  function sift() {
    for (const tie of ties.values()) {
      tie.shownContexts = contextsOf(tie);
      tie.times = tie.contexts.length ? tie.shownContexts.length : bare(tie) ? tie.weight || 1 : 0;
      tie.best = tie.shownContexts.reduce((best, context) => Math.min(best, levelOf(context.level).i),
        tie.contexts.length ? Infinity : levelOf(tie.level).i);
    }
    for (const node of nodes.values()) {
      const was = !node.editions || !node.editions.length || node.editions.some((edition) => !off.edition.has(edition));
      const untied = !node.ties.length && was && !off.level.size;
      node.shown = !off.kind.has(node.kind) && (untied || node.ties.some((tie) => tie.times));
    }
    for (const tie of ties.values()) tie.shown = tie.times > 0 && tie.a.shown && tie.b.shown;
  }

  const width = (n) => [1.2, 2.6, 4.4][Math.min(n, 3) - 1] || 1.2;
  const strongestFirst = (a, b) => a.best - b.best || b.times - a.times;

  // ------------------------------------------------------------ the picture

  byId("without").hidden = true;
  byId("tools").hidden = byId("picture").hidden = byId("panel").hidden = false;
  const VIS = new Set(["id", "x", "y", "size", "shape", "color", "title", "font", "image", "value", "group", "physics", "fixed", "mass",
    "borderWidth", "from", "to", "width", "dashes", "smooth", "arrows", "length"]);
  const forVis = (item) => Object.fromEntries(Object.entries(item).filter(([key]) => VIS.has(key)));
  const visNodes = new vis.DataSet(data.nodes.map(forVis));
  const visEdges = new vis.DataSet(data.edges.map(forVis));
  const picture = byId("picture");
  const network = new vis.Network(picture, { nodes: visNodes, edges: visEdges }, data.options);
  window.network = network; // as on pyvis's own page
  const frame = picture.querySelector(".vis-network");
  frame.setAttribute("role", "group");
  frame.setAttribute("aria-label", "Picture of the network. Arrow keys move it, plus and minus zoom, 0 fits it. " +
    "The search and the table of all ties give the same without the picture.");
  picture.append(make("p", { class: "empty", id: "empty", hidden: "" }, nodes.size ? "Nothing passes the filters." : "There is nothing to show."));

  function inFocus() {
    if (!chosen) return null;
    if (chosen.tie) return new Set([chosen.tie.a, chosen.tie.b]);
    const near = chosen.node.ties.filter((tie) => tie.shown).map((tie) => otherEnd(tie, chosen.node));
    return new Set([chosen.node, ...near]);
  }
  const tieInFocus = (tie) => !chosen || (chosen.tie ? chosen.tie === tie : tie.a === chosen.node || tie.b === chosen.node);

  const sent = new Map();
  function changed(item, look) {
    const text = JSON.stringify(look);
    if (sent.get(item) === text) return false;
    sent.set(item, text);
    return true;
  }

  function paint() {
    const focus = inFocus();
    const nodeLooks = [];
    for (const node of nodes.values()) {
      const look = { hidden: !node.shown, opacity: !focus || focus.has(node) ? 1 : 0.16 };
      if (changed(node, look)) nodeLooks.push({ id: node.id, ...look });
    }
    const edgeLooks = [];
    for (const tie of ties.values()) {
      const clear = tieInFocus(tie);
      const own = tie.color && typeof tie.color === "object" ? tie.color : { color: tie.color || "#767676" };
      const look = { hidden: !tie.shown, width: tie.contexts.length ? width(tie.times) : tie.width || 1,
        color: { ...own, opacity: clear ? 1 : 0.1 } };
      if (changed(tie, look)) edgeLooks.push({ id: tie.id, ...look });
    }
    visNodes.update(nodeLooks);
    visEdges.update(edgeLooks);
    network.redraw();
  }

  function fit() {
    const shown = [...nodes.values()].filter((node) => node.shown);
    if (!shown.length) return;
    const view = viewOf(shown, 1.3);
    opening = view.scale;
    network.moveTo({ ...view, animation: false });
  }
  function viewOf(some, largest) {
    const box = boundsOf(some);
    // Room at the sides for the names of the outermost marks.
    const width = frame.clientWidth - Math.min(150, frame.clientWidth / 4);
    const scale = Math.min(width / box.width, (frame.clientHeight - 60) / box.height, largest);
    return { position: { x: box.x + box.width / 2, y: box.y + box.height / 2 }, scale };
  }
  function bringIntoView() {
    const focus = [...inFocus()].filter((node) => node.shown);
    if (!focus.length) return;
    network.moveTo({ ...viewOf(focus, Math.max(1.6 * opening, network.getScale())), animation: still ? false : { duration: 350 } });
  }
  function boundsOf(some) {
    const spots = Object.values(network.getPositions(some.map((node) => node.id)));
    const [xs, ys] = [spots.map((spot) => spot.x), spots.map((spot) => spot.y)];
    const [x, y] = [Math.min(...xs), Math.min(...ys)];
    return { x, y, width: Math.max(1, Math.max(...xs) - x), height: Math.max(1, Math.max(...ys) - y) };
  }
  let opening = 1;

  // ------------------------------------------------------------ labels: of a fixed size on the screen, never on one another

  for (const node of nodes.values()) {
    node.whole = node.label.replace(/\s+/g, " ");
    node.short = shorten(node);
  }
  /* A long name is its acronym, or else its beginning. */
  function shorten({ whole, aliases }) {
    const letters = [...whole];
    if (letters.length <= SHORT) return whole;
    const acronym = (aliases || []).find((alias) => /^[^\p{Lu}\s]*\p{Lu}\S*\p{Lu}\S*$/u.test(alias) && alias.length < 12);
    return acronym || letters.slice(0, SHORT - 1).join("").trimEnd() + "…";
  }
  const measured = new Map();
  const pen = document.createElement("canvas").getContext("2d");
  function measure(text, font) {
    const key = font + text;
    if (!measured.has(key)) {
      pen.font = font;
      measured.set(key, pen.measureText(text).width);
    }
    return measured.get(key);
  }
  const overlap = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
  /* How far a box is from the rim of a mark; less than 0 where it covers the mark. */
  const gap = (box, { x, y, r }) => Math.hypot(Math.max(box.x - x, 0, x - box.x - box.w), Math.max(box.y - y, 0, y - box.y - box.h)) - r;

  /* What lies near a box, without going through all. */
  function squares(side) {
    const found = new Map();
    const some = (box, margin, test) => {
      const [last, lowest] = [(box.x + box.w + margin) / side, (box.y + box.h + margin) / side];
      for (let i = Math.floor((box.x - margin) / side); i <= last; i++)
        for (let j = Math.floor((box.y - margin) / side); j <= lowest; j++) if (test(i * 4096 + j)) return true;
      return false;
    };
    return {
      add: (box, item) => some(box, 0, (key) => { (found.get(key) || found.set(key, []).get(key)).push(item); }),
      remove: (box, item) => some(box, 0, (key) => { found.set(key, found.get(key).filter((other) => other !== item)); }),
      some: (box, margin, test) => some(box, margin, (key) => (found.get(key) || []).some(test)),
    };
  }

  /* view: {spot(node) -> {x, y}, scale, width, height, size, most} in the units of what is drawn on. */
  function placeLabels(view) {
    const focus = inFocus();
    const spots = new Map();
    const marks = squares(64);
    for (const node of nodes.values()) {
      if (!node.shown) continue;
      const { x, y } = view.spot(node);
      const r = (node.size || 10) * view.scale + 1;
      if (x <= -r || y <= -r || x >= view.width + r || y >= view.height + r) continue;
      spots.set(node, { x, y, r });
      if (!focus || view.paper || focus.has(node)) marks.add({ x: x - r, y: y - r, w: 2 * r, h: 2 * r }, node);
    }
    const must = new Set([hovered, ...(chosen ? (chosen.node ? [chosen.node] : [chosen.tie.a, chosen.tie.b]) : [])]);
    const rank = (node) => (must.has(node) ? 1e9 : 0) + (node.weight || 0) * 100 + node.ties.length;
    const wanted = [...spots.keys()].filter((node) => must.has(node) || !focus || focus.has(node))
      .sort((a, b) => rank(b) - rank(a)).slice(0, view.most);
    const room = { view, spots, marks, labels: squares(64), placed: new Map(), weighty: new Set(wanted.slice(0, WEIGHTY)) };
    const put = (node, box) => { room.placed.set(node, box); room.labels.add(box, node); };
    const left = [];
    for (const node of wanted) {
      let box = free(node, room, must.has(node));
      if (!box && must.has(node)) box = beside(node, room, true)[0]; // what is chosen has its name in any case
      if (box) put(node, box);
      else left.push(node);
    }
    for (const node of left) makeRoom(node, room, must, put);
    for (const [node, box] of room.placed) {
      const whole = node.short !== node.whole && free(node, room, must.has(node), null, true);
      if (whole) {
        room.labels.remove(box, node);
        put(node, whole);
      }
    }
    if (!view.paper) for (const [node, box] of room.placed) node.side = box.side;
    return [...room.placed.values()];
  }

  const withMargin = (box) => ({ ...box, x: box.x - 4, w: box.w + 8 }); // two names side by side are not to read as one
  function blockers(box, node, { labels, placed }) {
    const found = new Set();
    const wide = withMargin(box);
    labels.some(wide, 0, (other) => { if (other !== node && overlap(wide, placed.get(other))) found.add(other); });
    return [...found];
  }

  /* The first place of a name on which no other name stands, nor what is to come there. */
  function free(node, room, bold, coming, whole) {
    for (const box of boxesOf(node, room, bold, whole)) {
      if (!(coming && overlap(withMargin(box), coming)) && !blockers(box, node, room).length) return box;
    }
    return null;
  }

  /* A name that finds no place gets one where a single other name can step aside. */
  function makeRoom(node, room, must, put) {
    for (const box of boxesOf(node, room, false)) {
      const [other, ...more] = blockers(box, node, room);
      if (other && (more.length || must.has(other))) continue;
      if (other) {
        const was = room.placed.get(other);
        room.labels.remove(was, other);
        const elsewhere = free(other, room, false, box);
        put(other, elsewhere || was);
        if (!elsewhere) continue;
      }
      put(node, box);
      return;
    }
  }

  /* The places of a name: inside the picture, and nearer to its own mark than to any other; the best first. */
  function* boxesOf(node, room, bold, whole) {
    const { view, spots, marks } = room;
    const own = spots.get(node);
    const boxes = beside(node, room, bold, whole)
      .filter((box) => box.x >= 2 && box.y >= 2 && box.x + box.w <= view.width - 2 && box.y + box.h <= view.height - 2);
    const rated = (box) => {
      if (box.lead !== undefined) return box;
      box.clear = CLEAR;
      marks.some(box, CLEAR, (other) => {
        if (other !== node) box.clear = Math.min(box.clear, gap(box, spots.get(other)));
        return box.clear <= 0;
      });
      box.lead = box.clear - Math.max(gap(box, own), 0);
      return box;
    };
    // The place it had, if it is still free: labels that jump are hard to read. Then those that no other mark could claim.
    const had = view.paper ? null : boxes.find((box) => box.side === node.side);
    // What matters most may stand close to another mark; on the screen, where one can look closer, even touch its rim.
    const close = room.weighty.has(node) ? [[0, 0.5], ...(view.paper ? [] : [[-2, -4]])] : [];
    const order = [[CLEAR, 2], [0, 4], [0, 2], ...close];
    if (had && rated(had).lead > order.at(-1)[1]) yield had;
    for (const [clear, lead] of order) {
      for (const box of boxes) if (rated(box).clear >= clear && box.lead > lead) yield box;
    }
  }

  function beside(node, { view, spots }, bold, whole) {
    const { x, y, r } = spots.get(node);
    const font = `${bold ? "600 " : ""}${view.size}px ${FONT}`;
    const d = r * 0.72;
    return folded(whole ? node.whole : node.short).flatMap((lines, n) => {
      const w = Math.max(...lines.map((line) => measure(line, font)));
      const h = view.size * 1.25 * lines.length;
      const [below, above] = [y + r + 1, y - r - 1 - h];
      const near = [[x + r + 3, y - h / 2, 0], [x - r - 3 - w, y - h / 2, 1], [x - w / 2, below, 0.5], [x - w / 2, above, 0.5],
        [x + d + 2, y + d, 0], [x + d + 2, y - d - h, 0], [x - d - 2 - w, y + d, 1], [x - d - 2 - w, y - d - h, 1],
        [x - r, below, 0], [x - r, above, 0], [x + r - w, below, 1], [x + r - w, above, 1]];
      // A little farther off; the mark that it is nearest to is still its own.
      const far = [[x + r + 8, y - h - 1, 0], [x + r + 8, y + 1, 0], [x - r - 8 - w, y - h - 1, 1], [x - r - 8 - w, y + 1, 1],
        [x - w / 2, below + 6, 0.5], [x - w / 2, above - 6, 0.5], [x + r + 14, y - h / 2, 0], [x - r - 14 - w, y - h / 2, 1],
        [x - r, above - 6, 0], [x + r - w, above - 6, 1], [x - r, below + 6, 0], [x + r - w, below + 6, 1]];
      return [...near, ...far].map(([left, top, align], i) => ({ x: left, y: top, w, h, side: n * 24 + i, lines, font, bold, align, node }));
    });
  }

  /* A name on one line, on two, and a long one on three, as narrow as they can be. */
  const foldings = new Map();
  function folded(text) {
    if (foldings.has(text)) return foldings.get(text);
    const most = text.length > SHORT ? 3 : 2;
    const found = new Map(); // by their number: a name of few words has not so many lines
    for (let wide = Math.ceil(text.length / most); wide <= text.length || !found.size; wide++) {
      const lines = wrapped(text, wide);
      if (lines.length <= most && !found.has(lines.length)) found.set(lines.length, lines);
    }
    foldings.set(text, [...found.values()].reverse());
    return foldings.get(text);
  }
  function wrapped(text, wide) {
    const lines = [];
    for (const word of text.split(" ")) {
      const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
      if (lines.length && longer.length <= wide) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines;
  }

  /* The lines of a label, each with where it begins. */
  const linesOf = (label, size) => label.lines.map((text, i) => {
    const spare = label.w - measure(text, label.font);
    return { text, x: label.x + spare * label.align, y: label.y + size * (0.98 + 1.25 * i) };
  });

  network.on("beforeDrawing", (context) => {
    const ringed = chosen ? (chosen.node ? [chosen.node] : [chosen.tie.a, chosen.tie.b]) : [];
    const where = network.getPositions(ringed.map((node) => node.id));
    context.fillStyle = "#ffe08a";
    for (const node of ringed.filter((one) => one.shown)) {
      context.beginPath();
      context.arc(where[node.id].x, where[node.id].y, (node.size || 10) * 1.15 + 7 / network.getScale(), 0, 7);
      context.fill();
    }
  });

  network.on("afterDrawing", (context) => {
    const scale = network.getScale();
    const where = network.getPositions();
    const ratio = context.canvas.width / context.canvas.clientWidth || 1;
    const view = { spot: (node) => network.canvasToDOM(where[node.id]), scale, size: 13,
      width: context.canvas.clientWidth, height: context.canvas.clientHeight, most: nodes.size <= ALL_LABELS ? Infinity : LABELS * Math.max(1, (scale / opening) ** 2) };
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.textAlign = "left";
    context.textBaseline = "alphabetic";
    context.lineJoin = "round";
    context.lineWidth = 4;
    for (const label of placeLabels(view)) {
      context.font = label.font;
      context.strokeStyle = "rgba(255,255,255,.92)";
      context.fillStyle = INK;
      const lines = linesOf(label, view.size);
      for (const { text, x, y } of lines) context.strokeText(text, x, y);
      for (const { text, x, y } of lines) context.fillText(text, x, y);
    }
    context.restore();
  });

  // ------------------------------------------------------------ the panel

  const panel = byId("panel");
  const search = byId("search");
  const say = (text) => { byId("status").textContent = text; };

  function placeText(place, ...more) {
    const edition = editionOf(place.edition);
    return [place.when, place.pages, place.where.endsWith(edition) ? "" : edition, ...more].filter(Boolean).join(", ");
  }

  /* onPicture: chosen with the mouse, so the eyes are on the picture: it stays, and the focus too. */
  function choose(next, { onPicture = false } = {}) {
    const focusGoes = panel.contains(document.activeElement);
    chosen = next;
    paint();
    if (next && !onPicture) bringIntoView();
    showPanel();
    panel.scrollTop = 0;
    if (!next) say("Nothing chosen.");
    else if (next.node) say(`${apart(next.node.label)}: ${count(next.node.ties.filter((tie) => tie.shown).length, "tie", "ties")} shown.`);
    else say(`Tie between ${apart(next.tie.a.label)} and ${apart(next.tie.b.label)}: ${times(next.tie.times)}.`);
    if (next && (focusGoes || !onPicture)) panel.querySelector("h2").focus();
    else if (focusGoes) search.focus();
  }

  function showPanel() {
    panel.classList.toggle("chosen", Boolean(chosen));
    panel.replaceChildren(...(!chosen ? howToRead() : chosen.node ? aboutNode(chosen.node) : aboutTie(chosen.tie)));
  }

  const heading = (...children) => make("div", { class: "top" }, make("h2", { tabindex: "-1" }, ...children),
    button("Close", () => choose(null)));
  const list = (className, items) => make("ul", { class: className }, ...items);

  function howToRead() {
    const shown = [...nodes.values()].filter((node) => node.shown);
    const tiesOf = (node) => node.ties.filter((tie) => tie.shown).length;
    const top = shown.map((node) => [node, tiesOf(node)]).filter(([, n]) => n).sort((a, b) => b[1] - a[1]).slice(0, 10);
    return [
      make("h2", { tabindex: "-1" }, "How to read this"),
      list("steps", ["Choose a mark or a line, or find a name: its evidence appears here.",
        "Drag a mark to move it, drag the ground to move all, turn the wheel to zoom.",
        "The picture stands still until you let it move."].map((text) => make("li", {}, text))),
      make("h3", {}, top.length ? `Most ties${anyOff() ? " with these filters" : ""}` : ties.size ? "No tie passes the filters" : "There are no ties"),
      list("ties", top.map(([node, n]) => make("li", {}, button("", () => choose({ node })))).map((item, i) => {
        const [node, n] = top[i];
        item.firstChild.append(name(node.label), make("span", { class: "n" }, count(n, "tie", "ties")));
        if (node.lines && node.lines.length) item.firstChild.append(make("small", {}, name(node.lines[0])));
        return item;
      })),
    ];
  }

  function hiddenHint(text) {
    return make("p", { class: "hint" }, text, " ", button("Clear all filters", clearFilters, { class: "link" }));
  }

  function aboutNode(node) {
    const shown = node.ties.filter((tie) => tie.shown).sort((a, b) =>
      strongestFirst(a, b) || otherEnd(a, node).label.localeCompare(otherEnd(b, node).label, document.documentElement.lang));
    const aliases = (node.aliases || []).filter((alias) => alias !== node.label);
    const parts = [make("p", { class: "what" }, mark(node), name(kinds.get(node.kind).one)), heading(name(node.label))];
    for (const text of node.lines || []) parts.push(make("p", {}, name(text)));
    if (aliases.length) {
      const also = aliases.flatMap((alias, i) => [i ? ", " : "", name(alias)]);
      parts.push(make("p", { class: "soft" }, "Also printed: ", ...also));
    }
    if (!node.shown) parts.push(hiddenHint("Not in the picture with these filters."));
    if (node.appearances.length) {
      parts.push(make("h3", {}, count(node.appearances.length, "appearance", "appearances")));
      parts.push(list("evidence", node.appearances.map((appearance) => {
        const place = data.places[appearance.place];
        return make("li", {}, make("strong", {}, name(place.where)),
          appearance.role && make("span", {}, name(appearance.role)),
          make("small", {}, name(placeText(place, appearance.basis))));
      })));
    }
    const of = shown.length < node.ties.length ? ` of ${node.ties.length}` : "";
    parts.push(make("h3", {}, shown.length || of ? `${shown.length}${of} ${node.ties.length === 1 ? "tie" : "ties"}, strongest first` : "No tie"));
    parts.push(list("ties", shown.map((tie) => make("li", {}, tieButton(tie, otherEnd(tie, node))))));
    if (of && node.shown) parts.push(hiddenHint("The filters hide the others."));
    return parts;
  }

  function tieButton(tie, other) {
    const made = button("", () => choose({ tie }));
    made.append(name(other.label), make("span", { class: "n" }, times(tie.times)),
      make("small", {}, name(strongest(tie))));
    return made;
  }
  const strongest = (tie) => (data.levels[tie.best] || levelOf(tie.level)).label;

  function aboutTie(tie) {
    const end = (node) => button("", () => choose({ node }), { class: "link" });
    const a = end(tie.a);
    const b = end(tie.b);
    a.append(name(tie.a.label));
    b.append(name(tie.b.label));
    const parts = [make("p", { class: "what" }, mark(tie.a), mark(tie.b), "tie"), heading(a, " – ", b)];
    const hiddenCount = tie.contexts.length - tie.shownContexts.length;
    if (!tie.shown) parts.push(hiddenHint("Not in the picture with these filters."));
    if (!tie.contexts.length) parts.push(make("p", {}, name(levelOf(tie.level).label)));
    else parts.push(make("h3", {}, `Evidence: ${count(tie.shownContexts.length, "place", "places")} in the reports`));
    parts.push(list("evidence", tie.shownContexts.map((context) => {
      const place = data.places[context.place];
      return make("li", {}, make("span", { class: "soft" }, name(levelOf(context.level).label)), make("strong", {}, name(place.where)),
        context.roles && make("span", {}, name(context.roles)), make("span", {}, name(placeText(place))),
        make("small", {}, name([context.basis, context.span].filter(Boolean).join(", "))));
    })));
    if (hiddenCount && tie.shown) parts.push(hiddenHint(`${hiddenCount} more with other filters.`));
    return parts;
  }

  // ------------------------------------------------------------ filters

  const anyOff = () => off.kind.size + off.level.size + off.edition.size > 0;

  function recount() {
    const all = [...ties.values()];
    const none = () => Object.create(null); // a slug may be any text, also __proto__
    const found = { kind: none(), level: none(), edition: none() };
    for (const node of nodes.values()) found.kind[node.kind] = (found.kind[node.kind] || 0) + 1;
    // How many ties each choice has, given the other filters.
    for (const by of ["level", "edition"]) {
      for (const tie of all) {
        const slugs = tie.contexts.length
          ? contextsOf(tie, by).map((context) => (by === "level" ? context.level : data.places[context.place].edition))
          : by === "level" ? [tie.level] : [];
        for (const slug of new Set(slugs)) found[by][slug] = (found[by][slug] || 0) + 1;
      }
    }
    for (const input of document.querySelectorAll(".filters input")) {
      const slug = choices[input.name][input.value].slug;
      input.parentElement.querySelector(".n").textContent = found[input.name][slug] || 0;
      input.checked = !off[input.name].has(slug);
    }
  }

  function countsText() {
    const parts = data.kinds.map((kind) => {
      const all = [...nodes.values()].filter((node) => node.kind === kind.slug);
      return `${all.filter((node) => node.shown).length} of ${all.length} ${kind.many}`;
    });
    return `${parts.join(", ")}, ${[...ties.values()].filter((tie) => tie.shown).length} of ${ties.size} ties shown`;
  }

  function summaryText() {
    const words = { kind: "kinds", level: "levels of tie", edition: "editions" };
    const hidden = Object.keys(off).filter((by) => off[by].size)
      .map((by) => `${words[by]}: ${choices[by].filter((one) => off[by].has(one.slug)).map((one) => apart(one.many || one.label)).join("; ")}`);
    return hidden.length ? `Filtered out – ${hidden.join(" – ")}.` : "Nothing is filtered out.";
  }

  function showTable() {
    if (!table.open) return;
    for (const tie of ties.values()) {
      const row = tableRows[tie.row];
      row.hidden = !tie.shown;
      row.cells[2].firstChild.textContent = tie.shown ? strongest(tie) : "";
      row.cells[3].textContent = tie.times;
      row.querySelectorAll("li").forEach((item, i) => { item.hidden = !passes(tie, tie.contexts[i]); });
    }
  }

  function refilter(announce) {
    sift();
    recount();
    byId("counts").textContent = countsText();
    byId("summary").textContent = summaryText();
    byId("clear").disabled = !anyOff();
    byId("empty").hidden = [...nodes.values()].some((node) => node.shown);
    showTable();
    paint();
    showPanel();
    if (announce) say(`${countsText()}.`);
  }

  function clearFilters() {
    for (const set of Object.values(off)) set.clear();
    const inPanel = panel.contains(document.activeElement);
    refilter(true);
    (inPanel ? panel.querySelector("h2") : search).focus(); // the button that had the focus is gone
  }

  for (const input of document.querySelectorAll(".filters input")) {
    input.addEventListener("change", () => {
      const { slug } = choices[input.name][input.value];
      off[input.name][input.checked ? "delete" : "add"](slug);
      refilter(true);
    });
  }
  byId("clear").addEventListener("click", clearFilters);

  // ------------------------------------------------------------ search

  const LETTERS = { ß: "ss", ł: "l", ø: "o", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ı: "i" };
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[ßłøđðþæœı]/g, (letter) => LETTERS[letter]);
  const german = (text) => fold(text.normalize("NFC").replace(/[äöüÄÖÜ]/g, (letter) => `${fold(letter)}e`));
  const keys = [...nodes.values()].flatMap((node) => [node.label, ...(node.aliases || [])].flatMap((text, i) =>
    [...new Set([fold(text), german(text)])].map((key) => ({ node, key, text, alias: i > 0 }))));

  function find(query) {
    const words = fold(query).split(/\s+/).filter(Boolean);
    const best = new Map();
    for (const entry of keys) {
      if (!words.every((word) => entry.key.includes(word))) continue;
      const rank = (entry.alias ? 3 : 0) + (entry.key.startsWith(words[0]) ? 0 : entry.key.includes(` ${words[0]}`) ? 1 : 2);
      if (!best.has(entry.node) || rank < best.get(entry.node).rank) best.set(entry.node, { ...entry, rank });
    }
    return [...best.values()].sort((a, b) => a.rank - b.rank || (b.node.weight || 0) - (a.node.weight || 0));
  }

  const foundList = byId("found");
  let found = [];
  let active = -1;

  function openList(results) {
    found = results.slice(0, 12);
    active = -1;
    foundList.replaceChildren(...found.map(({ node, text, alias }, i) => {
      const label = make("span", {}, name(node.label));
      const extra = alias ? text : (node.lines || [])[0];
      if (extra) label.append(make("small", {}, name(alias ? `also printed: ${extra}` : extra)));
      const option = make("li", { role: "option", id: `found-${i}`, "aria-selected": "false", click: () => take(i) }, mark(node), label);
      option.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the field focused until the click
      return option;
    }));
    foundList.hidden = !found.length;
    search.setAttribute("aria-expanded", String(found.length > 0));
    search.removeAttribute("aria-activedescendant");
  }

  function activate(i) {
    active = (i + found.length) % found.length;
    [...foundList.children].forEach((option, j) => option.setAttribute("aria-selected", String(j === active)));
    search.setAttribute("aria-activedescendant", `found-${active}`);
    foundList.children[active].scrollIntoView({ block: "nearest" });
  }

  function take(i) {
    const { node } = found[i];
    search.value = node.label;
    openList([]);
    choose({ node });
  }

  search.addEventListener("input", () => {
    const query = search.value.trim();
    if ([...query].length < 2) {
      openList([]);
      say(query ? "One more letter." : "");
      return;
    }
    const results = find(query);
    openList(results);
    say(!results.length ? "No name has these letters." :
      `${count(results.length, "name", "names")} found${results.length > found.length ? `, the first ${found.length} listed` : ""}.`);
  });
  search.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      if (!foundList.hidden) event.stopPropagation();
      openList([]);
      return;
    }
    if (!found.length) return;
    if (event.key === "ArrowDown") activate(active + 1);
    else if (event.key === "ArrowUp") activate(active < 0 ? found.length - 1 : active - 1);
    else if (event.key === "Enter") take(Math.max(active, 0));
    else return;
    event.preventDefault();
  });
  search.addEventListener("blur", () => openList([]));

  // ------------------------------------------------------------ moving

  const physics = byId("physics");
  let moving = data.options.physics.enabled;

  function move(on) {
    if (on && still) {
      // Who asked the system for less motion gets the result without the movement.
      network.once("stabilizationIterationsDone", () => {
        network.setOptions({ physics: { enabled: false } });
        say("The network has rearranged itself.");
      });
      network.setOptions({ physics: { enabled: true } });
      network.stabilize(250);
      return;
    }
    moving = on;
    network.setOptions({ physics: { enabled: on } });
    physics.textContent = on ? "Hold still" : "Let the network move";
    say(on ? "The network moves." : "The network stands still.");
  }
  physics.textContent = moving ? "Hold still" : "Let the network move";
  physics.addEventListener("click", () => move(!moving));

  byId("fit").addEventListener("click", () => { fit(); say("All that is shown is in view."); });
  byId("reset").addEventListener("click", () => {
    if (moving) move(false);
    for (const node of data.nodes) network.moveNode(node.id, node.x, node.y);
    fit();
    say("Every mark is back at its first place.");
  });
  const zoom = (factor) => network.moveTo({ scale: Math.min(6, Math.max(0.05, network.getScale() * factor)), animation: false });
  byId("closer").addEventListener("click", () => zoom(1.25));
  byId("farther").addEventListener("click", () => zoom(0.8));

  const pan = (x, y) => {
    const at = network.getViewPosition();
    const scale = network.getScale();
    network.moveTo({ position: { x: at.x + x / scale, y: at.y + y / scale }, animation: false });
  };
  const KEYS = { ArrowLeft: () => pan(-60, 0), ArrowRight: () => pan(60, 0), ArrowUp: () => pan(0, -60), ArrowDown: () => pan(0, 60),
    "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(0.8), 0: fit };
  frame.addEventListener("keydown", (event) => {
    if (!KEYS[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    KEYS[event.key]();
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && chosen) choose(null, { onPicture: true });
  });

  network.on("click", ({ nodes: [node], edges: [tie] }) => {
    if (node !== undefined) choose({ node: nodes.get(node) }, { onPicture: true });
    else if (tie !== undefined) choose({ tie: ties.get(tie) }, { onPicture: true });
    else if (chosen) choose(null, { onPicture: true });
  });
  const hover = (node) => { hovered = node; frame.classList.toggle("pointing", Boolean(node)); network.redraw(); };
  network.on("hoverNode", ({ node }) => hover(nodes.get(node)));
  network.on("blurNode", () => hover(null));
  network.on("hoverEdge", () => frame.classList.add("pointing"));
  network.on("blurEdge", () => frame.classList.remove("pointing"));

  // ------------------------------------------------------------ the table

  const body = table.querySelector("tbody");
  const tableRows = [...body.rows];
  // Only once it is opened: thousands of buttons would hold up the picture.
  function addButtons() {
    table.querySelector("thead tr").append(make("th", { scope: "col", class: "show" }, "Evidence"));
    for (const tie of ties.values()) {
      const open = button("Show", () => { choose({ tie }); panel.scrollIntoView({ block: "nearest" }); }, { class: "link",
        "aria-label": `Show the evidence of ${apart(tie.a.label)} and ${apart(tie.b.label)}` });
      tableRows[tie.row].append(make("td", { class: "show" }, open));
    }
  }
  table.addEventListener("toggle", () => {
    if (table.open && !table.querySelector("th.show")) addButtons();
    showTable();
  });
  const SORTS = [(tie) => fold(tie.a.label), (tie) => fold(tie.b.label), (tie) => tie.best, (tie) => tie.times];
  [...table.querySelectorAll("thead th")].slice(0, SORTS.length).forEach((header, column) => {
    const sort = () => {
      const down = header.getAttribute("aria-sort") === "ascending";
      for (const other of header.parentElement.children) other.removeAttribute("aria-sort");
      header.setAttribute("aria-sort", down ? "descending" : "ascending");
      const value = SORTS[column];
      const sorted = [...ties.values()].sort((a, b) => (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : a.row - b.row) * (down ? -1 : 1));
      body.append(...sorted.map((tie) => tableRows[tie.row]));
    };
    header.replaceChildren(button(header.textContent, sort), make("span", { class: "head" }, header.textContent));
  });

  // ------------------------------------------------------------ paper: the picture as it stands, drawn with lines and real text

  function drawOnPaper() {
    const shown = [...nodes.values()].filter((node) => node.shown);
    const where = network.getPositions(shown.map((node) => node.id));
    const box = boundsOf(shown);
    const [WIDTH, HEIGHT, SIZE] = [1040, 500, 10.5];
    const scale = Math.min((WIDTH - 120) / box.width, (HEIGHT - 40) / box.height, 1.3);
    const wide = Math.min(1.5 * scale, Math.max(scale, (WIDTH - 170) / box.width)); // paper is wider than the picture: room for names
    const spot = (node) => ({ x: WIDTH / 2 + (where[node.id].x - box.x - box.width / 2) * wide,
      y: HEIGHT / 2 + (where[node.id].y - box.y - box.height / 2) * scale });
    const round = (n) => Math.round(n * 10) / 10;
    const focus = inFocus();
    const drawing = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": document.title });
    for (const tie of ties.values()) {
      if (!tie.shown) continue;
      const [a, b] = [spot(tie.a), spot(tie.b)];
      const bend = tie.smooth && tie.smooth.roundness ? tie.smooth.roundness : 0;
      const middle = { x: (a.x + b.x) / 2 + (b.y - a.y) * bend, y: (a.y + b.y) / 2 - (b.x - a.x) * bend };
      const line = svg("path", { d: `M${round(a.x)} ${round(a.y)}Q${round(middle.x)} ${round(middle.y)} ${round(b.x)} ${round(b.y)}`,
        fill: "none", stroke: (tie.color && tie.color.color) || "#767676", "stroke-width": width(tie.times) * 0.8,
        "stroke-opacity": tieInFocus(tie) ? 1 : 0.15 });
      if (Array.isArray(tie.dashes)) line.setAttribute("stroke-dasharray", tie.dashes.join(" "));
      drawing.append(line);
    }
    for (const node of shown) {
      const { x, y } = spot(node);
      const fill = (node.color && node.color.background) || "#97c2fc";
      drawing.append(svg("path", { d: outline(node.shape, round(x), round(y), round(Math.max(3, (node.size || 10) * scale))), fill, stroke: INK,
        "stroke-width": 0.8, "data-mark": node.id, opacity: !focus || focus.has(node) ? 1 : 0.2 }));
    }
    const labels = placeLabels({ spot, scale, width: WIDTH, height: HEIGHT, size: SIZE, most: Infinity, paper: true });
    for (const label of labels) {
      const { x, y, w, h } = label;
      // A ground, not a halo: letters drawn twice would be found twice in the PDF.
      drawing.append(svg("rect", { x: round(x - 1), y: round(y), width: round(w + 2), height: round(h), fill: "#fff", "fill-opacity": 0.8 }));
      const properties = { "font-size": SIZE, "font-family": FONT, "font-weight": label.bold ? 600 : 400, fill: INK, "data-mark": label.node.id };
      drawing.append(svg("text", properties, ...linesOf(label, SIZE).map((line, i) =>
        svg("tspan", { x: round(line.x), y: round(line.y) }, line.text + (i + 1 < label.lines.length ? " " : "")))));
    }
    const named = new Set(labels.map((label) => label.node));
    const without = shown.filter((node) => !named.has(node) && (!focus || focus.has(node)))
      .map((node) => `${apart(node.label)} (tied to ${[...new Set(node.ties.filter((tie) => tie.shown).map((tie) => apart(otherEnd(tie, node).label)))].join(", ")})`);
    byId("paper").replaceChildren(drawing, ...(without.length && without.length <= MOST_TOLD ? [make("p", {}, `Without room for their names: ${without.join("; ")}.`)] : []));
  }

  let wasOpen = false;
  window.addEventListener("beforeprint", () => {
    wasOpen = table.open;
    table.open = true;
    showTable();
    if ([...nodes.values()].some((node) => node.shown)) drawOnPaper();
  });
  window.addEventListener("afterprint", () => {
    table.open = wasOpen;
    byId("paper").replaceChildren();
  });

  refilter(false);
  fit();
  document.documentElement.dataset.ready = "true";
})();
