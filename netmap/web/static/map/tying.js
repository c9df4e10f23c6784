/* Drawing a tie: its two ends are chosen one after the other, by pointer, search or table. */
"use strict";
(() => {
  const map = (globalThis.netmapMap ??= {});
  const { element, name, button, filled } = map;
  const TURN = 2 * Math.PI;

  class Tying {
    /** opened(path, given) is called with the form of what the tie is to be; stopped() when it is given up. */
    constructor(page, words, { opened, stopped }) {
      Object.assign(this, { page, words, opened, stopped, on: false, start: null, end: null, pointer: null });
      this.asked = element("p", { class: "nmap-asked", "aria-hidden": "true" });
      page.parts.stage.querySelector(".nmap-edits").append(this.asked);
      const { network, container } = page.drawing;
      network.on("beforeDrawing", (context) => this.draw(context));
      container.addEventListener("pointermove", (event) => {
        if (!this.on || this.start === null || this.end !== null) return;
        const { left, top } = container.getBoundingClientRect();
        this.pointer = network.DOMtoCanvas({ x: event.clientX - left, y: event.clientY - top });
        network.redraw();
      });
    }

    /** Begin at an actor, or ask for the first end. */
    begin(start) {
      Object.assign(this, { on: true, start, end: null, pointer: null });
      this.page.drawing.container.classList.add("nmap-canvas--tying");
      this.page.drawing.light(null);
      this.ask();
    }

    /** Take an actor as the next end. */
    take(number) {
      if (this.start === null) {
        this.start = number;
        this.ask();
      } else if (number === this.start) this.ask(filled(this.words.ask_other, { name: this.nameOf(number) }));
      else {
        this.end = number;
        this.offer();
      }
    }

    nameOf(number) {
      return this.page.data.profiles[number].name;
    }

    show(text, ...more) {
      const { panel } = this.page;
      panel.fill(
        element("header", { class: "nmap-panel__head" }, element("h2", {}, this.words.draw_tie)),
        element("p", { class: "nmap-suggestion" }, name(text)), ...more,
        element("p", {}, button(this.words.cancel, () => this.stop())));
      this.asked.textContent = text;
      this.page.say(`${text} ${this.words.ask_stops}`);
    }

    ask(remark = "") {
      const asked = this.start === null ? this.words.ask_start : filled(this.words.ask_end, { name: this.nameOf(this.start) });
      this.show(`${remark} ${asked}`.trim(), element("p", { class: "nmap-hint" }, this.words.ask_stops));
      const search = document.getElementById("nmap-search");
      search.value = "";
      search.focus();
      this.page.drawing.network.redraw();
    }

    /** What the model has between two of their kinds: words, form, and what is filled in there. */
    kinds() {
      const { ids, facets, edges } = this.page.data;
      const { start, end } = this;
      const both = [[start, end], [end, start]];
      const told = (text, from, to) => filled(this.words[text], { name: this.nameOf(from), other: this.nameOf(to) });
      const isPerson = (number) => facets.kinds[number] === "person";
      const isBody = (number) => facets.kinds[number] === "body";
      const has = (kind, number) => edges.some((edge) => edge.kind === kind && edge.from === number);
      // A field of the form of one of them; what is recorded already is changed there.
      const field = (text, from, to, name) => [told(text, from, to), `edit/${encodeURIComponent(ids[from])}`, { [name]: ids[to] }];
      const seats = both.filter(([, body]) => isBody(body)).map(([member, body]) =>
        [told("kind_seat", member, body), "new", { kind: "membership", member: ids[member], body: ids[body] }]);
      // Between two bodies a seat is rare.
      const [first, later] = seats.length === 1 ? [seats, []] : [[], seats];
      return [
        ...first,
        ...both.filter(([from, to]) => isPerson(from) && !isPerson(to) && !isBody(to) && !has("works_for", from)).map(([from, to]) =>
          field("kind_works_for", from, to, "organization")),
        [this.words.kind_exchange, "new", { kind: "exchange_tie", actor_a: ids[start], actor_b: ids[end] }],
        ...both.map(([sender, receiver]) =>
          [told("kind_reporting", sender, receiver), "new", { kind: "reporting_line", sender: ids[sender], receiver: ids[receiver] }]),
        ...both.filter(([from, to]) => !isPerson(from) && !isPerson(to) && !has("part_of", from)).map(([from, to]) =>
          field("kind_part_of", from, to, "parent")),
        ...later,
      ];
    }

    offer() {
      const { start, end } = this;
      const asked = filled(this.words.ask_kind, { name: this.nameOf(start), other: this.nameOf(end) });
      const choices = this.kinds().map(([title, path, given]) => element("li", {}, button(name(title), () => {
        this.on = false;
        this.asked.textContent = "";
        this.opened(path, given);
      })));
      this.show(asked, element("ul", { class: "nmap-kinds" }, ...choices));
      this.showEnds();
      this.page.panel.place.querySelector(".nmap-kinds button").focus({ preventScroll: true });
      this.page.panel.place.scrollIntoView({ block: "nearest" });
    }

    /** Both ends of the line in sight. */
    showEnds() {
      const { drawing } = this.page;
      const ends = [this.start, this.end].filter((each) => each !== null).map((each) => drawing.graph.standsFor[each]);
      if (!ends.every((each) => drawing.sees(each))) drawing.bringIntoView(ends);
      drawing.network.redraw();
    }

    stop() {
      this.done();
      this.stopped();
      this.page.say(this.words.stopped);
    }

    /** The line is no longer drawn. */
    done() {
      Object.assign(this, { on: false, start: null, end: null, pointer: null });
      this.asked.textContent = "";
      this.page.drawing.container.classList.remove("nmap-canvas--tying");
      this.page.drawing.network.redraw();
    }

    /** In map units, below the marks: a ring around the start, and a line to the end or the pointer. */
    draw(context) {
      if (this.start === null) return;
      const { drawing, data } = this.page;
      const at = (number) => data.nodes[drawing.graph.standsFor[number]];
      const start = at(this.start);
      const hovered = drawing.hovered === null ? this.pointer : data.nodes[drawing.hovered];
      const end = this.end === null ? hovered : at(this.end);
      const unit = Math.max(1, 1 / drawing.network.getScale());
      context.save();
      context.strokeStyle = drawing.colour("action");
      context.lineWidth = 3 * unit;
      context.beginPath();
      context.arc(start.x, start.y, start.size * 1.3 + 5 * unit, 0, TURN);
      context.stroke();
      if (end) {
        context.setLineDash([8 * unit, 6 * unit]);
        context.beginPath();
        context.moveTo(start.x, start.y);
        context.lineTo(end.x, end.y);
        context.stroke();
      }
      context.restore();
    }
  }

  map.Tying = Tying;
})();
