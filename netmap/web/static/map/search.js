/* Search: a field with a list of hits below it, usable by keyboard alone (ARIA combobox). */
"use strict";
(() => {
  const map = (globalThis.netmapMap ??= {});
  const MOST_HITS = 50;

  class Search {
    constructor(field, list, data, { choose, say }) {
      Object.assign(this, { field, list, data, choose, say });
      this.entries = data.profiles.map((profile, id) => ({
        id,
        name: map.folded(profile.name),
        all: map.folded([profile.name, profile.category, profile.topics, profile.sector, profile.noun, ...profile.facts.slice(0, 1).map(([, text]) => text)].join(" ")),
      }));
      this.active = -1;
      field.addEventListener("input", () => this.find());
      field.addEventListener("focus", () => this.find());
      field.addEventListener("keydown", (event) => this.key(event));
      field.addEventListener("blur", () => this.close());
      // The field keeps the focus while somebody clicks a hit.
      list.addEventListener("mousedown", (event) => event.preventDefault());
      list.addEventListener("click", (event) => {
        const hit = event.target.closest("[data-id]");
        if (hit) this.take(Number(hit.dataset.id));
      });
    }

    /** Hits, best first: the name begins so, a word of it does, it is in there, all words occur. */
    hits(text) {
      const wanted = map.folded(text).trim();
      if (!wanted) return [];
      const words = wanted.split(/\s+/);
      const rank = ({ name, all }) => {
        if (name.startsWith(wanted)) return 0;
        if (name.includes(` ${wanted}`) || name.includes(`-${wanted}`)) return 1;
        if (words.every((word) => name.includes(word))) return 2;
        return words.every((word) => all.includes(word)) ? 3 : 4;
      };
      // Who looks for "Jugendamt" wants the office before the people who work there.
      const later = (id) => (this.data.nodes[id].group === "person" ? 1.5 : 0);
      return this.entries.map((entry) => ({ ...entry, rank: rank(entry) })).filter((entry) => entry.rank < 4)
        .sort((a, b) => a.rank + later(a.id) - b.rank - later(b.id) || a.name.localeCompare(b.name) || a.id - b.id);
    }

    find() {
      const { words, profiles } = this.data;
      const found = this.hits(this.field.value);
      const shown = found.slice(0, MOST_HITS);
      this.active = -1;
      this.field.removeAttribute("aria-activedescendant");
      if (!this.field.value.trim()) return this.close();
      const cut = { shown: shown.length, count: found.length };
      const message = map.filled(found.length > shown.length ? words.hits_cut : found.length ? words.hit_count : words.no_hits, cut);
      this.list.replaceChildren(...shown.map(({ id }, row) => {
        const { name, noun, category } = profiles[id];
        const hit = map.element("li", { id: `nmap-hit-${row}`, role: "option", "aria-selected": "false" },
          map.name(name), " ", map.element("small", {}, map.name(category ? `${noun}, ${category}` : noun)));
        hit.dataset.id = id;
        return hit;
      }));
      if (!shown.length) this.list.append(map.element("li", { role: "option", "aria-disabled": "true" }, message));
      this.list.hidden = false;
      this.field.setAttribute("aria-expanded", "true");
      this.say(message);
      return undefined;
    }

    key(event) {
      const options = [...this.list.querySelectorAll("[data-id]")];
      const steps = { ArrowDown: 1, ArrowUp: -1 };
      if (event.key in steps && options.length) {
        if (this.list.hidden) this.find();
        this.mark((this.active + steps[event.key] + options.length + (this.active < 0 && event.key === "ArrowUp" ? 1 : 0)) % options.length);
      } else if (event.key === "Enter" && options.length && !this.list.hidden) {
        this.take(Number(options[Math.max(0, this.active)].dataset.id));
      } else if (event.key === "Escape" && (this.field.value || !this.list.hidden)) {
        if (this.list.hidden) this.field.value = "";
        this.close();
      } else return;
      event.preventDefault();
    }

    mark(row) {
      this.active = row;
      [...this.list.querySelectorAll("[data-id]")].forEach((option, number) => {
        option.setAttribute("aria-selected", String(number === row));
        if (number === row) {
          this.field.setAttribute("aria-activedescendant", option.id);
          option.scrollIntoView({ block: "nearest" });
        }
      });
    }

    take(id) {
      this.field.value = this.data.profiles[id].name;
      this.close();
      this.choose(id);
    }

    close() {
      this.list.hidden = true;
      this.field.setAttribute("aria-expanded", "false");
      this.field.removeAttribute("aria-activedescendant");
    }
  }

  map.Search = Search;
})();
