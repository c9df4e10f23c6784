/* Places that somebody moved marks to: those of the view that is open, and those that this browser keeps until they are saved, apart for each network, arrangement and view. */
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

  const isPlace = (place) => Array.isArray(place) && place.length === 2 && place.every(Number.isFinite);
  // Marks at the edge stay whole, and so do their names.
  const ROOM = 60;

  class Places {
    constructor(data) {
      this.data = data;
      this.on = false;
      this.released = false;
      const { ids, nodes, network, choice, places, view } = data;
      const key = `netmap-places ${network} ${choice.arrange} ${choice.still}`;
      this.key = view ? `${key} ${view.id}` : key;
      this.layout = nodes.map(({ x, y }) => ({ x, y }));
      this.stored = Object.fromEntries(places.map(([number, x, y]) => [ids[number], [x, y]]));
      this.moved = this.unsaved(this.key);
      if (view) this.unsaved(key);
      ids.forEach((id, number) => {
        const place = this.moved[id] ?? this.stored[id];
        if (place) this.put(number, ...place);
      });
      this.tell();
    }

    /** What this browser keeps and the view that is open does not hold yet; only that is kept on. */
    unsaved(key) {
      const kept = Object.entries(map.kept(key, {}));
      const left = kept.filter(([id, place]) => isPlace(place) && String(place) !== String(this.stored[id]));
      if (left.length !== kept.length) map.keep(key, Object.fromEntries(left));
      return Object.fromEntries(left);
    }

    put(number, x, y) {
      const { nodes, box } = this.data;
      Object.assign(nodes[number], { x, y });
      if (x < box.left) box.left = x - ROOM;
      if (x > box.right) box.right = x + ROOM;
      if (y < box.top) box.top = y - ROOM;
      if (y > box.bottom) box.bottom = y + ROOM;
    }

    keep(number, { x, y }) {
      this.moved[this.data.ids[number]] = [x, y];
      map.keep(this.key, this.moved);
      this.tell();
    }

    /** All places that are not those of the layout, to be saved. */
    get all() {
      return { ...(this.released ? {} : this.stored), ...this.moved };
    }

    get isUnsaved() {
      return this.released || Object.keys(this.moved).length > 0;
    }

    /**
     * Everybody back to where they were before somebody moved them: first to where the view that
     * is open has them, and from there to where the layout has them. Returns whom to put where.
     */
    forget() {
      const hadMoved = Object.keys(this.moved).length > 0;
      const back = this.data.ids.flatMap((id, number) => {
        if (!Object.hasOwn(this.all, id)) return [];
        const [x, y] = (hadMoved && !this.released && this.stored[id]) || [this.layout[number].x, this.layout[number].y];
        return [[number, { x, y }]];
      });
      if (!hadMoved) this.released = true;
      this.moved = {};
      map.keep(this.key, {});
      this.tell();
      return back;
    }

    tell() {
      const show = (name, shown) => {
        for (const button of document.querySelectorAll(`[data-nmap='${name}']`)) button.hidden = !shown;
      };
      show("unmove", Object.keys(this.all).length > 0);
      show("pin", this.isUnsaved);
    }
  }

  map.Places = Places;
})();
