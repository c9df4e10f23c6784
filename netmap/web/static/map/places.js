/* Places that somebody moved marks to; this browser keeps them, apart for each network and arrangement. */
"use strict";
(() => {
  const map = (globalThis.netmapMap ??= {});

  /** What the browser keeps under a name, or what stands in for it where nothing can be kept. */
  map.kept = (key, without) => {
    try {
      return JSON.parse(localStorage.getItem(key)) ?? without;
    } catch {
      return without;
    }
  };

  map.keep = (key, value) => {
    try {
      localStorage.setItem(key, JSON.stringify(value));
    } catch (error) {
      // A browser that keeps nothing shows the map all the same.
      console.warn(error);
    }
  };

  class Places {
    constructor(data) {
      this.data = data;
      this.on = false;
      this.key = `netmap-places ${data.network} ${data.choice.arrange} ${data.choice.still}`;
      this.moved = map.kept(this.key, {});
      this.before = data.nodes.map(({ x, y }) => ({ x, y }));
      data.ids.forEach((id, number) => {
        const place = this.moved[id];
        if (!Array.isArray(place) || !place.every(Number.isFinite)) return;
        [data.nodes[number].x, data.nodes[number].y] = place;
      });
      this.tell();
    }

    keep(number, { x, y }) {
      this.moved[this.data.ids[number]] = [x, y];
      map.keep(this.key, this.moved);
      this.tell();
    }

    /** Everybody back to where the layout has them; returns whom to put where. */
    forget() {
      const back = this.data.ids.flatMap((id, number) => (Object.hasOwn(this.moved, id) ? [[number, this.before[number]]] : []));
      this.moved = {};
      map.keep(this.key, {});
      this.tell();
      return back;
    }

    tell() {
      for (const button of document.querySelectorAll("[data-nmap='unmove']")) button.hidden = !Object.keys(this.moved).length;
    }
  }

  map.Places = Places;
})();
