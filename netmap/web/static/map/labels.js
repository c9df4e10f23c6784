/* Names on the map: of one size on the screen at every zoom, and never across each other. */
"use strict";
(() => {
  const map = (globalThis.netmapMap ??= {});
  const FONT = '"Fira Sans", system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';
  const LEADING = 1.16;
  const MOST_LINES = 3;
  const HALO = 4;
  // From which zoom on the names of a group are drawn without being asked for.
  const FROM_ZOOM = { person: 1.15, organization: 0.62 };
  const SIZES = { political: 18, steering: 18, operational: 14, ad_hoc: 15, level_unknown: 14, organization: 13, person: 12.5 };
  const WIDTHS = { organization: 150, person: 120 };
  const BODY_WIDTH = 150;

  class Labels {
    /** nodes: as the drawing has them; weights: how many ties each has. */
    constructor(nodes, weights) {
      this.nodes = nodes;
      this.scale = 1;
      this.wrapped = new Map();
      const rank = { political: 0, steering: 0, ad_hoc: 1, operational: 2, level_unknown: 2, organization: 3, person: 4 };
      this.order = nodes.map((node) => node.id).sort((a, b) =>
        rank[nodes[a].group] - rank[nodes[b].group] || weights[b] - weights[a] || a - b);
    }

    resize(factor) {
      this.scale = Math.min(2.4, Math.max(0.8, this.scale * factor));
      this.wrapped.clear();
    }

    /** Lines of a label with their width in pixels. */
    lines(context, node) {
      const known = this.wrapped.get(node.id);
      if (known) return known;
      const size = Math.round(SIZES[node.group] * this.scale * 2) / 2;
      const bold = node.group !== "person" && node.group !== "organization";
      const font = `${bold ? 600 : 400} ${size}px ${FONT}`;
      context.font = font;
      const most = (WIDTHS[node.group] ?? BODY_WIDTH) * this.scale;
      const width = (text) => context.measureText(text).width;
      const shortened = (text) => {
        if (width(text) <= most * 1.4) return text;
        const signs = Array.from(text);
        while (signs.length > 1 && width(`${signs.join("")}…`) > most * 1.4) signs.pop();
        return `${signs.join("")}…`;
      };
      const found = [];
      // Long names come from files, too: what does not fit in any case is not measured.
      for (const word of node.label.slice(0, 300).split(/(?<=[-–/])|\s+/u).filter(Boolean)) {
        const last = found.at(-1);
        const joined = last === undefined ? "" : /[-–/]$/u.test(last) ? last + word : `${last} ${word}`;
        if (last !== undefined && width(joined) <= most) found[found.length - 1] = joined;
        else found.push(word);
      }
      const kept = found.slice(0, MOST_LINES);
      if (found.length > MOST_LINES) kept[MOST_LINES - 1] += "…";
      const texts = kept.map(shortened);
      const label = { font, size, texts, width: Math.max(...texts.map(width)), height: texts.length * size * LEADING };
      this.wrapped.set(node.id, label);
      return label;
    }

    /**
     * Draw the names that fit.
     *
     * view: place(node) in pixels, zoom, width, height; shown(id), wanted: ids whose names come
     * first, or null; taken: rectangles that are not free.
     */
    draw(context, view, shown, wanted, taken, colours) {
      const placed = [...taken];
      const free = (box) => placed.every((other) =>
        box.right <= other.left || box.left >= other.right || box.bottom <= other.top || box.top >= other.bottom);
      const order = wanted ? [...wanted.first, ...this.order.filter((id) => wanted.all.has(id) && !wanted.first.includes(id))] : this.order;
      const seen = [];
      for (const id of order) {
        const node = this.nodes[id];
        if (!shown(id) || (!wanted && view.zoom < (FROM_ZOOM[node.group] ?? 0))) continue;
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
        const label = this.lines(context, node);
        const must = wanted?.first.includes(id);
        const gap = radius + 2;
        const places = [[0, gap], [0, -gap - label.height], [gap + label.width / 2 + 2, -label.height / 2], [-gap - label.width / 2 - 2, -label.height / 2]];
        let chosen = null;
        for (const [dx, dy] of places) {
          const box = { left: point.x + dx - label.width / 2 - 3, right: point.x + dx + label.width / 2 + 3, top: point.y + dy - 1, bottom: point.y + dy + label.height + 1 };
          if (free(box)) { chosen = box; break; }
          if (must && !chosen && dy > 0) chosen = box;
        }
        if (!chosen) continue;
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
