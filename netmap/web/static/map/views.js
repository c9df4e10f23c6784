/* Named views: an address with a name that this browser keeps; the address is what is shared. */
"use strict";
(() => {
  const map = (globalThis.netmapMap ??= {});
  const { element, button, filled } = map;

  class Views {
    constructor(page, say) {
      Object.assign(this, { page, say, words: page.data.words });
      this.key = `netmap-views ${page.data.network}`;
      this.views = map.kept(this.key, []).filter(({ name, query }) => typeof name === "string" && typeof query === "string");
      this.list = document.getElementById("nmap-kept");
      this.field = document.getElementById("nmap-view-name");
      const tool = (name, act) => document.querySelector(`[data-nmap='${name}']`).addEventListener("click", act);
      tool("keep", () => this.keep());
      tool("copy", () => this.copy());
      tool("picture", () => map.savePicture(page));
      this.field.addEventListener("keydown", (event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        this.keep();
      });
      this.show();
    }

    show() {
      this.list.replaceChildren(...this.views.map(({ name, query }) => element("li", {},
        element("a", { href: `${location.pathname}${query}` }, map.name(name)), " ",
        button("×", () => this.remove(name), { "aria-label": filled(this.words.view_remove, { name }) }))));
      this.list.hidden = !this.views.length;
    }

    /** A name that is there already gets the present view. */
    keep() {
      const name = this.field.value.trim();
      if (!name) {
        this.field.focus();
        return;
      }
      const { search } = new URL(this.page.choice.address(), location.href);
      this.views = [...this.views.filter((view) => view.name !== name), { name, query: search }];
      map.keep(this.key, this.views);
      this.field.value = "";
      this.show();
      this.say(filled(this.words.view_kept, { name }));
    }

    remove(name) {
      this.views = this.views.filter((view) => view.name !== name);
      map.keep(this.key, this.views);
      this.show();
      this.field.focus();
      this.say(filled(this.words.view_removed, { name }));
    }

    async copy() {
      const address = new URL(this.page.choice.address(), location.href).href;
      try {
        await navigator.clipboard.writeText(address);
        this.say(this.words.view_copied);
      } catch {
        // Without leave to write to the clipboard the address is there to be marked.
        this.field.value = address;
        this.field.select();
      }
    }
  }

  map.Views = Views;
})();
