/* Names on the map: of one size on the screen at every zoom, and never across each other. */
"use strict";
(() => {
  const map = (globalThis.netmapMap ??= {});
  const FONT = '"Fira Sans", system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';
  const LEADING = 1.16;
  const MOST_LINES = 4;
  const HALO = 4;
  // From which zoom on the names of a group are drawn without being asked for.
  const FROM_ZOOM = { person: 1.3, organization: 0.7 };
  const SIZES = { political: 18, steering: 18, operational: 14, ad_hoc: 15, level_unknown: 14, organization: 13, person: 12.5 };
  const WIDTHS = { organization: 150, person: 120 };
  const BODY_WIDTH = 150;
  // Names that a room reads from the back row; the others stay small enough to be many.
  const LEADING_GROUPS = new Set(["political", "steering"]);

  class Labels {
    /**
     * nodes: as the drawing has them; weights: how many ties each has; early: those whose names
     * are wanted from every distance, as are those of bodies.
     */
    constructor(nodes, weights, early) {
      this.nodes = nodes;
      this.early = early;
      this.usual = 1;
      this.factor = 1;
      this.wrapped = new Map();
      const rank = { political: 0, steering: 0, ad_hoc: 1, operational: 2, level_unknown: 2, organization: 3, person: 4 };
      this.order = nodes.map((node) => node.id).sort((a, b) =>
        (early.has(a) ? 1 : rank[nodes[a].group]) - (early.has(b) ? 1 : rank[nodes[b].group]) || weights[b] - weights[a] || a - b);
    }

    /** Larger or smaller than usual. */
    resize(factor) {
      this.factor = Math.min(2, Math.max(0.7, this.factor * factor));
      this.wrapped.clear();
    }

    /** On a large screen names are larger: it may hang in front of a whole room. */
    fitTo(width) {
      const usual = Math.min(1.5, Math.max(0.9, width / 1050));
      if (usual !== this.usual) this.wrapped.clear();
      this.usual = usual;
    }

    get scale() {
      return this.usual * this.factor;
    }

    /** Lines of a label with their width in pixels; stretch: how much wider than usual. */
    lines(context, node, stretch) {
      const key = `${node.id} ${stretch}`;
      const known = this.wrapped.get(key);
      if (known) return known;
      const scale = this.factor * (LEADING_GROUPS.has(node.group) ? this.usual : Math.min(this.usual, 1.2));
      const size = Math.round(SIZES[node.group] * scale * 2) / 2;
      const bold = node.group !== "person" && node.group !== "organization";
      const font = `${bold ? 600 : 400} ${size}px ${FONT}`;
      context.font = font;
      const most = (WIDTHS[node.group] ?? BODY_WIDTH) * scale * stretch;
      const width = (text) => context.measureText(text).width;
      const shortened = (text) => {
        if (width(text) <= most * 1.4) return text;
        const signs = Array.from(text);
        while (signs.length > 1 && width(`${signs.join("")}…`) > most * 1.4) signs.pop();
        return `${signs.join("")}…`;
      };
      const found = [];
      // Long names come from files, too: what does not fit in any case is not measured.
      const words = node.label.slice(0, 300).split(/\s+/u).filter(Boolean);
      for (const word of words) {
        const parts = width(word) <= most * 1.15 ? [word] : word.split(/(?<=[-–/])/u);
        parts.forEach((part, number) => {
          const last = found.at(-1);
          const joined = `${last}${number ? "" : " "}${part}`;
          if (last !== undefined && width(joined) <= most) found[found.length - 1] = joined;
          else found.push(part);
        });
      }
      const kept = found.slice(0, MOST_LINES);
      if (found.length > MOST_LINES) kept[MOST_LINES - 1] += "…";
      const texts = kept.map(shortened);
      const label = { font, size, texts, width: Math.max(...texts.map(width)), height: texts.length * size * LEADING };
      this.wrapped.set(key, label);
      return label;
    }

    /** The first free place beside a mark, in few long lines or in many short ones. */
    findRoom(context, { node, point, radius, must }, free, { width, height }) {
      const isBody = node.group !== "person" && node.group !== "organization";
      let fallback = null;
      for (const stretch of isBody ? [1, 1.7] : [1]) {
        const label = this.lines(context, node, stretch);
        const gap = radius + 2;
        const side = gap + label.width / 2 + 2;
        for (const [dx, dy] of [[0, gap], [0, -gap - label.height], [side, -label.height / 2], [-side, -label.height / 2]]) {
          const chosen = {
            left: point.x + dx - label.width / 2 - 3, right: point.x + dx + label.width / 2 + 3,
            top: point.y + dy - 1, bottom: point.y + dy + label.height + 1,
          };
          fallback ??= must ? { label, chosen } : null;
          const inside = chosen.left >= 0 && chosen.right <= width && chosen.top >= 0 && chosen.bottom <= height;
          if (inside && free(chosen)) return { label, chosen };
        }
      }
      return fallback;
    }

    /**
     * Draw the names that fit.
     *
     * view: place(node) in pixels, zoom, width, height; shown(id); first: ids that are named in
     * any case; preferred: ids that are named before all others where there is room; only: ids of
     * the others that are, or null for all; taken: rectangles that are not free.
     */
    draw(context, view, shown, { first, preferred, only }, taken, colours) {
      const placed = [...taken];
      const free = (box) => placed.every((other) =>
        box.right <= other.left || box.left >= other.right || box.bottom <= other.top || box.top >= other.bottom);
      const asked = new Set(first);
      const named = (id) => (only ? only.has(id) : this.early.has(id) || view.zoom >= (FROM_ZOOM[this.nodes[id].group] ?? 0));
      const sooner = new Set([...first, ...preferred]);
      const order = [...sooner, ...this.order.filter((id) => !sooner.has(id) && named(id))];
      const seen = [];
      for (const id of order) {
        const node = this.nodes[id];
        if (!shown(id)) continue;
        const point = view.place(node);
        if (point.x < -40 || point.y < -40 || point.x > view.width + 40 || point.y > view.height + 40) continue;
        seen.push({ id, node, point, radius: Math.max(2, node.size * view.zoom) });
      }
      // Names stay clear of the marks of bodies, their own included.
      const marks = seen.filter(({ node }) => node.group !== "person" && node.group !== "organization")
        .map(({ id, point, radius }) => ({ id, left: point.x - radius * 0.8, right: point.x + radius * 0.8, top: point.y - radius * 0.8, bottom: point.y + radius * 0.8 }));
      for (const mark of marks) placed.push(mark);
      context.textAlign = "center";
      context.textBaseline = "top";
      context.lineJoin = "round";
      for (const { id, node, point, radius } of seen) {
        const must = asked.has(id);
        const found = this.findRoom(context, { node, point, radius, must }, free, view);
        if (!found) continue;
        const { label, chosen } = found;
        placed.push(chosen);
        context.font = label.font;
        context.lineWidth = HALO;
        context.strokeStyle = colours("ground");
        context.fillStyle = colours(node.group === "person" ? "muted" : "text");
        label.texts.forEach((text, row) => {
          const x = (chosen.left + chosen.right) / 2;
          const y = chosen.top + 1 + row * label.size * LEADING;
          context.strokeText(text, x, y);
          context.fillText(text, x, y);
        });
      }
    }
  }

  map.Labels = Labels;
  map.labelFont = FONT;
})();
