/* Changing the network from its map: enter, tie, change, and take back, without leaving the place. */
"use strict";
(() => {
  const map = (globalThis.netmapMap ??= {});
  const { element, name, button, filled } = map;
  const TYPED_INTO = "input, textarea, select";

  class Editing {
    /** reload(text, address) puts the page that a form led to in place of this one. */
    constructor(page, untilEnd, reload) {
      Object.assign(this, { page, reload, words: page.data.editWords, links: page.data.links.edits });
      const { say } = page;
      this.sight = new map.Sight(page);
      this.entry = new map.Entry(page.panel.place, this.words, {
        say,
        saved: (text, address) => this.saved(text, address),
        left: () => this.left(),
      });
      this.tying = new map.Tying(page, this.words, {
        opened: (path, given) => this.open(this.address(path, given)),
        stopped: () => this.left(),
      });
      const { stage } = page.parts;
      for (const link of stage.querySelectorAll("[data-nmap-plain]")) link.hidden = true;
      for (const link of stage.querySelectorAll("[data-nmap-form]")) this.takeOver(link);
      this.tool = stage.querySelector("[data-nmap-tie]");
      this.tool.hidden = false;
      this.tool.addEventListener("click", () => (this.tying.on ? this.tying.stop() : this.tie(page.chosen)));
      stage.addEventListener("keydown", (event) => {
        if (event.key !== "z" || event.shiftKey || event.altKey || !(event.ctrlKey || event.metaKey) || event.target.matches(TYPED_INTO)) return;
        const form = this.notice?.querySelector("form");
        if (!form) return;
        event.preventDefault();
        this.undo(form);
      }, untilEnd);
    }

    /** Whether a form or a question stands in the panel. */
    get busy() {
      return this.entry.open || this.tying.on;
    }

    /** Whether a chosen actor is the end of a tie that is being drawn. */
    takes(number) {
      if (!this.tying.on) return false;
      this.tying.take(number);
      return true;
    }

    /** Leave what is being done; whether there was something. */
    leave() {
      if (!this.busy) return false;
      if (this.entry.open) this.entry.leave();
      else this.tying.stop();
      return true;
    }

    // Addresses, each with the way back to what the map shows now

    address(path, parameters = {}) {
      const query = new URLSearchParams({ ...parameters, back: this.page.choice.address() });
      return `${this.links.records}${path}?${query}`;
    }

    recordAddress(id) {
      return this.address(`edit/${encodeURIComponent(id)}`);
    }

    /** A link to a form opens it here, unless it is asked for in another window. */
    takeOver(link) {
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        const there = new URL(link.href);
        there.searchParams.set("back", this.page.choice.address());
        if (this.entry.yields()) this.open(there.href);
      });
      return link;
    }

    // In the panel

    actions(number) {
      const change = element("a", { class: "nmap-edit", href: this.recordAddress(this.page.data.ids[number]) }, this.words.change);
      return [element("div", { class: "nmap-edits" }, this.takeOver(change), button(this.words.draw_tie, () => this.tie(number)))];
    }

    tieButton(tie, title, other) {
      const label = filled(this.words.change_tie, { title, name: this.page.data.profiles[other].name });
      return this.takeOver(element("a", {
        class: "nmap-change", href: this.recordAddress(this.page.data.records[tie]), "aria-label": label, title: this.words.change,
      }, element("span", { class: "kern-icon kern-icon--edit kern-icon--small", "aria-hidden": "true" })));
    }

    /** Tell of a tie that was clicked; whether it is one record of its own. */
    showTie(id) {
      const { page, words } = this;
      const { data, drawing, panel } = page;
      const tie = drawing.tieOf.get(id);
      if (this.busy || !tie || tie.folded || !data.records[id]) return false;
      const { from, to } = tie;
      const known = data.profiles[from].ties.flatMap(([, others]) => others).find(([, , number]) => number === id);
      page.chosen = null;
      drawing.light([from, to], new Set([from, to]), new Set([id]));
      const change = element("a", { class: "nmap-edit", href: this.recordAddress(data.records[id]) }, words.change);
      panel.put(
        panel.head(data.tieTitles[tie.kind], known?.[1]),
        element("div", { class: "nmap-edits" }, this.takeOver(change)),
        element("h3", {}, page.words.involved),
        element("ul", { class: "nmap-actors" }, panel.actorButton(from, ""), panel.actorButton(to, "")));
      page.say(`${data.tieTitles[tie.kind]}: ${data.profiles[from].name} – ${data.profiles[to].name}`);
      return true;
    }

    // What is being done

    tie(start) {
      if (!this.entry.yields()) return;
      this.entry.open = false;
      this.tool.setAttribute("aria-pressed", "true");
      this.sight.widen(false);
      this.tying.begin(start);
    }

    open(address) {
      this.tying.on = false;
      this.tool.setAttribute("aria-pressed", "false");
      this.sight.widen(true);
      this.tying.showEnds();
      this.entry.show(address);
    }

    /** The form or the question is gone: what was chosen is told again. */
    left() {
      const { page } = this;
      this.tool.setAttribute("aria-pressed", "false");
      this.sight.widen(false);
      const start = page.chosen ?? this.tying.start;
      this.tying.done();
      if (start === null) {
        page.drawing.light(null);
        page.panel.showAll();
      } else page.choose(start, false);
      page.panel.place.focus({ preventScroll: true });
    }

    saved(text, address) {
      // The part that is seen is that of the drawing without a form beside it.
      this.sight.widen(false);
      try {
        this.reload(text, address);
      } catch (error) {
        // It is saved: the page that the form led to tells of it.
        console.error(error);
        location.assign(address);
      }
    }

    // Afterwards

    /** What was saved stands beside the drawing, and whom it is about is chosen. */
    tell() {
      const { page } = this;
      // Whoever was chosen before there was a way to change them.
      if (page.chosen !== null) page.panel.showActor(page.chosen);
      this.notice = document.querySelector(".nm-saved");
      if (!this.notice) return;
      // It is announced below.
      this.notice.removeAttribute("role");
      document.getElementById("nmap-saved").append(this.notice);
      this.notice.querySelector("form").addEventListener("submit", (event) => {
        event.preventDefault();
        this.undo(event.target);
      });
      const [first] = page.data.saved;
      if (first !== undefined) this.choose(first);
      this.announce();
    }

    announce() {
      const words = this.notice?.querySelector(".nm-saved__words")?.textContent ?? "";
      this.page.say(filled(this.words.saved_told, { words }));
    }

    choose(number) {
      const { page } = this;
      const { focus } = page.choice;
      page.choose(number, false);
      // Whoever is outside the surroundings that are shown is lit beside them.
      page.choice.focus = focus;
    }

    /** After another map took the place of this one: the same sight, as far as there is one. */
    resume(before) {
      const { page } = this;
      const again = page.data.ids.indexOf(before.chosen);
      if (page.data.saved.includes(again)) this.choose(again);
      this.sight.restore(before);
      page.panel.place.focus({ preventScroll: true });
      page.parts.stage.querySelector(".nmap-side").scrollIntoView({ block: "nearest" });
      this.announce();
    }

    async undo(form) {
      if (!this.entry.yields() || this.undoing) return;
      this.undoing = true;
      this.page.say(this.words.saving);
      const pressed = form.querySelector("button");
      pressed.setAttribute("aria-busy", "true");
      const body = new URLSearchParams(new FormData(form));
      body.set("back", this.page.choice.address());
      const { text, answer } = await this.entry.ask(form.action, { method: "POST", body });
      this.undoing = false;
      pressed.removeAttribute("aria-busy");
      if (answer?.ok && new URL(answer.url).pathname === location.pathname) {
        this.saved(text, answer.url);
        return;
      }
      const page = new DOMParser().parseFromString(text, "text/html");
      const told = map.refusal(this.words, page.querySelector(".kern-alert--danger") ?? page.querySelector("main"));
      this.notice.querySelector(".nmap-refused")?.remove();
      this.notice.append(element("p", { class: "nmap-refused" }, name(told)));
      this.page.say(told);
    }
  }

  map.Editing = Editing;
})();
