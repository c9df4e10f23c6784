/* The panel beside the drawing: the selected actor with its ties, or findings to talk about. */
"use strict";
(() => {
  const map = (globalThis.netmapMap ??= {});
  const { element, name, button, filled } = map;

  class Panel {
    /** page: the map that the panel tells of. */
    constructor(place, data, page) {
      Object.assign(this, { place, data, page, words: data.words });
      this.findingsOf = new Map();
      for (const finding of data.findings) {
        for (const actor of new Set(finding.actors)) {
          if (!this.findingsOf.has(actor)) this.findingsOf.set(actor, []);
          this.findingsOf.get(actor).push(finding);
        }
      }
    }

    /** A form or a question stays until it is answered. */
    put(...children) {
      if (!this.page.editing?.busy) this.fill(...children);
    }

    fill(...children) {
      this.place.replaceChildren(...children);
      this.place.scrollTop = 0;
    }

    head(title, ...lines) {
      return element("header", { class: "nmap-panel__head" },
        element("h2", { id: "nmap-panel-title" }, name(title)),
        ...lines.filter(Boolean).map((line) => element("p", {}, name(line))),
        button(this.words.clear, () => this.page.clear(), { class: "nmap-clear" }));
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
          button(name(finding.text), () => this.page.point(finding)))));
    }

    actorButton(id, note) {
      const { data } = this;
      const look = data.looks[this.page.choice.colour][id];
      const mark = document.querySelector(`.nmap-legend .nmap-mark--${look}`).cloneNode(true);
      const text = element("span", {}, name(data.profiles[id].name));
      if (note) text.append(" ", element("small", {}, name(note)));
      const made = button(mark, () => this.page.choose(id), { class: "nmap-actor" });
      made.append(text);
      return element("li", {}, made);
    }

    /** One actor: what it is, its ties in words, findings about it. */
    showActor(id) {
      const { words } = this;
      const profile = this.data.profiles[id];
      const parts = [this.head(profile.name, profile.noun, profile.category), this.actions(id)];
      const folded = this.page.foldedInto(id);
      if (folded) parts.push(element("p", { class: "nmap-hint" }, folded === 1 ? words.stands_for_one : filled(words.stands_for, { count: folded })));
      const facts = [[words.sector, profile.sector], [words.topics, profile.topics], ...profile.facts].filter(([, text]) => text);
      if (facts.length) {
        parts.push(element("dl", { class: "nmap-facts" }, ...facts.map(([title, text]) =>
          element("div", {}, element("dt", {}, title), element("dd", {}, name(text))))));
      }
      if (!profile.ties.length) parts.push(element("p", { class: "nmap-panel__empty" }, words.no_ties));
      for (const [title, others] of profile.ties) {
        parts.push(
          element("h3", {}, title, " ", element("span", { class: "nmap-count" }, String(others.length))),
          element("ul", { class: "nmap-actors" }, ...others.map(([other, note, tie]) => {
            const row = this.actorButton(other, note);
            if (tie !== undefined && this.page.editing) row.append(this.page.editing.tieButton(tie, title, other));
            return row;
          })));
      }
      const findings = this.findingsOf.get(id) ?? [];
      if (findings.length) parts.push(element("h3", {}, words.findings_here), this.list(findings));
      this.put(...parts);
    }

    /** What can be done with an actor: see its surroundings, look for a way, open its page. */
    actions(id) {
      const { words, page, data } = this;
      const { choice } = page;
      const at = page.drawing.graph.standsFor[id];
      const shown = [...(page.editing?.actions(id) ?? []), element("div", { class: "nmap-steps", role: "group", "aria-label": words.focus },
        element("span", { "aria-hidden": "true" }, `${words.focus}:`),
        ...[1, 2].map((steps) => button(words[`steps_${steps}`], () => page.focus(at, steps),
          { "aria-pressed": String(choice.focus === at && choice.steps === steps) })))];
      if (choice.focus !== null) shown.push(button(words.focus_end, () => page.focus(null)));
      if (choice.open.has(at) || page.foldedInto(at)) shown.push(button(choice.open.has(at) ? words.fold_again : words.unfold, () => page.unfold(at)));
      shown.push(button(words.path_from, () => page.askPath(id)));
      if (data.links) shown.push(element("a", { class: "nmap-link", href: data.links.actor + encodeURIComponent(data.ids[id]) + data.links.query }, words.actor_link));
      return element("div", { class: "nmap-actions" }, ...shown);
    }

    /** A sentence, and a way back. */
    showNote(text) {
      this.put(element("p", { class: "nmap-suggestion" }, name(text)), button(this.words.clear, () => this.page.clear(), { class: "nmap-clear" }));
    }

    /** A way in words, step by step; returns its heading with the number of steps. */
    showPath(start, end, steps) {
      const { words, data } = this;
      const title = filled(words.path, { name: data.profiles[start].name, other: data.profiles[end].name });
      const length = !steps ? words.path_none : steps.length === 1 ? words.path_steps_one : filled(words.path_steps, { count: steps.length });
      const parts = [this.head(title), element("p", { class: "nmap-suggestion" }, length)];
      if (steps) {
        const first = steps.length ? steps[0].from : this.page.drawing.graph.standsFor[start];
        parts.push(element("ol", { class: "nmap-path" }, this.actorButton(first, ""), ...steps.map(({ to, kind, forward }) => {
          const step = this.actorButton(to, "");
          step.prepend(element("p", { class: "nmap-path__tie" }, `${forward ? "↓" : "↑"} ${data.tieTitles[kind]}`));
          return step;
        })));
      }
      this.put(...parts);
      return `${title}: ${length}`;
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
      if (this.data.links && finding.id) {
        const { links } = this.data;
        parts.push(element("p", {}, element("a", { class: "nmap-link", href: `${links.finding}${encodeURIComponent(finding.id)}${links.query}` }, words.evidence_link)));
      }
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
