/* The choice of what is shown: boxes and lists of the page, and the same in its address. */
"use strict";
(() => {
  const map = (globalThis.netmapMap ??= {});
  const LISTS = ["kind", "level", "sector", "tie", "layer"];
  const NOTHING = "none";

  class Choice {
    /** form: holds the boxes; changed(what) is called after each change with the name of it. */
    constructor(form, data, changed) {
      this.form = form;
      this.data = data;
      this.changed = changed;
      this.usual = { ...data.known, tie: data.shownAtFirst, layer: [] };
      Object.assign(this, data.choice);
      for (const name of LISTS) this[name] = new Set(data.choice[name]);
      this.tick();
      form.addEventListener("change", (event) => this.read(event.target.name));
      form.addEventListener("submit", (event) => event.preventDefault());
    }

    inputs(name) {
      return [...this.form.querySelectorAll(`[name="${name}"]`)];
    }

    /** Boxes as the choice has them: some browsers keep ticks when a page is loaded again. */
    tick() {
      for (const name of LISTS) for (const box of this.inputs(name)) box.checked = this[name].has(box.value);
      for (const [name, value] of [["colour", this.colour], ["topic", this.data.topics[this.topic] ?? ""]]) {
        for (const list of this.inputs(name)) list.value = value;
      }
      for (const box of this.inputs("in_houses")) box.checked = this.inHouses;
    }

    read(name) {
      if (LISTS.includes(name)) this[name] = new Set(this.inputs(name).filter((box) => box.checked).map((box) => box.value));
      else if (name === "colour") this.colour = this.inputs(name)[0].value;
      else if (name === "topic") this.topic = this.inputs(name)[0].value ? this.data.topics.indexOf(this.inputs(name)[0].value) : null;
      else if (name === "in_houses") this.inHouses = this.inputs(name)[0].checked;
      else return;
      this.set({}, name);
    }

    /** Change something, and tell of it. */
    set(values, what = "") {
      Object.assign(this, values);
      this.tick();
      this.keep();
      this.changed(what);
    }

    /** Everything is shown again. */
    reset() {
      const lists = Object.fromEntries(["kind", "level", "sector", "tie"].map((name) => [name, new Set(this.usual[name])]));
      this.set({ ...lists, topic: null, focus: null, steps: 1, inHouses: false }, "reset");
    }

    isUsual(name) {
      return this[name].size === this.usual[name].length && this.usual[name].every((value) => this[name].has(value));
    }

    /** Whether anybody is left out. */
    get isNarrowed() {
      return this.topic !== null || this.focus !== null || this.inHouses || ["kind", "level", "sector"].some((name) => !this.isUsual(name));
    }

    /** Parameters of the address: only what is not as at first. */
    parameters(kept = new URLSearchParams()) {
      const found = new URLSearchParams(kept);
      for (const name of [...LISTS, "topic", "colour", "focus", "steps", "in_houses"]) found.delete(name);
      for (const name of LISTS) {
        if (this.isUsual(name)) continue;
        for (const value of this[name].size ? this[name] : [NOTHING]) found.append(name, value);
      }
      if (this.topic !== null) found.set("topic", this.data.topics[this.topic]);
      if (this.colour !== "level") found.set("colour", this.colour);
      if (this.focus !== null) found.set("focus", this.data.ids[this.focus]);
      if (this.focus !== null && this.steps !== 1) found.set("steps", this.steps);
      if (this.inHouses) found.set("in_houses", "1");
      return found;
    }

    /** The address says what is shown, so that it can be kept and sent on. */
    keep() {
      if (!this.data.links) return;
      const query = this.parameters(new URLSearchParams(location.search)).toString();
      history.replaceState(history.state, "", `${location.pathname}${query ? `?${query}` : ""}${location.hash}`);
    }

    /** Whether an actor is shown apart from any focus; the server finds the same. */
    admits(id) {
      const { kinds, levels, sectors, topics } = this.data.facets;
      return this.kind.has(kinds[id]) && levels[id].some((level) => this.level.has(level)) && this.sector.has(sectors[id])
        && (this.topic === null || topics[id].includes(this.topic))
        && !(this.inHouses && this.data.houses[id] !== id);
    }

    get standsFor() {
      return this.inHouses ? this.data.houses : this.data.nodes.map((node) => node.id);
    }

    /** Everybody who is shown, given the graph that is drawn. */
    shown(graph) {
      const all = new Set();
      for (const { id } of this.data.nodes) if (this.admits(id)) all.add(id);
      if (this.focus === null) return all;
      return graph.around(graph.standsFor[this.focus], this.steps, (tie) => this.tie.has(tie.kind), (id) => all.has(id));
    }
  }

  map.Choice = Choice;
})();
