/* The way from one part of the map to another: out, across and in, as smooth as it can be. */
"use strict";
(() => {
  const meeting = (globalThis.netmapMeeting ??= {});
  // How much a viewer prefers moving out over moving across.
  const BEND = 1.3;
  const LONGEST = 1100;
  const SHORTEST = 350;

  const parsed = (text) => {
    const [left, top, width, height] = text.split(" ").map(Number);
    return { x: left + width / 2, y: top + height / 2, width, height };
  };
  const written = ({ x, y, width, height }) => `${x - width / 2} ${y - height / 2} ${width} ${height}`;

  /**
   * Views between two, and how long the way is, after J. J. van Wijk and W. A. A. Nuij (2003),
   * "Smooth and efficient zooming and panning", INFOVIS 2003, 15-23,
   * doi:10.1109/INFVIS.2003.1249004.
   */
  function way(from, to) {
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const distance = Math.hypot(dx, dy);
    const ratio = to.height / to.width;
    const view = (x, y, width) => ({ x, y, width, height: width * ratio });
    if (distance < 1e-3 * Math.min(from.width, to.width)) {
      const length = Math.log(to.width / from.width) / BEND;
      return { length: Math.abs(length), at: (share) => view(from.x + share * dx, from.y + share * dy, from.width * Math.exp(BEND * share * length)) };
    }
    const squared = BEND ** 2;
    const turn = (start, width, sign) => {
      const value = (to.width ** 2 - from.width ** 2 + sign * squared ** 2 * distance ** 2) / (2 * width * squared * distance);
      return Math.log(Math.sqrt(value ** 2 + 1) - value);
    };
    const [first, last] = [turn(0, from.width, 1), turn(1, to.width, -1)];
    const length = (last - first) / BEND;
    return {
      length,
      at: (share) => {
        const s = share * length;
        const across = (from.width / (squared * distance)) * (Math.cosh(first) * Math.tanh(BEND * s + first) - Math.sinh(first));
        return view(from.x + across * dx, from.y + across * dy, from.width * Math.cosh(first) / Math.cosh(BEND * s + first));
      },
    };
  }

  /** Move a picture from one view to another, then call done; returns a function that ends it. */
  meeting.travel = (svg, from, to, done) => {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (still || from === to) {
      svg.setAttribute("viewBox", to);
      done();
      return () => undefined;
    }
    const { length, at } = way(parsed(from), parsed(to));
    const duration = Math.min(LONGEST, Math.max(SHORTEST, length * 600));
    let frame = 0;
    let begun = null;
    const end = () => {
      cancelAnimationFrame(frame);
      svg.setAttribute("viewBox", to);
      done();
    };
    const step = (now) => {
      begun ??= now;
      const share = (now - begun) / duration;
      if (share >= 1) { end(); return; }
      const eased = share < 0.5 ? 2 * share ** 2 : 1 - 2 * (1 - share) ** 2;
      svg.setAttribute("viewBox", written(at(eased)));
      frame = requestAnimationFrame(step);
    };
    svg.setAttribute("viewBox", from);
    frame = requestAnimationFrame(step);
    return end;
  };
})();
