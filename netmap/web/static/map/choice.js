/* The choice of what is shown: boxes and lists of the page, and the same in its address. */
"use strict";
(() => {
  const map = (globalThis.netmapMap ??= {});
  const LISTS = ["kind", "level", "sector", "tie", "layer"];
  // Whoever gets the address has a language and a theme of their own.
  const OTHERS = ["lang", "theme", "saved"];
  const NOTHING = "none";

  class Choice {
    /** form: holds the boxes; changed(what) is called after each change with the name of it. */
    constructor(form, data, changed) {
      this.form = form;
      this.data = data;
      this.changed = changed;
      this.usual = { ...data.known, tie: data.shownAtFirst, layer: [] };
      Object.assign(this, data.choice);
      for (const name of [...LISTS, "open"]) this[name] = new Set(data.choice[name]);
      this.opened = String(this.query());
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
      for (const [name, value] of [["colour", this.colour], ["fold", this.fold], ["arrange", this.arrange], ["topic", this.data.topics[this.topic] ?? ""]]) {
        for (const list of this.inputs(name)) list.value = value;
      }
    }

    read(name) {
      if (LISTS.includes(name)) this[name] = new Set(this.inputs(name).filter((box) => box.checked).map((box) => box.value));
      else if (["colour", "fold", "arrange"].includes(name)) this[name] = this.inputs(name)[0].value;
      else if (name === "topic") this.topic = this.inputs(name)[0].value ? this.data.topics.indexOf(this.inputs(name)[0].value) : null;
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
      this.set({ ...lists, topic: null, focus: null, steps: 1, fold: "auto", open: new Set() }, "reset");
    }

    isUsual(name) {
      return this[name].size === this.usual[name].length && this.usual[name].every((value) => this[name].has(value));
    }

    /** Whether anybody is left out. */
    get isNarrowed() {
      return this.topic !== null || this.focus !== null || this.fold !== "auto" || this.open.size > 0 || ["kind", "level", "sector"].some((name) => !this.isUsual(name));
    }

    /** What is shown, as parameters: only what is not as at first; with what else is kept. */
    query(kept = new URLSearchParams()) {
      const found = this.others(kept);
      for (const name of LISTS) {
        if (this.isUsual(name)) continue;
        for (const value of this[name].size ? this[name] : [NOTHING]) found.append(name, value);
      }
      if (this.topic !== null) found.set("topic", this.data.topics[this.topic]);
      if (this.colour !== "level") found.set("colour", this.colour);
      if (this.focus !== null) found.set("focus", this.data.ids[this.focus]);
      if (this.focus !== null && this.steps !== 1) found.set("steps", this.steps);
      if (this.fold !== "auto") found.set("fold", this.fold);
      for (const id of this.open) found.append("open", this.data.ids[id]);
      if (this.arrange !== "bands") found.set("arrange", this.arrange);
      if (this.still) found.set("still", "1");
      return found;
    }

    /** What an address holds besides what is shown, such as its date. */
    others(kept) {
      const found = new URLSearchParams(kept);
      for (const name of [...LISTS, "topic", "colour", "focus", "steps", "fold", "open", "arrange", "still", "view", "places", ...OTHERS]) found.delete(name);
      return found;
    }

    /** Whether the view that is open shows what it was saved with. */
    get isAsOpened() {
      return Boolean(this.data.view?.isExact) && String(this.query()) === this.opened;
    }

    /** Parameters of the address: the name of the view that is open, or what it shows by now. */
    parameters(kept = new URLSearchParams()) {
      const { view } = this.data;
      if (!view) return this.query(kept);
      const found = this.isAsOpened ? this.others(kept) : this.query(kept);
      return new URLSearchParams([[this.isAsOpened ? "view" : "places", view.id], ...found]);
    }

    /** The address of the page with this choice, and with other parameters where they are given. */
    address(more = {}) {
      const query = this.parameters(new URLSearchParams(location.search));
      for (const [name, value] of Object.entries(more)) if (value) query.set(name, value); else query.delete(name);
      // A view of a date of its own is seen today when the address says so.
      if (query.has("view") && this.data.view.date && !query.has("as_of")) query.set("as_of", "");
      return `${location.pathname}${query.size ? `?${query}` : ""}`;
    }

    /** The address says what is shown, so that it can be kept and sent on. */
    keep() {
      if (this.data.links) history.replaceState(history.state, "", `${this.address()}${location.hash}`);
    }

    /** Whether an actor is shown apart from any focus; the server finds the same. */
    admits(id) {
      const { kinds, levels, sectors, topics } = this.data.facets;
      return this.kind.has(kinds[id]) && levels[id].some((level) => this.level.has(level)) && this.sector.has(sectors[id])
        && (this.topic === null || topics[id].includes(this.topic));
    }

    /** What is shown now: who is admitted, who is drawn as whom, the graph, and who has a mark. */
    look() {
      const { nodes, houses, circles, mostMarks, edges } = this.data;
      const admitted = new Set();
      for (const { id } of nodes) if (this.admits(id)) admitted.add(id);
      const fold = this.fold === "auto" ? (admitted.size > mostMarks ? "circles" : "none") : this.fold;
      const into = { houses, circles }[fold];
      const standsFor = nodes.map(({ id }) => (into && admitted.has(into[id]) && !this.open.has(into[id]) ? into[id] : id));
      const graph = new map.Graph(edges, standsFor);
      const focus = this.focus === null ? null : standsFor[this.focus];
      const visible = focus === null
        ? new Set([...admitted].filter((id) => standsFor[id] === id))
        : graph.around(focus, this.steps, (tie) => this.tie.has(tie.kind), (id) => admitted.has(id));
      const told = new Set(nodes.map(({ id }) => id).filter((id) => visible.has(standsFor[id]) && (admitted.has(id) || id === focus)));
      return { graph, visible, told, into, kinds: this.tie, marks: this.data.looks[this.colour] };
    }
  }

  map.Choice = Choice;
})();
