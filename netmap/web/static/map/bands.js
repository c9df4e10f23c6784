/* Bands behind the drawing, and their titles, which stay in sight at the left edge. */
"use strict";
(() => {
  const map = (globalThis.netmapMap ??= {});

  /** In map units, before anything else is drawn. */
  map.drawBands = (context, bands, colour) => {
    context.save();
    for (const band of bands) {
      context.fillStyle = colour(`band-${band.kind}`);
      context.fillRect(band.left, band.top, band.right - band.left, band.bottom - band.top);
    }
    context.restore();
  };

  /** In pixels; returns the rectangles of the titles, which are not free for names. */
  map.drawTitles = (context, bands, colour, { x, y, width, height, scale }) => {
    const size = Math.round(17 * scale * Math.min(1, Math.max(0.75, width / 800)));
    context.font = `600 ${size}px ${map.labelFont}`;
    context.textAlign = "left";
    context.textBaseline = "top";
    const taken = [];
    for (const band of bands) {
      const [left, right, top, bottom] = [x(band.left), x(band.right), y(band.top), y(band.bottom)];
      if (right < 0 || left > width || bottom < size || top > height) continue;
      const start = Math.max(left, 0) + 8;
      const lines = titleLines(context, band.title, Math.min(right, width) - start);
      const first = Math.min(Math.max(top, 0) + 5, bottom - lines.length * size * 1.15 - 3);
      const box = { left: start - 4, right: start + 4, top: first - 2, bottom: first + lines.length * size * 1.15 + 2 };
      context.lineJoin = "round";
      context.lineWidth = 5;
      context.strokeStyle = colour(`band-${band.kind}`);
      context.fillStyle = colour("muted");
      lines.forEach((line, row) => {
        context.strokeText(line, start, first + row * size * 1.15);
        context.fillText(line, start, first + row * size * 1.15);
        box.right = Math.max(box.right, start + context.measureText(line).width + 4);
      });
      taken.push(box);
    }
    return taken;
  };

  function titleLines(context, title, most) {
    const lines = [];
    for (const word of title.split(" ")) {
      const joined = lines.length ? `${lines.at(-1)} ${word}` : word;
      if (lines.length && context.measureText(joined).width <= most) lines[lines.length - 1] = joined;
      else lines.push(word);
    }
    return lines;
  }
})();
