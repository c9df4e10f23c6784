/* The panel beside the drawing: the selected actor with its ties, or findings to talk about. */
"use strict";
(() => {
  const map = (globalThis.netmapMap ??= {});
  const { element, name, button, filled } = map;

  class Panel {
    /** choose(id) selects an actor, point(finding) shows a finding, clear() takes both back. */
    constructor(place, data, { choose, point, clear }) {
      Object.assign(this, { place, data, choose, point, clear, words: data.words });
      this.findingsOf = new Map();
      for (const finding of data.findings) {
        for (const actor of new Set(finding.actors)) {
          if (!this.findingsOf.has(actor)) this.findingsOf.set(actor, []);
          this.findingsOf.get(actor).push(finding);
        }
      }
    }

    put(...children) {
      this.place.replaceChildren(...children);
      this.place.scrollTop = 0;
    }

    head(title, ...lines) {
      return element("header", { class: "nmap-panel__head" },
        element("h2", { id: "nmap-panel-title" }, name(title)),
        ...lines.filter(Boolean).map((line) => element("p", {}, name(line))),
        button(this.words.clear, this.clear, { class: "nmap-clear" }));
    }

    /** Nobody is selected: what there is to talk about. */
    showAll() {
      const parts = [element("p", { class: "nmap-panel__empty" }, this.words.panel_empty)];
      for (const [title, good] of [[this.words.well, true], [this.words.suggestions, false]]) {
        const found = this.data.findings.filter((finding) => finding.good === good);
        if (found.length) parts.push(element("h2", {}, title), ...this.byKind(found));
      }
      this.put(...parts);
    }

    byKind(findings) {
      const kinds = new Map();
      for (const finding of findings) {
        if (!kinds.has(finding.title)) kinds.set(finding.title, []);
        kinds.get(finding.title).push(finding);
      }
      return [...kinds].map(([title, found]) => element("details", { class: "nmap-kind" },
        element("summary", {}, title, " ", element("span", { class: "nmap-count" }, this.counted(found))),
        this.list(found)));
    }

    /** How many findings of a kind are listed, and of how many where not all are. */
    counted(found) {
      const total = found[0].total;
      return total > found.length ? filled(this.words.shown_of, { shown: found.length, total }) : String(found.length);
    }

    list(findings) {
      return element("ul", { class: "nmap-findings" }, ...findings.map((finding) =>
        element("li", { class: finding.good ? "nmap-good" : "" },
          button(name(finding.text), () => this.point(finding)))));
    }

    actorButton(id, note) {
      const { data } = this;
      const mark = document.querySelector(`.nmap-legend .nmap-mark--${data.nodes[id].group}`).cloneNode(true);
      const text = element("span", {}, name(data.profiles[id].name));
      if (note) text.append(" ", element("small", {}, name(note)));
      const made = button(mark, () => this.choose(id), { class: "nmap-actor" });
      made.append(text);
      return element("li", {}, made);
    }

    /** One actor: what it is, its ties in words, findings about it. */
    showActor(id) {
      const { words } = this;
      const profile = this.data.profiles[id];
      const parts = [this.head(profile.name, profile.noun, profile.category)];
      const facts = [[words.sector, profile.sector], [words.topics, profile.topics], ...profile.facts].filter(([, text]) => text);
      if (facts.length) {
        parts.push(element("dl", { class: "nmap-facts" }, ...facts.map(([title, text]) =>
          element("div", {}, element("dt", {}, title), element("dd", {}, name(text))))));
      }
      if (!profile.ties.length) parts.push(element("p", { class: "nmap-panel__empty" }, words.no_ties));
      for (const [title, others] of profile.ties) {
        parts.push(
          element("h3", {}, title, " ", element("span", { class: "nmap-count" }, String(others.length))),
          element("ul", { class: "nmap-actors" }, ...others.map(([other, note]) => this.actorButton(other, note))));
      }
      const findings = this.findingsOf.get(id) ?? [];
      if (findings.length) parts.push(element("h3", {}, words.findings_here), this.list(findings));
      this.put(...parts);
    }

    /** One finding with the evidence it stands on and whom it is about. */
    showFinding(finding) {
      const { words } = this;
      const parts = [this.head(finding.title), element("p", { class: "nmap-suggestion" }, name(finding.text))];
      if (finding.evidence.length) {
        parts.push(element("h3", {}, words.evidence),
          element("ul", { class: "nmap-evidence" }, ...finding.evidence.map((line) => element("li", {}, name(line)))));
      }
      parts.push(element("h3", {}, words.involved),
        element("ul", { class: "nmap-actors" }, ...finding.actors.map((id) => this.actorButton(id, ""))));
      this.put(...parts);
    }

    countOf(id) {
      return this.data.profiles[id].ties.reduce((sum, [, others]) => sum + others.length, 0);
    }

    selectedWords(id) {
      const { name: label, noun } = this.data.profiles[id];
      const count = this.countOf(id);
      return filled(count === 1 ? this.words.selected_one : this.words.selected, { name: label, noun, count });
    }
  }

  map.Panel = Panel;
})();
