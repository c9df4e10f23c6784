/* What somebody sees of the map stays while it is changed: the part, its size, and who stands where. */
"use strict";
(() => {
  const map = (globalThis.netmapMap ??= {});
  const GLIDE = 450;
  const MOST_GLIDING = 400;
  const LOW = 600;

  class Sight {
    constructor(page) {
      Object.assign(this, { page, before: null, beside: null, folded: false });
    }

    get part() {
      const { network } = this.page.drawing;
      return { position: network.getViewPosition(), scale: network.getScale() };
    }

    /** A form needs more room than the words about an actor; without it all is as it was. */
    widen(on) {
      const { drawing, panel } = this.page;
      const now = this.part;
      if (on) this.before ??= now;
      const choosing = document.getElementById("nmap-choosing");
      // Where the window is low the legend makes way.
      if (on && choosing.open && panel.place.clientHeight < LOW) {
        this.folded = true;
        choosing.open = false;
      } else if (!on && this.folded) {
        this.folded = false;
        choosing.open = true;
      }
      document.getElementById("nmap-view").classList.toggle("nmap-view--entry", on);
      drawing.network.setSize("100%", "100%");
      drawing.refit();
      if (on) this.beside = this.part;
      else if (this.before) {
        // Unless somebody looked closer or elsewhere meanwhile.
        const stayed = now.scale === this.beside.scale && now.position.x === this.beside.position.x && now.position.y === this.beside.position.y;
        if (stayed && !drawing.whole) drawing.network.moveTo(this.before);
        this.before = null;
      }
    }

    /** What is seen now, to find it again on the map that takes the place of this one. */
    seen() {
      const { drawing, data, chosen, editing } = this.page;
      const places = new Map(data.ids.map((id, number) => [id, { x: data.nodes[number].x, y: data.nodes[number].y }]));
      return { ...this.part, whole: drawing.whole, chosen: data.ids[chosen ?? editing.tying.start], places, released: this.page.places.released };
    }

    /** The part that was seen, with whoever is chosen at the same place in it. */
    restore(before) {
      const { drawing, data, chosen, places } = this.page;
      if (before.released) {
        // Marks that were put back from an opened view stay so until that is saved.
        places.released = true;
        data.ids.forEach((id, number) => { if (places.stored[id] && !places.moved[id]) drawing.place(number, places.layout[number]); });
        places.tell();
      }
      const at = data.nodes[chosen];
      const was = before.places.get(data.ids[chosen]);
      if (!before.whole) {
        const { x, y } = before.position;
        drawing.whole = false;
        drawing.network.moveTo({ position: at && was ? { x: x + at.x - was.x, y: y + at.y - was.y } : { x, y }, scale: before.scale });
      }
      if (at && !drawing.sees(chosen)) drawing.move({ x: at.x, y: at.y }, drawing.network.getScale());
      this.glide(before.places);
    }

    /** Marks that stand elsewhere now move there, so that the eye can follow. */
    glide(places) {
      const { drawing, data } = this.page;
      const moved = data.nodes.flatMap((node, number) => {
        const from = places.get(data.ids[number]);
        return from && (from.x !== node.x || from.y !== node.y) ? [{ node, from, to: { x: node.x, y: node.y } }] : [];
      });
      if (!moved.length || moved.length > MOST_GLIDING || drawing.still) return;
      const begun = performance.now();
      const step = (now) => {
        if (!drawing.container.isConnected) return;
        const part = Math.min(1, Math.max(0, (now - begun) / GLIDE));
        const eased = part * part * (3 - 2 * part);
        for (const { node, from, to } of moved) {
          node.x = from.x + (to.x - from.x) * eased;
          node.y = from.y + (to.y - from.y) * eased;
        }
        drawing.nodes.update(moved.map(({ node: { id, x, y } }) => ({ id, x, y })));
        if (part < 1) requestAnimationFrame(step);
      };
      step(begun);
    }
  }

  map.Sight = Sight;
})();
