/* Findings over the drawing: overlaps joined by broad lines, rings, and dashes for what is missing. */
"use strict";
(() => {
  const map = (globalThis.netmapMap ??= {});
  const TURN = 2 * Math.PI;

  class Layer {
    constructor(data) {
      this.data = data;
      this.shown = new Set();
    }

    /** names: the layers to draw. */
    show(names) {
      this.shown = names;
      this.findings = this.data.findings.filter((finding) => names.has(finding.layer));
    }

    /** Actors of findings that are drawn: they are named wherever there is room. */
    get actors() {
      return this.shown.size ? [...new Set(this.findings.flatMap((finding) => finding.actors))] : [];
    }

    /** In map units, below marks and names; widths stay those of the screen. */
    drawBehind(context, drawing) {
      if (!this.shown.size || drawing.lit) return;
      const { nodes } = this.data;
      const { standsFor } = drawing.graph;
      const unit = 1 / drawing.network.getScale();
      context.save();
      context.strokeStyle = drawing.colour("layer");
      for (const finding of this.findings) {
        const ids = [...new Set(finding.actors.map((id) => standsFor[id]))].filter((id) => drawing.isDrawn(id));
        if (finding.layer === "isolates") {
          context.lineWidth = Math.max(2.5, 2.5 * unit);
          context.setLineDash([]);
          for (const id of ids) {
            context.beginPath();
            context.arc(nodes[id].x, nodes[id].y, nodes[id].size * 1.3 + 5 * Math.max(1, unit), 0, TURN);
            context.stroke();
          }
          continue;
        }
        const isOverlap = finding.layer === "overlaps";
        context.lineCap = isOverlap ? "round" : "butt";
        context.lineWidth = (isOverlap ? 9 : 3) * Math.max(1, unit);
        context.globalAlpha = isOverlap ? 0.55 : 1;
        context.setLineDash(isOverlap ? [] : [9 * Math.max(1, unit), 7 * Math.max(1, unit)]);
        context.beginPath();
        ids.slice(1).forEach((id, number) => {
          context.moveTo(nodes[ids[number]].x, nodes[ids[number]].y);
          context.lineTo(nodes[id].x, nodes[id].y);
        });
        context.stroke();
        context.globalAlpha = 1;
      }
      context.restore();
    }
  }

  map.Layer = Layer;
})();
