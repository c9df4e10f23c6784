/* The drawing: vis-network with fixed places, bands behind it, names above it, and what is lit. */
"use strict";
(() => {
  const map = (globalThis.netmapMap ??= {});
  const FAINT = 0.13;
  const SMALLEST_ZOOM = 0.05;
  const LARGEST_ZOOM = 4;
  // Seen from afar, many lines of a kind are a cloud: then each is only hinted at.
  const NEAR = 0.8;
  const CLEAR_LINES = 60;
  const CLEAR_LIT = 150;
  const FAINTEST_LINE = 0.2;
  // Lines of somebody who is tied to nearly everybody stay faint from near as well.
  const CLEAR_TIES = 20;

  class Drawing {
    /**
     * look: what is drawn and how, as `show` takes it; onChoose is called with the id of a clicked
     * actor, or null and that of a clicked tie if there is one, onOpen with that of one that was clicked twice, onMove after one was moved.
     */
    constructor(container, data, look, { onChoose, onOpen, onMove }) {
      this.container = container;
      this.data = data;
      this.lit = null;
      this.hovered = null;
      this.near = false;
      this.overlay = null;
      this.onMove = onMove;
      this.colour = map.colours();
      this.take(look);
      this.labels = new map.Labels(data.nodes, this.graph.tiesOf.map((ties) => ties.length), new Set(data.early));
      this.nodes = new vis.DataSet(data.nodes.map((node) => this.nodeLook(node, true)));
      this.edges = new vis.DataSet(data.edges.map((edge) => this.edgeLook(edge, true)));
      this.network = new vis.Network(container, { nodes: this.nodes, edges: this.edges }, { ...data.options, groups: this.groups() });
      this.prepareFrame();
      this.network.on("beforeDrawing", (context) => this.drawBehind(context));
      this.network.on("afterDrawing", (context) => this.drawNames(context));
      this.network.on("click", ({ nodes, edges }) => onChoose(nodes.length ? nodes[0] : null, edges[0]));
      this.network.on("doubleClick", ({ nodes }) => { if (nodes.length) onOpen(nodes[0]); });
      this.network.on("dragEnd", ({ nodes }) => {
        this.whole = false;
        if (nodes.length) this.moved(nodes[0], this.network.getPosition(nodes[0]));
      });
      this.network.on("hoverNode", ({ node }) => this.hover(node));
      this.network.on("blurNode", () => this.hover(null));
      this.network.on("zoom", () => {
        this.whole = false;
        this.keepZoom();
      });
      this.network.on("animationFinished", () => this.keepZoom());
      this.fit();
      // Names were measured in another typeface until this one was there.
      Promise.all([400, 600].map((weight) => document.fonts.load(`${weight} 16px "Fira Sans"`)))
        .then(() => this.resizeNames(1), () => undefined);
    }

    take(look) {
      Object.assign(this, look);
      const { graph } = look;
      this.tieOf = new Map(graph.ties.map((tie) => [tie.id, tie]));
      this.counts = {};
      for (const { kind } of graph.ties) this.counts[kind] = (this.counts[kind] ?? 0) + 1;
    }

    /**
     * Draw something else: a graph, the set of who is visible in it, the set of kinds of ties, and
     * the name of the mark of each actor.
     */
    show(look) {
      this.take(look);
      this.update();
      this.network.redraw();
    }

    // The frame that vis-network makes can be focused but has no name; ours has one.
    prepareFrame() {
      const frame = this.container.querySelector(".vis-network");
      frame.removeAttribute("tabindex");
      this.container.querySelector("canvas").setAttribute("aria-hidden", "true");
      this.container.addEventListener("pointerdown", () => this.container.focus({ preventScroll: true }));
      // The wheel scrolls the page unless it is meant for the map.
      this.container.addEventListener("wheel", (event) => {
        if (!event.ctrlKey && !event.metaKey && !document.fullscreenElement) event.stopPropagation();
      }, { capture: true });
    }

    groups() {
      const ground = this.colour("ground");
      const groups = Object.fromEntries(Object.entries(this.data.marks).map(([name, [shape, colourName]]) => {
        const colour = { background: this.colour(colourName), border: ground };
        return [name, { shape, color: { ...colour, highlight: colour, hover: colour } }];
      }));
      return { ...groups, useDefaultGroups: false };
    }

    /** Read the colours again after the theme changed. */
    repaint() {
      this.colour = map.colours();
      this.network.setOptions({ groups: this.groups() });
      this.update();
    }

    /** On paper: the colours and the size of the page, and all of the map. */
    print(begins) {
      if (begins) this.view = { position: this.network.getViewPosition(), scale: this.network.getScale() };
      this.repaint();
      this.network.setSize("100%", "100%");
      if (!begins) this.network.moveTo(this.view);
      else if (!this.lit) this.fit();
      this.network.redraw();
    }

    isDrawn(id) {
      return this.visible.has(id) || Boolean(this.lit?.all.has(id));
    }

    /** What vis-network is to draw; names are ours to draw, so it gets none. */
    nodeLook(node, isNew) {
      const opacity = this.lit && !this.lit.all.has(node.id) ? FAINT : 1;
      const mark = this.marks[node.id];
      const look = { id: node.id, hidden: !this.isDrawn(node.id), opacity, group: mark, shape: this.data.marks[mark][0] };
      if (!isNew) return look;
      const { label: _, ...drawn } = node;
      return { ...drawn, ...look };
    }

    edgeLook(edge, isNew) {
      const tie = this.tieOf.get(edge.id);
      const hidden = !tie || (this.lit
        ? !this.lit.ties.has(edge.id)
        : !this.kinds.has(edge.kind) || !this.visible.has(tie.from) || !this.visible.has(tie.to));
      const color = { color: this.colour(`tie-${edge.kind}`), opacity: tie ? this.clearness(tie) : 1, inherit: false };
      const width = edge.width * (tie ? Math.min(3, Math.sqrt(tie.count)) : 1) * (this.lit ? 1.8 : 1);
      const look = { id: edge.id, from: tie?.from ?? edge.from, to: tie?.to ?? edge.to, hidden, width, color };
      if (!isNew) return look;
      const { kind, ...drawn } = edge;
      const arrows = edge.arrows ? { to: { enabled: true, scaleFactor: 0.9 } } : { to: { enabled: false } };
      return { ...drawn, ...this.data.lines[kind], ...look, arrows };
    }

    clearness(edge) {
      if (this.lit) return Math.min(1, Math.max(FAINTEST_LINE, CLEAR_LIT / this.lit.ties.size));
      const fromAfar = this.near ? 1 : Math.min(1, Math.max(FAINTEST_LINE, CLEAR_LINES / this.counts[edge.kind]));
      const { tiesOf } = this.graph;
      const ties = Math.max(tiesOf[edge.from].length, tiesOf[edge.to].length);
      return Math.max(fromAfar * Math.min(1, CLEAR_TIES / ties), FAINTEST_LINE / 2);
    }

    update() {
      this.nodes.update(this.data.nodes.map((node) => this.nodeLook(node, false)));
      this.edges.update(this.data.edges.map((edge) => this.edgeLook(edge, false)));
    }

    /** Light some actors with ties; first: those whose names must be readable. Null for all. */
    light(first, all, ties) {
      this.lit = first ? { first, all, ties } : null;
      this.update();
    }

    hover(id) {
      this.hovered = id;
      this.container.classList.toggle("nmap-canvas--hit", id !== null);
      this.network.redraw();
    }

    resizeNames(factor) {
      this.labels.resize(factor);
      this.network.redraw();
    }

    // Places

    /** Whether marks can be dragged. */
    arrange(on) {
      this.network.setOptions({ interaction: { dragNodes: on } });
    }

    /** Put an actor somewhere else. */
    place(id, { x, y }) {
      Object.assign(this.data.nodes[id], { x, y });
      this.nodes.update({ id, x, y });
    }

    moved(id, { x, y }) {
      const rounded = { x: Math.round(x), y: Math.round(y) };
      this.place(id, rounded);
      this.onMove(id, rounded);
    }

    // Moving about

    get still() {
      return matchMedia("(prefers-reduced-motion: reduce)").matches;
    }

    move(position, scale) {
      this.whole = false;
      this.network.moveTo({ position, scale, animation: this.still ? false : { duration: 350, easingFunction: "easeInOutQuad" } });
    }

    /** Zoom about the middle. */
    zoom(factor) {
      const scale = this.network.getScale() * factor;
      this.move(this.network.getViewPosition(), Math.min(LARGEST_ZOOM, Math.max(SMALLEST_ZOOM, scale)));
    }

    keepZoom() {
      const scale = this.network.getScale();
      const kept = Math.min(LARGEST_ZOOM, Math.max(SMALLEST_ZOOM, scale));
      if (kept !== scale) this.network.moveTo({ scale: kept });
      const near = kept >= NEAR;
      if (near !== this.near) {
        this.near = near;
        this.edges.update(this.data.edges.map((edge) => this.edgeLook(edge, false)));
      }
    }

    pan(columns, rows) {
      this.whole = false;
      const { x, y } = this.network.getViewPosition();
      const step = 120 / this.network.getScale();
      this.network.moveTo({ position: { x: x + columns * step, y: y + rows * step } });
    }

    /** Show the whole map. */
    fit() {
      this.showBox(this.data.box, LARGEST_ZOOM, false);
      this.whole = true;
    }

    /** After the frame became larger or smaller: the whole map again, unless somebody looks closer. */
    refit() {
      // Another map may have taken the place of this one.
      if (!this.container.isConnected) return;
      this.network.redraw();
      if (this.whole) this.fit();
    }

    /** Whether an actor stands in the part that is seen. */
    sees(id) {
      const { x, y } = this.network.canvasToDOM(this.data.nodes[id]);
      const { clientWidth, clientHeight } = this.container;
      return x > 20 && y > 20 && x < clientWidth - 20 && y < clientHeight - 20;
    }

    /** Bring actors into view, close enough to read their names where they stand together. */
    bringIntoView(ids, largest = 1.3) {
      const places = [...ids].map((id) => this.data.nodes[id]);
      const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
      this.showBox({ left: Math.min(...xs) - 90, right: Math.max(...xs) + 90, top: Math.min(...ys) - 90, bottom: Math.max(...ys) + 90 }, largest, true);
    }

    showBox(box, largest, animated) {
      const { clientWidth, clientHeight } = this.container;
      const scale = Math.min(largest, (clientWidth - 16) / (box.right - box.left), (clientHeight - 16) / (box.bottom - box.top));
      const position = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
      if (animated) this.move(position, scale); else this.network.moveTo({ position, scale });
      if (!animated) this.keepZoom();
    }

    // What vis-network does not draw

    drawBehind(context) {
      map.drawBands(context, this.data.bands, this.colour);
      this.overlay?.drawBehind(context, this);
    }

    drawNames(context) {
      const { clientWidth: width, clientHeight: height } = this.container;
      const zoom = this.network.getScale();
      const middle = this.network.getViewPosition();
      const x = (worldX) => (worldX - middle.x) * zoom + width / 2;
      const y = (worldY) => (worldY - middle.y) * zoom + height / 2;
      const pixels = context.getTransform().a / zoom;
      this.labels.fitTo(width);
      context.save();
      context.setTransform(pixels, 0, 0, pixels, 0, 0);
      const taken = map.drawTitles(context, this.data.bands, this.colour, { x, y, width, height, scale: this.labels.scale });
      const first = [...(this.hovered === null ? [] : [this.hovered]), ...(this.lit?.first ?? [])];
      const preferred = this.lit ? [] : this.overlay?.actors ?? [];
      const wanted = { first, preferred, only: this.lit?.all ?? null };
      const view = { place: (node) => ({ x: x(node.x), y: y(node.y) }), zoom, width, height };
      this.labels.draw(context, view, (id) => this.isDrawn(id), wanted, taken, this.colour);
      context.restore();
    }
  }

  map.Drawing = Drawing;
})();
