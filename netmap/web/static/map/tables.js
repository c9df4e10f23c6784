/* The tables below the drawing: rows follow what is shown, names lead to the drawing. */
"use strict";
(() => {
  const map = (globalThis.netmapMap ??= {});

  class Tables {
    /** Very many rows stand aside, as text, until somebody comes near them. */
    constructor(root, data, choose) {
      Object.assign(this, { root, data, choose, told: null });
      this.unread = document.getElementById("nmap-unread");
      if (!this.unread) {
        this.prepare();
        return;
      }
      const open = () => this.open();
      const button = this.root.querySelector("[data-nmap='tables']");
      button.hidden = false;
      button.addEventListener("click", open);
      this.watch = new IntersectionObserver((seen) => { if (seen.some((each) => each.isIntersecting)) open(); });
      this.watch.observe(button);
      addEventListener("beforeprint", open, { once: true });
    }

    open() {
      if (!this.unread) return;
      const asked = document.activeElement?.dataset.nmap === "tables";
      this.watch.disconnect();
      const holder = map.element("div");
      // What the server wrote for browsers without scripts, read as they read it.
      holder.innerHTML = this.unread.textContent;
      this.unread.replaceWith(holder);
      this.unread = null;
      document.getElementById("nmap-later").remove();
      this.prepare();
      this.follow(this.told);
      // The button is gone: whoever pressed it goes on at the first table.
      if (asked) holder.querySelector("[tabindex]")?.focus({ preventScroll: true });
    }

    prepare() {
      this.rows = [...this.root.querySelectorAll("[data-nmap-row]")];
      for (const cell of this.root.querySelectorAll("[data-nmap-actor]")) {
        const text = cell.querySelector("bdi").textContent;
        cell.replaceChildren(map.button(map.name(text), () => this.choose(Number(cell.dataset.nmapActor)),
          { class: "nmap-show", title: this.data.words.show_on_map }));
      }
    }

    /** told: the set of those whose rows are shown. */
    follow(told) {
      this.told = told;
      for (const row of this.rows ?? []) row.hidden = !told.has(Number(row.dataset.nmapRow));
    }
  }

  map.Tables = Tables;
})();
