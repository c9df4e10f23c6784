/* One map: what is chosen, lit and told. Other scripts of a page work with it through this. */
"use strict";
(() => {
  const map = (globalThis.netmapMap ??= {});
  const { filled } = map;

  class MapPage {
    /** parts: the elements root, stage, canvas, panel and form; say(text) announces. */
    constructor(data, parts, say) {
      Object.assign(this, { data, parts, say, words: data.words, pathFrom: null });
      this.choice = new map.Choice(parts.form, data, (what) => this.update(what));
      this.layer = new map.Layer(data);
      this.layer.show(this.choice.layer);
      this.chosen = null;
      this.places = new map.Places(data);
      this.drawing = new map.Drawing(parts.canvas, data, this.choice.look(), {
        onChoose: (id, tie) => {
          if (id !== null) this.choose(id, false);
          else if (tie === undefined || !this.editing?.showTie(tie)) this.clear();
        },
        onOpen: (id) => this.unfold(id),
        onMove: (id, place) => this.places.keep(id, place),
      });
      this.drawing.overlay = this.layer;
      this.panel = new map.Panel(parts.panel, data, this);
      this.panel.showAll();
      this.tables = new map.Tables(parts.root, data, (id) => {
        this.choose(id);
        parts.stage.scrollIntoView({ block: "start" });
        if (!parts.panel.contains(document.activeElement)) parts.panel.focus({ preventScroll: true });
      });
      this.after();
      if (this.choice.focus !== null) this.choose(this.choice.focus);
    }

    /** The number of an actor by its id in the network, or -1. */
    numberOf(id) {
      return this.data.ids.indexOf(id);
    }

    /** Draw again what is chosen now. */
    update(what) {
      this.chosen = null;
      if (what === "arrange") return this.reopen(this.choice.address());
      this.layer.show(this.choice.layer);
      this.drawing.lit = null;
      this.drawing.show(this.choice.look());
      this.panel.showAll();
      this.after();
      if (what === "layer" || what === "colour") this.say(this.parts.form.querySelector(`[name="${what}"]`).closest("label, fieldset").textContent.trim().split("\n")[0]);
      else this.say(this.shownWords);
      if (this.choice.focus !== null && !this.editing?.busy) this.choose(this.choice.focus);
      else if (what === "reset" || what === "focus") this.drawing.fit();
      return undefined;
    }

    /** Tables, legend and count follow the drawing. */
    after() {
      const { told } = this.drawing;
      this.parts.root.dataset.nmapColour = this.choice.colour;
      this.tables.follow(told);
      document.getElementById("nmap-shown").textContent = this.shownWords;
      const { search } = new URL(this.choice.address(), location.href);
      for (const link of document.querySelectorAll("[data-nmap-sheet]")) link.href = `${location.pathname}/${link.dataset.nmapSheet}${search}`;
      const changed = document.getElementById("nm-view-changed");
      if (changed) changed.hidden = this.choice.isAsOpened && !this.places.isUnsaved;
      this.parts.form.querySelector("[data-nmap-reset]").hidden = !this.choice.isNarrowed && this.choice.isUsual("tie");
    }

    get shownWords() {
      const { told, visible } = this.drawing;
      if (!told.size) return this.words.nobody_shown;
      const counts = { body: 0, organization: 0, person: 0 };
      for (const id of told) counts[this.data.facets.kinds[id]] += 1;
      const number = (value) => value.toLocaleString(document.documentElement.lang);
      const folded = [...told].filter((id) => !visible.has(id)).length;
      const shown = filled(this.words.shown, { bodies: number(counts.body), organizations: number(counts.organization), persons: number(counts.person) });
      return folded ? `${shown} ${filled(this.words.folded, { count: number(folded) })}` : shown;
    }

    /** Select an actor: light it with its ties and all it is tied to, and tell of them. */
    choose(number, moves = true) {
      if (this.editing?.takes(number)) return undefined;
      if (this.pathFrom !== null) return this.showPath(this.pathFrom, number);
      const { drawing, choice } = this;
      const id = drawing.graph.standsFor[number];
      if (choice.focus !== null && choice.focus !== id && !drawing.visible.has(id)) choice.focus = null;
      const near = choice.focus === id ? drawing.visible : null;
      const ties = near ? drawing.graph.ties.filter((tie) => choice.tie.has(tie.kind) && near.has(tie.from) && near.has(tie.to)) : drawing.graph.tiesOf[id];
      const around = near ?? new Set([id, ...ties.flatMap((tie) => [tie.from, tie.to])]);
      drawing.light([id], around, new Set(ties.map((tie) => tie.id)));
      this.chosen = id;
      this.panel.showActor(number);
      if (moves) drawing.bringIntoView(around);
      this.say(this.panel.selectedWords(number));
      return undefined;
    }

    /** Light some actors and the ties among them, and bring them into view; nothing is told. */
    highlight(ids, { moves = true } = {}) {
      const { drawing } = this;
      const chosen = new Set(ids.map((id) => drawing.graph.standsFor[id]));
      const ties = [...chosen].flatMap((id) => drawing.graph.tiesOf[id]);
      const reached = new Map();
      for (const tie of new Set(ties)) {
        for (const end of [tie.from, tie.to]) reached.set(end, (reached.get(end) ?? 0) + 1);
      }
      // What several of them share belongs to the picture.
      const lit = (id) => chosen.has(id) || (chosen.size > 1 && reached.get(id) > 1);
      const kept = ties.filter((tie) => lit(tie.from) && lit(tie.to));
      const all = new Set([...chosen, ...kept.flatMap((tie) => [tie.from, tie.to])]);
      drawing.light([...chosen], all, new Set(kept.map((tie) => tie.id)));
      if (moves) drawing.bringIntoView(all);
    }

    /** Show whom a finding is about, with the ties between them and what they share. */
    point(finding) {
      this.highlight(finding.actors);
      this.panel.showFinding(finding);
      this.say(filled(this.words.finding_shown, { title: finding.title, count: new Set(finding.actors).size }));
    }

    /** Leave out everybody who is farther away than so many ties; null shows everybody again. */
    focus(number, steps = 1) {
      this.choice.set({ focus: number, steps }, "focus");
    }

    /** How many actors are drawn as this one. */
    foldedInto(id) {
      return this.drawing.graph.standsFor.filter((each, number) => each === id && number !== id).length;
    }

    /** Show whoever is folded into an actor, or fold them again. */
    unfold(id) {
      const { choice } = this;
      const open = new Set(choice.open);
      if (open.has(id)) open.delete(id);
      else if (this.foldedInto(id)) open.add(id);
      else return;
      choice.set({ open }, "open");
      this.choose(id);
    }

    /** Let marks be moved, or not; returns which. */
    arranging(on) {
      this.places.on = on;
      this.drawing.arrange(on);
      return on;
    }

    /** Move the chosen actor while places are being arranged; whether there was one. */
    nudge(columns, rows) {
      if (!this.places.on || this.chosen === null) return false;
      const { x, y } = this.data.nodes[this.chosen];
      const step = 12 / Math.min(1, this.drawing.network.getScale());
      this.drawing.moved(this.chosen, { x: x + columns * step, y: y + rows * step });
      return true;
    }

    /** Another map in place of this one, such as that of another date; the frame sets how. */
    reopen(address) {
      location.assign(address);
    }

    /** The next actor that is chosen is the end of the way. */
    askPath(number) {
      this.pathFrom = number;
      const text = filled(this.words.path_asked, { name: this.data.profiles[number].name });
      this.panel.showNote(text);
      this.say(text);
    }

    /** A shortest way between two actors over all ties, drawn at present or not. */
    showPath(start, end) {
      this.pathFrom = null;
      const { drawing } = this;
      const { standsFor } = drawing.graph;
      const steps = drawing.graph.path(standsFor[start], standsFor[end]);
      const told = steps ? steps.map(({ from, to, tie }) => ({ from, to, kind: tie.kind, forward: tie.from === from })) : null;
      if (steps) {
        const all = new Set([standsFor[start], standsFor[end], ...steps.flatMap(({ from, to }) => [from, to])]);
        drawing.light([...all], all, new Set(steps.map(({ tie }) => tie.id)));
        drawing.bringIntoView(all);
      } else drawing.light(null);
      this.say(this.panel.showPath(start, end, told));
    }

    clear() {
      if (this.editing?.busy) return undefined;
      const asked = this.pathFrom !== null;
      this.pathFrom = null;
      this.chosen = null;
      if (this.choice.focus !== null) return this.focus(null);
      if (!this.drawing.lit && !asked) return undefined;
      this.drawing.light(null);
      this.panel.showAll();
      this.say(this.words.cleared);
      return undefined;
    }
  }

  map.MapPage = MapPage;
})();
